internal import ReportModel

/// How single values are written.
extension JSONWriter {
  /// A whole tree of values.
  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: writeNull()
    case .boolean(let flag): write(flag)
    case .number(let digits): output.append(contentsOf: digits.utf8)
    case .string(let text): write(text)
    case .array(let elements):
      beginArray()
      for value in elements {
        element()
        write(value)
      }
      endArray()
    case .object(let members):
      beginObject()
      for value in members {
        member(MemberName(value.name))
        write(value.value)
      }
      endObject()
    case .oneLine(let inner):
      beginLine()
      write(inner)
      endLine()
    }
  }

  /// An object whose members are the entries of a dictionary, sorted by name.
  mutating func writeObject<Value>(
    _ entries: [String: Value], _ write: (Value, inout JSONWriter) -> Void
  ) {
    beginObject()
    for (name, value) in entries.sorted(by: { $0.key < $1.key }) {
      member(MemberName(name))
      write(value, &self)
    }
    endObject()
  }

  /// No value.
  mutating func writeNull() { output.append(contentsOf: "null".utf8) }

  /// True or false.
  mutating func write(_ flag: Bool) { output.append(contentsOf: (flag ? "true" : "false").utf8) }

  /// A whole number.
  mutating func write(_ number: Int) {
    if number < 0 { output.append(UInt8(ascii: "-")) }
    output.append(digitsOf: UInt64(number.magnitude))
  }

  /// A number in the digits that were printed.
  mutating func write(_ amount: Amount) { amount.write(to: &output) }

  /// A text in quotation marks.
  mutating func write(_ text: String) {
    output.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      // What needs no escape is copied in one piece.
      var written = 0
      for index in bytes.indices where Self.isEscaped(bytes[index]) {
        output.append(contentsOf: bytes[written..<index])
        writeEscape(of: bytes[index])
        written = index + 1
      }
      output.append(contentsOf: bytes[written...])
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  private mutating func writeEscape(of byte: UInt8) {
    output.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(byte)
    case 0x08: output.append(UInt8(ascii: "b"))
    case 0x09: output.append(UInt8(ascii: "t"))
    case 0x0A: output.append(UInt8(ascii: "n"))
    case 0x0C: output.append(UInt8(ascii: "f"))
    case 0x0D: output.append(UInt8(ascii: "r"))
    default:
      output.append(contentsOf: "u00".utf8)
      output.append(hexadecimalDigit(byte >> 4))
      output.append(hexadecimalDigit(byte & 15))
    }
  }

  private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
