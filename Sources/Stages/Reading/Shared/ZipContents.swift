internal import DocumentModel

/// The central directory of a ZIP, for telling what it holds.
enum ZipContents {
  static func isZip(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// The entries' names, a thousand at most.
  static func names(in bytes: [UInt8]) throws(ReadError) -> [String] {
    guard let end = endRecord(of: bytes) else {
      throw .damaged(
        what: "the ZIP container has no directory; the file was probably cut off",
        place: "byte \(bytes.count), the end of the file")
    }
    return names(in: bytes, from: end)
  }

  /// The place of the end-of-directory record, which stands within the last 64 KB.
  private static func endRecord(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let limit = max(0, bytes.count - 22 - 65_535)
    var index = bytes.count - 22
    while index >= limit {
      if bytes[index...].starts(with: [0x50, 0x4B, 0x05, 0x06]) { return index }
      index -= 1
    }
    return nil
  }

  private static func names(in bytes: [UInt8], from end: Int) -> [String] {
    func number(_ offset: Int, _ length: Int) -> Int {
      (0..<length).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    var names: [String] = []
    var offset = number(end + 16, 4)
    while names.count < 1000, offset + 46 <= end,
      bytes[offset...].starts(with: [0x50, 0x4B, 0x01, 0x02])
    {
      let length = number(offset + 28, 2)
      guard offset + 46 + length <= end else { break }
      names.append(String(decoding: bytes[offset + 46..<offset + 46 + length], as: UTF8.self))
      offset += 46 + length + number(offset + 30, 2) + number(offset + 32, 2)
    }
    return names
  }
}
