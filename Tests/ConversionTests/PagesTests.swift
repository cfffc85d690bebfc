import Conversion
import DocumentModel
import Files
import Foundation
import Mapping
import MappingFiles
import MappingModel
import ReportModel
import TestSupport
import Testing

/// Adapted excerpts of pages of many provinces, each with its facts, as far as they are beside the
/// package; without them the tests say so and pass.
@Suite("Pages of many provinces")
struct PagesTests {
  private static let folder = Repository.root.deletingLastPathComponent()
    .appending(path: "shared/pages")

  private struct Score {
    var expected = 0
    var found = 0
    var given = 0
    var lines: [String] = []

    var recall: Double { Double(found) / Double(max(1, expected)) }
    var precision: Double { Double(found) / Double(max(1, given)) }
  }

  private static func mapping() throws -> MappingSet {
    try MappingSet.load(from: Repository.mappings)
  }

  /// Nil where the pages are not there.
  private static func score(_ mapping: MappingSet) throws -> Score? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []
    let pages = names.filter { $0.hasSuffix(".txt") }
    guard !pages.isEmpty else {
      print("the page excerpts are not beside the package; nothing was measured")
      return nil
    }
    let converter = Converter(mapping: mapping)
    var score = Score()
    for page in pages {
      let bytes = try InputFile.read(folder.appending(path: page).path)
      let report = try converter.stages(of: bytes, named: page).report
      let truth = folder.appending(path: String(page.dropLast(4)) + ".facts.tsv")
      let rows = try String(contentsOf: truth, encoding: .utf8).split(separator: "\n").dropFirst()
      var open = report.facts
      var found = 0
      for row in rows {
        let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        let index = open.firstIndex { Self.matches($0, fields) }
        if let index {
          open.remove(at: index)
          found += 1
        }
      }
      score.expected += rows.count
      score.found += found
      score.given += report.facts.count
      let others = open.map { "\n  \($0.concept) \($0.aspect.rawValue) \($0.value)" }.joined()
      score.lines.append(
        "\(page): \(found) of \(rows.count), \(report.facts.count) given\(others)")
    }
    print("\(pages.count) pages: recall \(score.recall), precision \(score.precision)")
    return score
  }

  private static func matches(_ fact: Fact, _ fields: [String]) -> Bool {
    let meaning = PageConcepts.meaning(of: fields[0])
    return meaning.concepts.contains(fact.concept)
      && (meaning.fund == nil || fact.dimensions["fund"] == meaning.fund)
      && fact.aspect.rawValue == PageConcepts.aspects[fields[1]]
      && Decimal(string: fact.value.description) == Decimal(string: fields[2])
      && PageConcepts.units[fields[3]]?.contains(fact.unit.rawValue) ?? false
  }

  // Floors below what was measured last, over pages of forms that no mapping was made for, too: they
  // only ever rise.
  @Test func `with all layouts so much is found and so much of it is right`() throws {
    guard let score = try Self.score(Self.mapping()) else { return }
    #expect(score.recall >= 0.855, "\(score.recall)\n\(score.lines.joined(separator: "\n"))")
    #expect(score.precision >= 0.95, "\(score.precision)\n\(score.lines.joined(separator: "\n"))")
  }

  @Test func `the common mapping alone finds nearly as much`() throws {
    var mapping = try Self.mapping()
    mapping.layouts = mapping.layouts.filter { $0.id == "common" }
    guard let score = try Self.score(mapping) else { return }
    #expect(score.recall >= 0.855, "\(score.recall)\n\(score.lines.joined(separator: "\n"))")
    #expect(score.precision >= 0.95, "\(score.precision)\n\(score.lines.joined(separator: "\n"))")
  }
}
