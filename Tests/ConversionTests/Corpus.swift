import Conversion
import Files
import Foundation
import TestSupport
import Testing

/// The project's made-up reports and what is committed for them.
enum Corpus {
  /// Every report, as `juesuan convert Corpus` takes them; never empty.
  static func inputs() throws -> [InputFiles.Input] {
    let files = InputFiles([Repository.path("Corpus")], names: .readable)
    try #require(!files.inputs.isEmpty, "the corpus is empty")
    return files.inputs
  }

  static func converter() throws -> Converter {
    try Converter(mappingFolder: Repository.mappings)
  }

  /// A report as JSON.
  static func convert(_ input: InputFiles.Input, with converter: Converter) throws -> [UInt8] {
    try converter.convert(InputFile.read(input.path), named: name(of: input))
  }

  static func name(of input: InputFiles.Input) -> String {
    URL(filePath: input.path).lastPathComponent
  }

  /// JSON as a tree of dictionaries.
  static func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  /// The same without what tells of places.
  static func withoutPlaces(_ value: Any) -> Any {
    if let object = value as? [String: Any] {
      return object.filter { !["source", "sources", "message"].contains($0.key) }.mapValues(
        withoutPlaces)
    }
    if let list = value as? [Any] { return list.map(withoutPlaces) }
    return value
  }

  /// Canonical text of a JSON value, to compare and to show.
  static func text(_ value: Any) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: value, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
  }
}
