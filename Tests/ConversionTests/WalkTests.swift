import Conversion
import DocumentModel
import Files
import Foundation
import ReportModel
import TestSupport
import Testing

/// The walks of docs/architecture.md are as the code is.
@Suite("Walks from bytes to JSON")
struct WalkTests {
  private struct Hop {
    /// `PDFDocument.page`
    var declaration: String
    /// Below Sources.
    var path: String
  }

  /// Where a value may go next: never back.
  private static let order = [
    "Running/MappingFiles", "Models", "Libraries", "Stages/Reading", "Stages/Normalizing",
    "Stages/Segmenting", "Stages/Mapping", "Stages/Checking", "Stages/Writing",
  ]

  private static func hops(of walk: String) throws -> [Hop] {
    let page = try String(
      contentsOf: Repository.root.appending(path: "docs/architecture.md"), encoding: .utf8)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "WALK \(walk)"))
    return try lines[(start + 1)...].prefix { $0.first?.isNumber ?? false }.map { line in
      let match = try #require(line.firstMatch(of: #/^\d+\. `([^`]+)` \(`([^`]+)`\):/#), "\(line)")
      return Hop(declaration: String(match.1), path: String(match.2))
    }
  }

  @Test(arguments: [("cell", 14), ("figure", 14), ("check", 12)])
  func `every hop is declared where the page says, and leads forward`(
    walk: String, most: Int
  ) throws {
    let hops = try Self.hops(of: walk)
    #expect(hops.count >= 8 && hops.count <= most, "\(hops.count) hops")
    var last = 0
    for hop in hops {
      let file = Repository.root.appending(path: "Sources/" + hop.path)
      let text = try String(contentsOf: file, encoding: .utf8)
      let parts = hop.declaration.split(separator: ".")
      let type = try #require(parts.first)
      let member = try #require(parts.last)
      #expect(
        text.contains(try Regex("(struct|class|enum|extension) \(type)\\b")),
        "\(hop.path) says nothing of \(type): mend docs/architecture.md")
      #expect(
        text.contains(try Regex(member == "init" ? "\\binit\\b" : "func \(member)\\b")),
        "\(hop.path) does not declare \(hop.declaration): mend docs/architecture.md")
      let place = try #require(
        Self.order.firstIndex { hop.path.hasPrefix($0 + "/") },
        "\(hop.path) is in no room of a walk")
      #expect(place >= last, "\(hop.declaration) leads back: a value goes through the rooms once")
      last = place
    }
  }

  @Test func `the cell comes out as the page says`() throws {
    let stages = try Self.stages(of: "statements/0002/report.pdf")
    let fact = try #require(
      stages.report.facts.first {
        $0.source.text == "8983.72" && $0.concept == "expenditure.basic"
          && $0.dimensions["function"] == "204"
      })
    #expect(fact.label == "公共安全支出")
    #expect(fact.value.description == "8983.72")
    #expect(fact.source.page == 2)
  }

  @Test func `the figure and its check come out as the page says`() throws {
    let stages = try Self.stages(of: "xinjiang/0002/report.txt")
    let fact = try #require(
      stages.report.facts.first {
        $0.source.line == 19 && $0.source.text == "3,980.55万元"
      })
    #expect(fact.concept == "income.fiscal_appropriation")
    #expect(fact.rule.section == "income")
    let check = try #require(
      stages.report.checks.first { $0.id == "fiscal.income" && $0.facts.contains(fact.id) })
    #expect(check.status == .pass)
  }

  private static func stages(of path: String) throws -> Converter.Stages {
    let file = Repository.root.appending(path: "Corpus/" + path)
    return try Corpus.converter().stages(
      of: InputFile.read(file.path), named: file.lastPathComponent)
  }
}
