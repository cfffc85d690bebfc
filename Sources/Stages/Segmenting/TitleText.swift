import ValueModel

/// The parts of a title's normalized text: whose report it is and of which year.
struct TitleText {
  /// The year that is named; nil where a template leaves it open, or where none is.
  private(set) var year: Int?
  /// The last year that is named: «2024年预算执行情况和2025年预算草案» is the budget of 2025.
  private(set) var lastYear: Int?
  /// Where the body that reports is named; empty where it is not.
  private(set) var institution: Range<Int>

  /// What a template prints for what is to be filled in.
  static let placeholders = ["XX", "××", "xx", "**", "某某"]
  /// What stands between a title and what leads to it («首页>公开>…», «附件:…»).
  static let separators: [UInt8] = Array(":>|".utf8)

  /// Reads the parts; nil where the text is no title.
  init?(_ text: ArraySlice<UInt8>) {
    guard let kind = Self.kindStart(in: text, from: text.startIndex) else { return nil }
    let place = Self.yearPlace(in: text)
    guard place != nil || Self.isBare(text, kind: kind) else { return nil }
    year = place?.year
    lastYear = year
    var rest = place.map { text[$0.end...] }
    while let behind = rest, let next = Self.yearPlace(in: behind) {
      lastYear = next.year ?? lastYear
      rest = text[next.end...]
    }
    let yearStart = place?.start ?? kind
    institution = yearStart..<yearStart
    if let name = BodyName.place(in: text[..<yearStart]) {
      institution = name
      // «某区2026年某局部门预算»: the narrower name stands behind the year.
      guard BodyName.isArea(text[name]), let behind = Self.named(in: text, behind: place?.end)
      else {
        return
      }
      institution = behind
      return
    }
    if let name = Self.named(in: text, behind: place?.end) ?? Self.nameAtEnd(of: text) {
      institution = name
    }
  }

  /// «2024年度某局部门决算»: the name stands behind the year.
  private static func named(in text: ArraySlice<UInt8>, behind year: Int?) -> Range<Int>? {
    guard let year, let kind = kindStart(in: text, from: year), year < kind,
      let name = BodyName.place(in: text[year..<kind]), BodyName.isBody(text[name])
    else { return nil }
    return name
  }

  /// «2024年度部门决算公开(某局)», «2024年部门决算——某局».
  private static func nameAtEnd(of text: ArraySlice<UInt8>) -> Range<Int>? {
    guard let last = text.indices.last(where: { text[$0...].starts(with: "算".utf8) }) else {
      return nil
    }
    var rest = text[(last + 3)...]
    var isParted = false
    while let word = behindKind.first(where: { rest.starts(with: $0.utf8) }) {
      rest = rest.dropFirst(word.utf8.count)
      isParted = isParted || partings.contains(word)
    }
    if rest.last == UInt8(ascii: ")") { rest = rest.dropLast() }
    guard isParted, BodyName.isBody(rest), rest.count < BodyName.longest else { return nil }
    return rest.indices
  }

  private static let partings = ["—", "-", "(", ":"]
  private static let behindKind = partings + ["信息", "公开", "情况", "说明", "报告", "的", " "]

  /// «某局部门决算公开»: without a year only what names a body and its accounts is a title.
  private static func isBare(_ text: ArraySlice<UInt8>, kind: Int) -> Bool {
    guard kind > text.startIndex,
      ["部门决算", "单位决算", "部门预算", "单位预算", "决算公开", "预算公开"].contains(where: {
        text[kind...].starts(with: $0.utf8)
      }),
      let name = BodyName.place(in: text[..<kind])
    else { return false }
    return name.upperBound == kind && BodyName.isBody(text[name])
  }

  /// Where the words of the kind begin.
  private static func kindStart(in text: ArraySlice<UInt8>, from start: Int) -> Int? {
    // 0xE4, 0xE5 and 0xE9 begin the words, and the quotation mark 0xE2.
    for index in text[start...].indices where [0xE2, 0xE4, 0xE5, 0xE9].contains(text[index]) {
      for word in ["部门决算", "单位决算", "部门预算", "单位预算", "三公经费", "“三公", "决算", "预算"]
      where text[index...].starts(with: word.utf8) { return index }
    }
    return nil
  }

  // MARK: Year

  /// The first «2024年», «二〇二四年» or «20XX年», also «2024部门决算».
  static func yearPlace(in text: ArraySlice<UInt8>) -> (start: Int, end: Int, year: Int?)? {
    // Only 0xE5 and 0xE9 begin one of the marks.
    for index in text.indices where text[index] == 0xE5 || text[index] == 0xE9 {
      guard
        text[index...].starts(with: "年".utf8)
          || bareMarks.contains(where: { text[index...].starts(with: $0.utf8) }),
        let found = numeral(endingAt: index, in: text)
      else { continue }
      var end = index
      if text[end...].starts(with: "年".utf8) { end += 3 } else if found.year == nil { continue }
      if text[end...].starts(with: "度".utf8) { end += 3 }
      return (found.start, end, found.year)
    }
    return nil
  }

  private static let bareMarks = ["部门决算", "单位决算", "部门预算", "单位预算", "决算", "预算"]

  /// The four signs before «年»; a sign that is left open makes the year unknown.
  private static func numeral(
    endingAt end: Int, in text: ArraySlice<UInt8>
  ) -> (start: Int, year: Int?)? {
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

  private static func sign(
    endingAt end: Int, in text: ArraySlice<UInt8>
  ) -> (width: Int, value: Int?)? {
    guard end > text.startIndex else { return nil }
    if (0x30...0x39).contains(text[end - 1]) { return (1, Int(text[end - 1]) - 0x30) }
    // A capital O is printed for 〇.
    if text[end - 1] == UInt8(ascii: "O") { return (1, 0) }
    let start = end - ChineseNumeral.length
    if start >= text.startIndex,
      let value = ChineseNumeral.value(
        at: start, in: text[..<end], among: [.digits, .zero, .ring, .circle])
    {
      return (ChineseNumeral.length, value)
    }
    return open.first { text[..<end].suffix($0.utf8.count).elementsEqual($0.utf8) }
      .map { ($0.utf8.count, nil) }
  }
}
