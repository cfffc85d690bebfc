import MappingModel

/// Reads `classification/*.tsv`: one code a line, columns named in the first line.
enum ClassificationFile {
  /// A folder without the file has no such classification.
  ///
  /// - Throws: when a column is missing, a row is short or a code is no number, with the line.
  static func read(
    _ file: String, in folder: MappingFolder
  ) throws(MappingError) -> [ClassificationItem] {
    guard folder.has(file) else { return [] }
    let path = folder.path(of: file)
    let bytes = try folder.bytes(of: file)
    var position = 0
    var number = 0
    var fields: [Range<Int>] = []
    nextLine(&fields, in: bytes, from: &position)
    let heads = fields.map { String(decoding: bytes[$0], as: UTF8.self) }
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
    let note = heads.firstIndex(of: "note")
    func field(_ column: Int, is word: String) -> Bool {
      bytes[fields[column]].elementsEqual(word.utf8)
    }
    var items: [ClassificationItem] = []
    while position < bytes.count {
      nextLine(&fields, in: bytes, from: &position)
      number += 1
      if fields.count == 1, fields[0].isEmpty { continue }
      guard fields.count == heads.count else {
        throw MappingError(
          file: path, line: number + 1,
          message: "has \(fields.count) columns instead of \(heads.count)")
      }
      // The departments' own scheme of the economic classification is what their reports use.
      if let scheme, !field(scheme, is: "department") { continue }
      guard bytes[fields[code]].allSatisfy({ (0x30...0x39).contains($0) }), !fields[name].isEmpty
      else {
        throw MappingError(
          file: path, line: number + 1, message: "needs a code of digits and a name")
      }
      let printed = String(decoding: bytes[fields[edition]], as: UTF8.self)
      var item = ClassificationItem(
        code: String(decoding: bytes[fields[code]], as: UTF8.self),
        name: String(decoding: bytes[fields[name]], as: UTF8.self),
        isCurrent: !printed.hasPrefix("≤"),
        isVerified: field(confidence, is: "verified") || field(confidence, is: "name-verified"))
      if !item.isCurrent {
        item.lastYear = Int(printed.dropFirst())
        item.successor = note.flatMap { Self.successor(in: bytes[fields[$0]]) }
      }
      items.append(item)
    }
    return items
  }

  /// The name in the note «now NAME»; nil where the note says something else.
  private static func successor(in note: ArraySlice<UInt8>) -> String? {
    guard note.starts(with: "now ".utf8) else { return nil }
    return String(decoding: note.dropFirst(4), as: UTF8.self)
  }

  /// The fields of the line at `position`, which moves behind it.
  private static func nextLine(
    _ fields: inout [Range<Int>], in bytes: [UInt8], from position: inout Int
  ) {
    fields.removeAll(keepingCapacity: true)
    var start = position
    while position < bytes.count, bytes[position] != 0x0A {
      if bytes[position] == 0x09 {
        fields.append(start..<position)
        start = position + 1
      }
      position += 1
    }
    fields.append(start..<position)
    position += 1
  }
}
