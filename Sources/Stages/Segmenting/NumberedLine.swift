import DocumentModel

/// A paragraph that begins with the number of a heading, printed or drawn by the word processor.
struct NumberedLine {
  var level: Int
  /// The number as printed, in matching form.
  var ordinal: String
  /// What stands behind it.
  var name: ArraySlice<UInt8>

  /// Nil where no number stands before the paragraph's text.
  init?(_ paragraph: Paragraph, in normalized: NormalizedDocument) {
    let text = normalized.text[normalized.ranges[paragraph.leaf]]
    if let numbering = paragraph.numbering {
      let drawn = Array(Self.plain(numbering).utf8)
      // A bullet is no number; the text may still begin with one.
      if let number = HeadingNumber(in: drawn[...] + [UInt8(ascii: "x")]) {
        level = number.level
        ordinal = Self.plain(numbering)
        name = text
        withoutGroup()
        return
      }
    }
    guard let number = HeadingNumber(in: text) else { return nil }
    level = number.level
    ordinal = String(decoding: text[..<number.end], as: UTF8.self)
    name = text[number.end...]
    withoutGroup()
  }

  /// «二、表格部分» holds parts and is one.
  private mutating func withoutGroup() {
    if level == 2, name.count <= Self.longestGroup, name.suffix(6).elementsEqual("部分".utf8) {
      level = 1
    }
  }

  private static let longestGroup = 18

  /// Numbers that Word draws come in full-width brackets.
  private static func plain(_ numbering: String) -> String {
    var plain = ""
    for scalar in numbering.unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar {
      case "（": plain.append("(")
      case "）": plain.append(")")
      case "．": plain.append(".")
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}
