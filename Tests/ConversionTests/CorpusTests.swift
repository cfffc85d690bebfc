import Conversion
import DocumentModel
import Files
import Foundation
import TestSupport
import Testing

@Suite("Corpus")
struct CorpusTests {
  @Test func `the committed output is what the corpus gives, byte for byte`() throws {
    let converter = try Corpus.converter()
    let inputs = try Corpus.inputs()
    for input in inputs {
      let path = Repository.root.path + "/Output/" + input.relativePath + ".json"
      let committed = try InputFile.read(path)
      #expect(
        try Corpus.convert(input, with: converter) == committed,
        "\(input.relativePath): run «make run» and look at the difference")
    }
    let outputs = try FileManager.default.subpathsOfDirectory(
      atPath: Repository.root.path + "/Output")
    #expect(
      outputs.filter { $0.hasSuffix(".json") }.sorted()
        == inputs.map { $0.relativePath + ".json" }.sorted())
  }

  @Test func `a report in several formats gives the same facts and records`() throws {
    let converter = try Corpus.converter()
    let folders = Dictionary(grouping: try Corpus.inputs()) {
      URL(filePath: $0.path).deletingLastPathComponent().path
    }
    var compared = 0
    for (folder, inputs) in folders {
      var first: String?
      for input in inputs {
        let json = try Corpus.object(try Corpus.convert(input, with: converter))
        let text = try Corpus.text(try comparable(json))
        if let first {
          #expect(text == first, "\(input.path) differs from its siblings in \(folder)")
          compared += 1
        } else {
          first = text
        }
      }
    }
    #expect(compared > 0)
  }

  /// What must not depend on the format: all but places, the file, and what a reader noticed.
  private func comparable(_ report: [String: Any]) throws -> [String: Any] {
    var report = report
    var identity = try #require(report["report"] as? [String: Any])
    identity["id"] = nil
    report["report"] = identity
    report["notes"] = nil
    report["digest"] = nil
    // Only a format with pages has them to tell.
    report["statements"] = (report["statements"] as? [[String: Any]])?.map { statement in
      statement.filter { $0.key != "pages" }
    }
    return try #require(Corpus.withoutPlaces(report) as? [String: Any])
  }

  @Test func `each place leads to its text in the original`() throws {
    let converter = try Corpus.converter()
    var places = 0
    for input in try Corpus.inputs() {
      let bytes = try InputFile.read(input.path)
      let stages = try converter.stages(of: bytes, named: Corpus.name(of: input))
      let json = try Corpus.object(try Corpus.convert(input, with: converter))
      try visitSources(json) { source in
        places += 1
        try check(source, in: stages.document, bytes, input.relativePath)
      }
    }
    #expect(places > 100)
  }

  private func visitSources(_ value: Any, _ visit: ([String: Any]) throws -> Void) throws {
    if let object = value as? [String: Any] {
      if object["block"] != nil, object["start"] != nil { try visit(object) }
      for child in object.values { try visitSources(child, visit) }
    } else if let list = value as? [Any] {
      for child in list { try visitSources(child, visit) }
    }
  }

  private func check(
    _ source: [String: Any], in document: Document, _ bytes: [UInt8], _ name: String
  ) throws {
    let text = try #require(source["text"] as? String)
    let block = try #require(source["block"] as? Int)
    let start = try #require(source["start"] as? Int)
    let end = try #require(source["end"] as? Int)
    let leaf: Int
    switch document.blocks[block].content {
    case .paragraph(let paragraph): leaf = paragraph.leaf
    case .table(let table):
      // A table as a whole is a place without a row.
      guard let row = source["row"] as? Int, let column = source["column"] as? Int else { return }
      leaf = try #require(table.cells.first { $0.row == row && $0.column == column }).leaf
    }
    let scalars = Array(document.string(ofLeaf: leaf).unicodeScalars)
    try #require(start <= end && end <= scalars.count, "\(name): \(source)")
    var quoted = String.UnicodeScalarView()
    quoted.append(contentsOf: scalars[start..<end])
    #expect(String(quoted) == text, "\(name): \(source)")
    if document.encoding == "UTF-8", let range = source["bytes"] as? [Int] {
      try #require(range.count == 2 && range[0] <= range[1] && range[1] <= bytes.count)
      let original = String(decoding: bytes[range[0]..<range[1]], as: UTF8.self)
      #expect(withoutBreaks(original) == withoutBreaks(text), "\(name): \(source)")
    }
  }

  /// A wrapped paragraph or cell has line breaks and padding in the file that its text has not.
  private func withoutBreaks(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "|" }))
  }
}
