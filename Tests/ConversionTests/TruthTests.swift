import Conversion
import Files
import Foundation
import Testing

/// `truth.json` beside a report says what its author put into it, in the shapes of the output.
@Suite("Truth")
struct TruthTests {
  /// The members of a truth that are compared, and those of the output that they must agree with.
  private static let members = [
    "overview": "overview", "performance": "performance", "facts": "facts",
    "narrative": "facts", "statements": "statements", "glossary": "glossary",
  ]

  @Test func `each report gives what its author put into it`() throws {
    let converter = try Corpus.converter()
    var compared = 0
    for input in try Corpus.inputs() {
      let file = URL(filePath: input.path).deletingLastPathComponent().appending(path: "truth.json")
      guard FileManager.default.fileExists(atPath: file.path) else { continue }
      let truth = try Corpus.object(try InputFile.read(file.path))
      let output = try Corpus.object(try Corpus.convert(input, with: converter))
      for (name, member) in Self.members {
        guard let expected = truth[name] else { continue }
        let found = try #require(output[member])
        let differences = Self.differences(expected, found, at: name)
        let shown = differences.prefix(5).joined(separator: "\n")
        #expect(differences.isEmpty, "\(input.relativePath): \(differences.count)\n\(shown)")
        compared += 1
      }
    }
    #expect(compared > 0, "no truth.json was compared")
  }

  @Test func `a wrong digit is a difference, a place is none`() throws {
    let found = try Corpus.object(Array(#"{"a": [{"v": 8.40, "source": {"block": 1}}]}"#.utf8))
    let right = try Corpus.object(Array(#"{"a": [{"v": 8.40}]}"#.utf8))
    let wrong = try Corpus.object(Array(#"{"a": [{"v": 8.41}]}"#.utf8))
    #expect(Self.differences(right, found, at: "").isEmpty)
    #expect(Self.differences(wrong, found, at: "").count == 1)
  }

  /// Facts may stand in any order and there may be more; all other lists must agree one to one. A
  /// truth need not have all members of a record.
  private static func differences(_ expected: Any, _ found: Any, at place: String) -> [String] {
    if let expected = expected as? [String: Any] {
      guard let found = found as? [String: Any] else { return ["\(place): not a record"] }
      return expected.sorted { $0.key < $1.key }.flatMap { name, value in
        differences(value, found[name] ?? NSNull(), at: "\(place)/\(name)")
      }
    }
    if let expected = expected as? [Any] {
      guard let found = found as? [Any] else { return ["\(place): not a list"] }
      if place == "facts" || place == "narrative" {
        return expected.enumerated().compactMap { index, value in
          let isThere = found.contains { differences(value, $0, at: "").isEmpty }
          return isThere ? nil : "\(place)/\(index): not found: \(value)"
        }
      }
      guard expected.count == found.count else {
        return ["\(place): \(found.count) entries instead of \(expected.count)"]
      }
      return zip(expected, found).enumerated().flatMap { index, pair in
        differences(pair.0, pair.1, at: "\(place)/\(index)")
      }
    }
    let isEqual = (expected as? NSObject).map { $0.isEqual(found) } ?? false
    return isEqual ? [] : ["\(place): \(found) instead of \(expected)"]
  }
}
