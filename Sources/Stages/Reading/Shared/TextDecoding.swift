package import DocumentModel
internal import TextLibraries
internal import ValueModel

/// The text of a file in UTF-8, and how it got there.
package struct DecodedText: Sendable, Equatable {
  /// Bytes that are no character of the encoding; each stands as U+FFFD in the text.
  package struct Invalid: Sendable, Equatable {
    /// How many sequences could not be decoded.
    package var count = 0
    /// Where the first one stands in the file.
    package var firstOffset: Int?
  }

  /// Valid UTF-8 without a byte order mark.
  package var text: [UInt8]
  /// «UTF-8», «UTF-16LE», «UTF-16BE», «GB18030» or «Big5».
  package var encoding: String
  /// From offsets in `text` to offsets in the file.
  package var map: TextSourceMap
  package var invalid: Invalid

  /// The finding about undecodable bytes, if there were any.
  package var finding: Finding? {
    guard let first = invalid.firstOffset else { return nil }
    return Finding(
      severity: .warning, code: .invalidBytes,
      message: "\(invalid.count) byte sequence(s) are not valid \(encoding), the first at byte "
        + "\(first) of the file; each was read as U+FFFD. Check the figures near it, or save the "
        + "file as UTF-8 and read it again.")
  }
}

/// Finds out the character encoding of text and decodes it.
///
/// Order of proof: byte order mark; UTF-8 by its strict form (other encodings hardly ever have it);
/// UTF-16 by its NUL bytes; what the document declares; GB18030, the encoding of Chinese
/// authorities, unless the text is more probably Big5.
package enum TextDecoding {
  /// Decodes `bytes`; `declared` is the character set that the document itself names, if any.
  package static func decode(
    _ bytes: [UInt8], declared: String? = nil
  ) throws(ReadError) -> DecodedText {
    if bytes.isEmpty { throw .empty }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return try checked(utf8(bytes, from: 3, form: UTF8Form(bytes, from: 3)))
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return try checked(UTF16Decoding.decode(bytes, from: 2, littleEndian: true))
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return try checked(UTF16Decoding.decode(bytes, from: 2, littleEndian: false))
    }
    if let littleEndian = UTF16Decoding.byteOrder(of: bytes) {
      return try checked(UTF16Decoding.decode(bytes, from: 0, littleEndian: littleEndian))
    }
    let form = UTF8Form(bytes, from: 0)
    // A damaged UTF-8 file still has far more whole sequences than broken ones; text in another
    // encoding has hardly any whole one.
    let isWhole = form.invalid == 0
    // Hanzi take three bytes in UTF-8; a few of GB18030 look like sequences of two.
    let isDeclaredOther = form.multibyte > 0 && form.long == 0 && legacyName(declared) != nil
    if isWhole && !isDeclaredOther || form.multibyte > 4 * form.invalid && form.long > 0 {
      return try checked(utf8(bytes, from: 0, form: form))
    }
    return try checked(legacy(bytes, declared: declared))
  }

  private static func utf8(
    _ bytes: [UInt8], from start: Int, form: UTF8Form
  ) -> DecodedText {
    if form.invalid > 0 { return UTF8Form.repaired(bytes, from: start) }
    return DecodedText(
      text: start == 0 ? bytes : Array(bytes[start...]), encoding: "UTF-8",
      map: TextSourceMap(markLength: start), invalid: .init())
  }

  /// ICU's name for a declared character set; GB18030 contains GB2312 and GBK.
  private static func legacyName(_ declared: String?) -> String? {
    switch (declared ?? "").lowercased() {
    case "gb2312", "gbk", "gb18030", "x-gbk", "cp936", "gb_2312-80": "GB18030"
    case "big5", "big5-hkscs", "cp950", "x-x-big5": "Big5"
    default: nil
    }
  }

  private static func legacy(
    _ bytes: [UInt8], declared: String?
  ) throws(ReadError) -> DecodedText {
    if let name = legacyName(declared) { return try legacy(bytes, encoding: name) }
    let first = bytes.firstIndex { $0 >= 0x80 } ?? 0
    let sample = bytes[first...]
    let big5 = CharsetConverter.confidence(that: sample, are: "Big5")
    if big5 > 0, big5 > CharsetConverter.confidence(that: sample, are: "GB18030") {
      return try legacy(bytes, encoding: "Big5")
    }
    return try legacy(bytes, encoding: "GB18030")
  }

  private static func legacy(
    _ bytes: [UInt8], encoding: String
  ) throws(ReadError) -> DecodedText {
    guard let converter = CharsetConverter(encoding) else {
      throw .unsupportedFormat(
        what: "text in \(encoding), which the installed ICU cannot decode",
        remedy: "save the file as UTF-8")
    }
    var writer = TextWriter(encoding: encoding, start: 0, capacity: bytes.count * 3 / 2)
    // Safe: borrowed for the closure; the converter stops at the count.
    bytes.withUnsafeBufferPointer { buffer in
      var offset = 0
      while offset < buffer.count {
        let start = offset
        if buffer[offset] < 0x80 {
          offset += 1
          writer.append(UInt32(buffer[start]), at: start, length: 1)
          continue
        }
        switch converter.next(buffer, at: &offset) {
        case .character(let character):
          writer.append(character, at: start, length: offset - start)
        case .invalid: writer.appendInvalid(at: start, length: offset - start)
        case .end: return
        }
      }
    }
    return writer.result
  }

  /// Refuses what is no text: control characters and undecodable bytes in numbers that no text has.
  private static func checked(_ decoded: DecodedText) throws(ReadError) -> DecodedText {
    let controls = ControlCharacters(decoded.text)
    if controls.hasNUL {
      throw .unsupportedFormat(
        what: "binary data (NUL bytes)", remedy: "give the report as .docx, .html or .txt")
    }
    guard controls.count > 2 || decoded.invalid.count > 4 else { return decoded }
    let characters = decoded.text.count { $0 & 0xC0 != 0x80 }
    if controls.count > 2, controls.count * 100 > characters {
      throw .unsupportedFormat(
        what: "binary data (\(controls.count) control characters among \(characters) characters)",
        remedy: "give the report as .docx, .html or .txt")
    }
    // In a few words, one torn character passes 5 %.
    if decoded.invalid.count > 4, decoded.invalid.count * 20 > characters {
      throw .unsupportedFormat(
        what: "binary data or an unknown encoding (\(decoded.invalid.count) of \(characters) "
          + "characters are not valid \(decoded.encoding))",
        remedy: "save the file as UTF-8 text, or give the report as .docx or .html")
    }
    return decoded
  }
}

extension NoticeCode {
  fileprivate static let invalidBytes = NoticeCode(rawValue: "encoding.invalid_bytes")
}
