import DocumentModel

/// What the characters of symbol fonts are.
enum SymbolFonts {
  /// What a font makes of letters and digits.
  enum Face { case plain, symbol, pictures }

  /// The face of a font by its name.
  static func face(of font: String) -> Face {
    let name = font.lowercased()
    if name == "symbol" || name == "symbolmt" { return .symbol }
    let pictures = ["wingdings", "webdings", "zapfdingbats", "zapf dingbats", "marlett"]
    return pictures.contains { name.hasPrefix($0) } ? .pictures : .plain
  }

  /// The character of a `w:sym`, or a hole where the font's is not known.
  static func text(font: String?, code: String?) -> [UInt8] {
    guard let value = code.flatMap({ UInt32($0, radix: 16) }) else { return Legibility.hole }
    let face = face(of: font ?? "")
    if face == .plain, !(0xF000...0xF0FF).contains(value) {
      return Unicode.Scalar(value).map { Array(String($0).utf8) } ?? Legibility.hole
    }
    let byte = UInt8(truncatingIfNeeded: value)
    let found = face == .pictures ? picture(byte, of: font ?? "") : symbol(byte)
    return found.map { Array(String($0).utf8) } ?? Legibility.hole
  }

  /// Text in a symbol font as it is seen: characters of the private area that Word writes for such fonts,
  /// or letters that are drawn as pictures.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>, in face: Face) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let isPrivate = (0xF000...0xF0FF).contains(scalar.value)
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      switch face {
      case .plain: result += Array(String(scalar).utf8)
      case .symbol where isPrivate || scalar.isASCII:
        result += symbol(byte).map { Array(String($0).utf8) } ?? Legibility.hole
      case .pictures where isPrivate || scalar.isASCII && byte > 0x20:
        if result.suffix(3) != Legibility.hole[...] { result += Legibility.hole }
      case .symbol, .pictures: result += Array(String(scalar).utf8)
      }
    }
    return result
  }

  /// Adobe's and Microsoft's Symbol: digits and marks as in ASCII.
  private static func symbol(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x2D: "\u{2212}"
    case 0x2A: "∗"
    case 0x20, 0x21, 0x23, 0x25, 0x26, 0x28, 0x29, 0x2B, 0x2C, 0x2E...0x3F: Unicode.Scalar(byte)
    case 0x5B, 0x5D, 0x5F, 0x7B...0x7D: Unicode.Scalar(byte)
    case 0xA3: "≤"
    case 0xB0: "°"
    case 0xB1: "±"
    case 0xB3: "≥"
    case 0xB4: "×"
    case 0xB7: "•"
    case 0xB8: "÷"
    case 0xD7: "⋅"
    default: nil
    }
  }

  /// Boxes, ticks and bullets of Wingdings; its further pictures, and those of its sisters, mean nothing here.
  private static func picture(_ byte: UInt8, of font: String) -> Unicode.Scalar? {
    guard font.lowercased() == "wingdings" else {
      return font.lowercased() == "wingdings 2" && [0x50, 0x52].contains(byte) ? "☑" : nil
    }
    return switch byte {
    case 0x6C, 0x9F: "●"
    case 0x6E: "■"
    case 0x6F, 0xA8, 0x71, 0x72: "□"
    case 0x75: "◆"
    case 0xFC: "✓"
    case 0xFB: "✗"
    case 0xFD: "☒"
    case 0xFE: "☑"
    case 0xD8: "➢"
    case 0xA7: "▪"
    case 0x80...0x8A:
      byte == 0x80 ? "⓪" : Unicode.Scalar(0x2460 + UInt32(byte - 0x81))
    default: nil
    }
  }
}
