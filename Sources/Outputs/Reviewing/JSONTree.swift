/// A JSON document as it is read back. Numbers keep the digits that were written: «8.40» is not 8.4.
package indirect enum JSONTree: Sendable, Equatable {
  case object([String: JSONTree])
  case array([JSONTree])
  case string(String)
  case number(String)
  case boolean(Bool)
  case null

  package subscript(name: String) -> JSONTree? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// The text of a string; nil for everything else.
  package var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The digits of a number; nil for everything else.
  package var digits: String? { if case .number(let digits) = self { digits } else { nil } }

  /// A number that is a whole one.
  package var integer: Int? { digits.flatMap { Int($0) } }

  /// Whether it is true; false for everything else.
  package var isTrue: Bool { self == .boolean(true) }

  /// The elements of an array; none for everything else.
  package var elements: [JSONTree] { if case .array(let list) = self { list } else { [] } }

  /// The members of an object; none for everything else.
  package var members: [String: JSONTree] {
    if case .object(let members) = self { members } else { [:] }
  }

  /// Reads a whole document; nil where it is no JSON or nested deeper than any output.
  package init?(_ bytes: [UInt8]) {
    var reader = JSONTreeReader(bytes)
    guard let tree = reader.document() else { return nil }
    self = tree
  }
}

/// Reads JSON as RFC 8259 has it.
private struct JSONTreeReader {
  private let bytes: [UInt8]
  private var index = 0
  /// Outputs are nested nine deep.
  private static let depthLimit = 32

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() -> JSONTree? {
    guard let tree = value(depth: 0) else { return nil }
    skipSpace()
    return index == bytes.count ? tree : nil
  }

  private mutating func value(depth: Int) -> JSONTree? {
    skipSpace()
    guard depth < Self.depthLimit, index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return word("true").map { .boolean(true) }
    case UInt8(ascii: "f"): return word("false").map { .boolean(false) }
    case UInt8(ascii: "n"): return word("null").map { .null }
    default: return number()
    }
  }

  private mutating func object(depth: Int) -> JSONTree? {
    index += 1
    var members: [String: JSONTree] = [:]
    if takes("}") { return .object(members) }
    repeat {
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\""), let name = string(),
        takes(":"), let member = value(depth: depth + 1)
      else { return nil }
      members[name] = member
    } while takes(",")
    return takes("}") ? .object(members) : nil
  }

  private mutating func array(depth: Int) -> JSONTree? {
    index += 1
    var elements: [JSONTree] = []
    if takes("]") { return .array(elements) }
    repeat {
      guard let element = value(depth: depth + 1) else { return nil }
      elements.append(element)
    } while takes(",")
    return takes("]") ? .array(elements) : nil
  }

  private mutating func string() -> String? {
    index += 1
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        text += Array(String(Character(scalar)).utf8)
      case 0..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "u"):
      guard let unit = hexadecimal() else { return nil }
      guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) }
      guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u")
      else { return nil }
      index += 2
      guard let low = hexadecimal(), (0xDC00..<0xE000).contains(low) else { return nil }
      return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    default: return nil
    }
  }

  private mutating func hexadecimal() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    let digits = bytes[index..<index + 4]
    index += 4
    guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else {
      return nil
    }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func number() -> JSONTree? {
    let start = index
    while index < bytes.count, Self.isOfNumber(bytes[index]) { index += 1 }
    let digits = String(decoding: bytes[start..<index], as: UTF8.self)
    return start < index && Double(digits) != nil ? .number(digits) : nil
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func word(_ word: String) -> Void? {
    guard bytes[index...].starts(with: word.utf8) else { return nil }
    index += word.utf8.count
    return ()
  }

  private mutating func takes(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
  }
}
