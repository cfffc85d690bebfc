import FoundationEssentials
import Mapping

/// Reads `classification/*.tsv`: one code a line, columns named in the first line.
enum ClassificationFile {
  /// A folder without the file has no such classification.
  ///
  /// - Throws: when a column is missing, a row is short or a code is no number, with the line.
  static func read(_ path: String) throws(MappingError) -> [ClassificationItem] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw MappingError(file: path, message: "cannot be read")
    }
    let lines = Array(data).split(separator: 0x0A, omittingEmptySubsequences: false)
    let heads = lines.first.map { fields(of: $0).map { String(decoding: $0, as: UTF8.self) } } ?? []
    func column(_ name: String) throws(MappingError) -> Int {
      guard let index = heads.firstIndex(of: name) else {
        throw MappingError(file: path, line: 1, message: "the column «\(name)» is missing")
      }
      return index
    }
    let code = try column("code")
    let name = try column("name")
    let edition = try column("edition")
    let confidence = try column("confidence")
    let scheme = heads.firstIndex(of: "scheme")
    var items: [ClassificationItem] = []
    items.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let fields = fields(of: line)
      guard fields.count == heads.count else {
        throw MappingError(
          file: path, line: index + 1,
          message: "has \(fields.count) columns instead of \(heads.count)")
      }
      // The departments' own scheme of the economic classification is what their reports use.
      if let scheme, !fields[scheme].elementsEqual("department".utf8) { continue }
      guard fields[code].allSatisfy({ (0x30...0x39).contains($0) }), !fields[name].isEmpty else {
        throw MappingError(
          file: path, line: index + 1, message: "needs a code of digits and a name")
      }
      items.append(
        ClassificationItem(
          code: String(decoding: fields[code], as: UTF8.self),
          name: String(decoding: fields[name], as: UTF8.self),
          isCurrent: !fields[edition].starts(with: "≤".utf8),
          isVerified: fields[confidence].elementsEqual("verified".utf8)
            || fields[confidence].elementsEqual("name-verified".utf8)))
    }
    return items
  }

  private static func fields(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    line.split(separator: 0x09, omittingEmptySubsequences: false)
  }
}
