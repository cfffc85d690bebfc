import Mustache

/// Escapes text for HTML byte by byte.
///
/// The engine's own escaping goes by grapheme clusters: a quotation mark with a combining accent is
/// another `Character` and would leave an attribute. Reports are hostile, so no template is without
/// this one.
struct HTMLEscaping: MustacheContentType {
  /// The name that every page template gives in its first line.
  static let name = "REPORT"

  /// Makes the name known to the engine; as often as one likes.
  static func register() { MustacheContentTypes.register(HTMLEscaping(), named: name) }

  /// Text that is nothing but text, in elements and in quoted attributes.
  func escapeText(_ text: String) -> String {
    let special = text.utf8.contains { $0 < 0x20 || $0 == 0x7F || "<>&\"'`".utf8.contains($0) }
    guard special else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
      case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
      case UInt8(ascii: "'"): bytes += Array("&#39;".utf8)
      case UInt8(ascii: "`"): bytes += Array("&#96;".utf8)
      case 0x09, 0x0A: bytes.append(byte)
      case 0..<0x20, 0x7F: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
