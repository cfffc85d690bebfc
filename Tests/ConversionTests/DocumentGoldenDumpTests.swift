import Foundation
import TestSupport
import Testing

/// The small odd documents of Tests/Documents, each with its dump beside it.
@Suite("Golden dumps of odd documents")
struct DocumentGoldenDumpTests {
  private static let folder = Repository.root.appending(path: "Tests/Documents")

  private static let converter = Result { try Corpus.converter() }

  private static let files =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []

  private static var documents: [String] {
    files.filter { !$0.hasSuffix(".dump") && $0 != "README.md" }
  }

  @Test(arguments: documents)
  func `every stage makes of a document what its dump says`(_ name: String) throws {
    let path = Self.folder.appending(path: name).path
    let dumps = GoldenDump.dumps(of: path, with: try Self.converter.get())
    let text = GoldenDump.Stage.allCases.compactMap { stage in
      dumps[stage].map { "=== \(stage.rawValue)\n" + $0 }
    }
    try GoldenDump.settle(text.joined(), at: Self.folder.appending(path: name + ".dump"))
    GoldenDump.failWhereRecording()
  }

  @Test func `the documents are what the script makes, and each has a dump`() throws {
    let made = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: made) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", Repository.root.appending(path: "scripts/make-documents").path, made.path,
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: made.path).sorted()
    #expect(names == Self.files.filter { !$0.hasSuffix(".dump") })
    for name in names {
      let committed = try Data(contentsOf: Self.folder.appending(path: name))
      #expect(
        try Data(contentsOf: made.appending(path: name)) == committed,
        "\(name): run scripts/make-documents")
    }
    #expect(Self.files.filter { $0.hasSuffix(".dump") } == Self.documents.map { $0 + ".dump" })
  }
}
