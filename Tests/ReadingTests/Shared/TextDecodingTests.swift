import DocumentModel
@testable import Reading
import Testing
import ValueModel

@Suite struct TextDecodingTests {
  static let sentence = "2024年度，河湾县水务局收入总计1,234.56万元（含结转）。\r\n支出总计1,200.00万元。\n"

  /// GB18030 of «决算» and of «万元».
  static let gbFinal: [UInt8] = [0xBE, 0xF6, 0xCB, 0xE3]
  static let gbUnit: [UInt8] = [0xCD, 0xF2, 0xD4, 0xAA]

  static func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
    text.utf16.flatMap {
      littleEndian
        ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
    }
  }

  @Test func `UTF-8 passes unchanged and its mark shifts the map`() throws {
    let plain = try TextDecoding.decode(Array(Self.sentence.utf8))
    #expect(plain.text == Array(Self.sentence.utf8))
    #expect(plain.encoding == "UTF-8")
    #expect(plain.map.originalOffset(of: 7) == 7)
    let marked = try TextDecoding.decode([0xEF, 0xBB, 0xBF] + Array(Self.sentence.utf8))
    #expect(marked.text == Array(Self.sentence.utf8))
    #expect(marked.encoding == "UTF-8")
    #expect(marked.map.originalOffset(of: 0) == 3)
    #expect(marked.map.originalOffset(of: 7) == 10)
  }

  @Test(arguments: [true, false])
  func `UTF-16 is found with and without its mark`(littleEndian: Bool) throws {
    let text = Self.sentence + "𠮷县"
    let units = Self.utf16(text, littleEndian: littleEndian)
    for mark in [Self.utf16("\u{FEFF}", littleEndian: littleEndian), []] {
      let decoded = try TextDecoding.decode(mark + units)
      #expect(decoded.text == Array(text.utf8))
      #expect(decoded.encoding == (littleEndian ? "UTF-16LE" : "UTF-16BE"))
      var offset = 0
      var original = mark.count
      for scalar in text.unicodeScalars {
        #expect(decoded.map.originalOffset(of: offset) == original)
        offset += String(scalar).utf8.count
        original += String(scalar).utf16.count * 2
      }
    }
  }

  @Test func `every character of GB18030 text leads to its own bytes`() throws {
    // Two-byte hanzi, ASCII between them and a character of four bytes.
    let bytes: [UInt8] =
      Array("2024".utf8) + Self.gbFinal + Array(": 1,871.38".utf8) + Self.gbUnit
      + [0x0D, 0x0A] + [0x95, 0x32, 0x82, 0x36] + Self.gbFinal + Array("x".utf8)
    let decoded = try TextDecoding.decode(bytes)
    #expect(decoded.encoding == "GB18030")
    #expect(decoded.invalid.count == 0)
    let text = String(decoding: decoded.text, as: UTF8.self)
    #expect(text.hasPrefix("2024决算: 1,871.38万元\r\n𠀀决算x"))
    var offset = 0
    let starts = text.unicodeScalars.map { scalar in
      defer { offset += String(scalar).utf8.count }
      return decoded.map.originalOffset(of: offset)
    }
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
      let single = try TextDecoding.decode(
        Array(bytes[starts[index]..<end]), declared: "gb18030")
      #expect(single.text == Array(String(scalar).utf8))
    }
  }

  @Test func `a declared character set is believed when the text is not UTF-8`() throws {
    // «中文» in Big5.
    let big5: [UInt8] = [0xA4, 0xA4, 0xA4, 0xE5]
    #expect(try TextDecoding.decode(big5, declared: "Big5").text == Array("中文".utf8))
    #expect(try TextDecoding.decode(Self.gbFinal, declared: "GB2312").text == Array("决算".utf8))
    let wrong = try TextDecoding.decode(Array("决算".utf8), declared: "gb2312")
    #expect(wrong.text == Array("决算".utf8))
  }

  @Test func `undeclared Big5 is told from GB18030`() throws {
    let bytes: [UInt8] = [
      0xA5, 0xBB, 0xBF, 0xA4, 0xA4, 0x47, 0xA1, 0xB3, 0xA4, 0x47, 0xA5, 0x7C, 0xA6, 0x7E,
      0xAB, 0xD7, 0xC1, 0x60, 0xA8, 0x4D, 0xBA, 0xE2, 0xA1, 0x41, 0xB7, 0xB3, 0xA4, 0x4A,
      0xC1, 0x60, 0xC3, 0x42, 0xA1, 0x43,
    ]
    let decoded = try TextDecoding.decode(bytes)
    #expect(decoded.encoding == "Big5")
    #expect(String(decoding: decoded.text, as: UTF8.self).hasSuffix("年度總決算，歲入總額。"))
  }

  @Test func `bad bytes are replaced, counted and placed`() throws {
    var bytes = Array(Self.sentence.utf8)
    bytes[4] = 0xFF
    let decoded = try TextDecoding.decode(bytes)
    #expect(decoded.encoding == "UTF-8")
    #expect(decoded.invalid.firstOffset == 4)
    #expect(decoded.finding?.code.rawValue == "encoding.invalid_bytes")
    #expect(decoded.finding?.message.contains("byte 4 ") == true)
    #expect(String(decoding: decoded.text, as: UTF8.self).hasPrefix("2024\u{FFFD}"))
    let comma = try #require(decoded.text.firstIndex(of: UInt8(ascii: ",")))
    #expect(bytes[decoded.map.originalOffset(of: comma)] == UInt8(ascii: ","))

    let many = (0..<10).flatMap { _ in Self.gbFinal + Self.gbUnit }
    let legacy = try TextDecoding.decode(many + [0xFF] + many, declared: "gbk")
    #expect(legacy.invalid.count == 1)
    #expect(legacy.invalid.firstOffset == many.count)
    #expect(legacy.map.originalOffset(of: legacy.text.count - 3) == 2 * many.count - 1)
  }

  @Test func `a truncated last character does not make UTF-8 another encoding`() throws {
    let decoded = try TextDecoding.decode(Array(Array("决算说明书正文".utf8).dropLast()))
    #expect(decoded.encoding == "UTF-8")
    #expect(decoded.invalid.count == 1)
  }

  @Test(
    arguments: [
      [0x00, 0x01, 0x02, 0x80, 0xFF, 0x00, 0x33],
      Array(repeating: UInt8(0x01), count: 50),
      (0..<400).map { UInt8(truncatingIfNeeded: $0 &* 89 &+ 0x80) | 0x80 }.map { $0 | 0xF0 },
    ] as [[UInt8]])
  func `noise is refused`(bytes: [UInt8]) {
    #expect {
      try TextDecoding.decode(bytes)
    } throws: { error in
      if case ReadError.unsupportedFormat = error { true } else { false }
    }
  }

  @Test func `nothing is empty`() {
    #expect(throws: ReadError.empty) { try TextDecoding.decode([]) }
    #expect(throws: ReadError.empty) { try TextReader.read(Array(" \r\n\t\n　".utf8)) }
  }
}
