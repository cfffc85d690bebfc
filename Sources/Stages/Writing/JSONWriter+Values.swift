internal import ReportModel

/// How single values are written.
extension JSONWriter {
  /// A whole tree of values.
  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: writeNull()
    case .boolean(let flag): write(flag)
    case .number(let digits): output.append(Array(digits.utf8))
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
        member(named: value.name)
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
      member(named: name)
      write(value, &self)
    }
    endObject()
  }

  /// No value.
  mutating func writeNull() { output.append("null") }

  /// True or false.
  mutating func write(_ flag: Bool) { output.append(flag ? "true" : "false") }

  /// A whole number.
  mutating func write(_ number: Int) {
    // Most are offsets of one digit or a few.
    guard number < 0 || number > 9 else { return output.append(UInt8(ascii: "0") + UInt8(number)) }
    Amount(unscaled: Int64(number), scale: 0).withDigits { output.append($0) }
  }

  /// A number in the digits that were printed.
  mutating func write(_ amount: Amount) {
    amount.withDigits { output.append($0) }
  }

  /// A text in quotation marks.
  mutating func write(_ text: String) {
    output.append(UInt8(ascii: "\""))
    var text = text
    // Safe: borrowed for the closure; eight bytes are loaded only where eight are left, and every
    // slice is checked.
    text.withUTF8 { bytes in
      // What needs no escape is copied in one piece.
      var written = 0
      var index = 0
      while index < bytes.count {
        if bytes.count - index >= 8, !Self.hasEscape(Self.word(bytes, at: index)) {
          index += 8
          continue
        }
        if Self.isEscaped(bytes[index]) {
          output.append(UnsafeBufferPointer(rebasing: bytes[written..<index]))
          writeEscape(of: bytes[index])
          written = index + 1
        }
        index += 1
      }
      output.append(UnsafeBufferPointer(rebasing: bytes[written...]))
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  /// Eight bytes at once.
  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
    UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  /// Whether any byte of a word is escaped: in each test, the high bit of a byte tells that it is
  /// below 0x20, or that it is 0 once the byte sought is taken out.
  private static func hasEscape(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Safe: a borrow out of the highest byte is dropped; one into another byte comes only from a
    // byte that is itself found.
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
    let found =
      (word &- ones * 0x20) & ~word | zeros(word ^ ones * 0x22) | zeros(word ^ ones * 0x5C)
      | zeros(word ^ ones * 0x7F)
    return found & ones * 0x80 != 0
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
      output.append("u00")
      output.append(hexadecimalDigit(byte >> 4))
      output.append(hexadecimalDigit(byte & 15))
    }
  }

  private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
