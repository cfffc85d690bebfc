/// Writes JSON as UTF-8 with two spaces of indentation; the same value always gives the same bytes.
package struct JSONWriter {
  private var output: [UInt8] = []

  package init() {}

  /// The bytes of a whole document, with a line feed at its end.
  package static func bytes(of value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value, depth: 0)
    writer.output.append(UInt8(ascii: "\n"))
    return writer.output
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .array(let elements) where !elements.isEmpty:
      write("[")
      for (index, element) in elements.enumerated() {
        write(index == 0 ? "\n" : ",\n")
        indent(depth + 1)
        write(element, depth: depth + 1)
      }
      write("\n")
      indent(depth)
      write("]")
    case .object(let members) where !members.isEmpty:
      write("{")
      for (index, member) in members.enumerated() {
        write(index == 0 ? "\n" : ",\n")
        indent(depth + 1)
        writeString(member.name)
        write(": ")
        write(member.value, depth: depth + 1)
      }
      write("\n")
      indent(depth)
      write("}")
    case .null, .boolean, .number, .string, .array, .object, .oneLine:
      writeOneLine(value)
    }
  }

  private mutating func writeOneLine(_ value: JSONValue) {
    switch value {
    case .null: write("null")
    case .boolean(let flag): write(flag ? "true" : "false")
    case .number(let digits): write(digits)
    case .string(let text): writeString(text)
    case .array(let elements):
      write("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { write(", ") }
        writeOneLine(element)
      }
      write("]")
    case .object(let members):
      write(members.isEmpty ? "{" : "{ ")
      for (index, member) in members.enumerated() {
        if index > 0 { write(", ") }
        writeString(member.name)
        write(": ")
        writeOneLine(member.value)
      }
      write(members.isEmpty ? "}" : " }")
    case .oneLine(let inner): writeOneLine(inner)
    }
  }

  private mutating func writeString(_ text: String) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): write("\\\"")
      case UInt8(ascii: "\\"): write("\\\\")
      case 0x08: write("\\b")
      case 0x09: write("\\t")
      case 0x0A: write("\\n")
      case 0x0C: write("\\f")
      case 0x0D: write("\\r")
      case 0x00..<0x20, 0x7F:
        write("\\u00")
        output.append(hexadecimalDigit(byte >> 4))
        output.append(hexadecimalDigit(byte & 15))
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private mutating func write(_ text: String) {
    output.append(contentsOf: text.utf8)
  }

  private mutating func indent(_ depth: Int) {
    for _ in 0..<(2 * depth) { output.append(UInt8(ascii: " ")) }
  }
}
