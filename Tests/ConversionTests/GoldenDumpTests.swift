import Files
import Foundation
import TestSupport
import Testing

/// The dumps beside the cases of Corpus.
@Suite("Golden dumps")
struct GoldenDumpTests {
  /// One report in all its formats.
  struct Case: Sendable, CustomTestStringConvertible {
    var folder: String
    var inputs: [InputFiles.Input]
    var testDescription: String { URL(filePath: folder).pathComponents.suffix(2).joined() }
  }

  private static let cases: [Case] = {
    let inputs = (try? Corpus.inputs()) ?? []
    let folders = Dictionary(grouping: inputs) {
      URL(filePath: $0.path).deletingLastPathComponent().path
    }
    return folders.sorted { $0.key < $1.key }.map { Case(folder: $0.key, inputs: $0.value) }
  }()

  private static let converter = Result { try Corpus.converter() }

  @Test(arguments: cases)
  func `every stage makes of a case what its dumps say`(_ item: Case) throws {
    let converter = try Self.converter.get()
    let dumps = item.inputs.map { GoldenDump.dumps(of: $0.path, with: converter) }
    for stage in GoldenDump.Stage.allCases {
      let texts = zip(item.inputs, dumps).map { input, dumps in
        SiblingDumps.Text(name: Corpus.name(of: input), dump: dumps[stage] ?? "")
      }
      try GoldenDump.settle(
        SiblingDumps.text(of: texts, withPlaces: stage == .read),
        at: URL(filePath: item.folder).appending(path: "\(stage.rawValue).dump"))
    }
    GoldenDump.failWhereRecording()
  }

  @Test func `no dump is left over from a case that is gone`() throws {
    try #require(!Self.cases.isEmpty)
    let corpus = Repository.root.appending(path: "Corpus").path
    let found = try FileManager.default.subpathsOfDirectory(atPath: corpus)
      .filter { $0.hasSuffix(".dump") }
    let expected = Self.cases.flatMap { item in
      GoldenDump.Stage.allCases.map {
        String(item.folder.dropFirst(corpus.count + 1)) + "/\($0.rawValue).dump"
      }
    }
    #expect(found.sorted() == expected.sorted())
  }
}
