import ValueModel

/// The parts of a title's normalized text: whose report it is and of which year.
struct TitleText {
  /// The year that is named; nil where a template leaves it open.
  private(set) var year: Int?
  /// Where the body that reports is named; empty where it is not.
  private(set) var institution: Range<Int>

  /// What a template prints for what is to be filled in.
  static let placeholders = ["XX", "××", "xx", "**", "某某"]
  /// What stands between a title and what leads to it («首页>公开>…», «附件:…»).
  static let separators: [UInt8] = Array(":>|".utf8)

  /// Reads the parts; nil where the text is no title.
  init?(_ text: [UInt8]) {
    guard let place = Self.yearPlace(in: text), let kind = Self.kindStart(in: text) else {
      return nil
    }
    year = place.year
    var start =
      (text[..<place.start].lastIndex { Self.separators.contains($0) }).map { $0 + 1 } ?? 0
    for opening in ["关于", "公开"] where text[start..<place.start].starts(with: opening.utf8) {
      start += opening.utf8.count
    }
    institution = start..<place.start
    // «2024年度某局部门决算»: the name stands behind the year.
    if institution.isEmpty, place.end < kind {
      let name = text[place.end..<kind]
      if !Self.qualifiers.contains(where: { name.starts(with: $0.utf8) }) {
        institution = name.indices
      }
    }
  }

  /// What may stand between the year and the kind and is no name.
  private static let qualifiers = ["部门", "单位", "财政", "收支", "收入", "一般", "本级", "三公", "年", "的"]

  /// Where the words of the kind begin.
  private static func kindStart(in text: [UInt8]) -> Int? {
    for index in text.indices {
      for word in ["部门决算", "单位决算", "部门预算", "单位预算", "三公经费", "决算", "预算"]
      where text[index...].starts(with: word.utf8) { return index }
    }
    return nil
  }

  // MARK: Year

  /// The first «2024年», «二〇二四年» or «20XX年».
  private static func yearPlace(in text: [UInt8]) -> (start: Int, end: Int, year: Int?)? {
    let mark = Array("年".utf8)
    for index in text.indices where text[index...].starts(with: mark) {
      guard let found = numeral(endingAt: index, in: text) else { continue }
      var end = index + mark.count
      if text[end...].starts(with: "度".utf8) { end += 3 }
      return (found.start, end, found.year)
    }
    return nil
  }

  /// The four signs before «年»; a sign that is left open makes the year unknown.
  private static func numeral(endingAt end: Int, in text: [UInt8]) -> (start: Int, year: Int?)? {
    var start = end
    var value = 0
    var scale = 1
    var signs = 0
    var open = 0
    while signs < 4, let (width, sign) = sign(endingAt: start, in: text) {
      start -= width
      signs += 1
      if let sign {
        value += sign * scale
      } else {
        open += 1
      }
      scale *= 10
    }
    if open > 0 { return open >= 2 ? (start, nil) : nil }
    return signs == 4 && (1990...2100).contains(value) ? (start, value) : nil
  }

  /// What a template prints for a digit that is to be filled in.
  private static let open = ["X", "x", "×", "*", "_"]

  private static func sign(endingAt end: Int, in text: [UInt8]) -> (width: Int, value: Int?)? {
    guard end > 0 else { return nil }
    if (0x30...0x39).contains(text[end - 1]) { return (1, Int(text[end - 1]) - 0x30) }
    // A capital O is printed for 〇.
    if text[end - 1] == UInt8(ascii: "O") { return (1, 0) }
    let start = end - ChineseNumeral.length
    if start >= 0,
      let value = ChineseNumeral.value(
        at: start, in: text[..<end], among: [.digits, .zero, .ring, .circle])
    {
      return (ChineseNumeral.length, value)
    }
    return open.first { text[..<end].suffix($0.utf8.count).elementsEqual($0.utf8) }
      .map { ($0.utf8.count, nil) }
  }
}
