import ValueModel

/// Reads the lines above a table: its title, its number, the unit of its amounts.
enum TableCaption {
  /// The title of a table without its number, where the text is one: it ends with «表», maybe with a
  /// bracket or a remark behind it.
  static func title(in text: ArraySlice<UInt8>) -> String? {
    var name = withoutUnit(withoutNumber(text))
    while let last = name.last, last == UInt8(ascii: ")") || last == UInt8(ascii: "|"),
      let open = name.lastIndex(of: UInt8(ascii: "(")) ?? (last == 0x7C ? name.endIndex - 1 : nil)
    {
      name = name[..<open]
    }
    if let bracket = end(of: "《", in: name), let close = start(of: "》", in: name), bracket <= close
    {
      name = name[bracket..<close]
    }
    guard name.count >= 9, name.suffix(3).elementsEqual("表".utf8), !isTableNumber(name),
      !name.contains(UInt8(ascii: ",")), !contains("。", in: name)
    else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  /// The first line of a title on two lines, without its number: it speaks of what such tables are about,
  /// and is not the name of the report.
  static func beginning(in text: ArraySlice<UInt8>) -> String? {
    guard (6...longestRemark).contains(text.count), !isRemark(text), title(in: text) == nil,
      ["预算", "决算", "经费", "拨款", "收入", "支出", "年度"].contains(where: { contains($0, in: text) }),
      !["。", ";", ":"].contains(where: { contains($0, in: text) }),
      !["部门预算", "部门决算", "单位预算", "单位决算"].contains(where: {
        text.suffix($0.utf8.count).elementsEqual($0.utf8)
      })
    else { return nil }
    return String(decoding: withoutNumber(text), as: UTF8.self)
  }

  /// A title without the unit that stands on its line: «收入总表 单位:万元».
  private static func withoutUnit(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    for mark in ["金额单位:", "单位:"] {
      guard let place = start(of: mark, in: text), MoneyWord(caption: text) != nil else { continue }
      var name = text[..<place]
      while name.last == 0x20 || name.last == UInt8(ascii: "(") { name = name.dropLast() }
      return name.suffix(3).elementsEqual("表".utf8) ? name : text
    }
    return text
  }

  /// A line that names what a table is about and does not end with «表»: «2016年决算数与2015年决算数对比情况».
  static func looseTitle(in text: ArraySlice<UInt8>) -> String? {
    let name = withoutNumber(text)
    guard name.count >= 12, contains("决算", in: name) || contains("经费", in: name),
      !contains("。", in: name), !isRemark(text)
    else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  /// «公开01表», «单位:万元», «编制单位:…», «部门:…», «续表»: beside a title, none itself.
  static func isRemark(_ text: ArraySlice<UInt8>) -> Bool {
    if text.isEmpty || MoneyWord(caption: text) != nil || isTableNumber(text) { return true }
    guard text.count <= longestRemark else { return false }
    if text.elementsEqual("(续)".utf8) || saysWhose(text) { return true }
    return ["编制单位", "填报单位", "公开", "续表", "附表", "财决", "编制部门", "填报部门"].contains {
      text.starts(with: $0.utf8)
    }
  }

  private static let longestRemark = 120

  /// «预算单位:某某局», «编制日期:…»: a word and a colon, before whose table it is and when it was made.
  private static func saysWhose(_ text: ArraySlice<UInt8>) -> Bool {
    guard let colon = text.prefix(longestWord + 1).firstIndex(of: UInt8(ascii: ":")) else {
      return false
    }
    return ["单位", "部门", "名称", "日期", "时间", "代码", "年度"].contains {
      text[..<colon].suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  /// In bytes: eight characters.
  private static let longestWord = 24

  /// «公开01表», «表1», «附表3».
  private static func isTableNumber(_ text: ArraySlice<UInt8>) -> Bool { number(in: text) != nil }

  /// The digits of a line that numbers a table and says nothing else.
  static func number(in text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.count <= 30 else { return nil }
    var rest = text.filter { !(0x30...0x39).contains($0) && $0 != 0x20 && $0 != UInt8(ascii: "-") }
    rest.removeAll { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }
    let isNumber =
      [
        "公开表", "表", "附表", "公开部门表", "决公开表", "财决公开表", "公开表续", "财决表", "附件", "预算表", "部门预算表",
        "预算公开表",
      ]
      .contains { rest.elementsEqual($0.utf8) } && rest.count < text.count
    return isNumber ? text.filter { (0x30...0x39).contains($0) } : nil
  }

  /// The text behind «一、», «(一)», «1.», «表1 », «附表2:».
  private static func withoutNumber(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text
    // «预算06表 …», «部门决算公开05表 …»: the number of a table stands before its title.
    for word in ["预算公开", "决算公开", "部门公开", "公开", "预算", "决算"] where rest.starts(with: word.utf8) {
      let digits = rest.dropFirst(word.utf8.count)
      let behind = digits.drop { (0x30...0x39).contains($0) }
      guard behind.startIndex > digits.startIndex, behind.starts(with: "表".utf8) else { continue }
      let title = behind.dropFirst(3).drop { $0 == 0x20 || $0 == UInt8(ascii: ":") }
      if title.count >= 9 { return title }
    }
    for word in ["预算表", "附表", "附件", "表"] where rest.starts(with: word.utf8) {
      let behind = rest.dropFirst(word.utf8.count)
      let number = behind.drop { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
      if number.startIndex > behind.startIndex || startsWithNumeral(behind) { rest = behind }
      break
    }
    let bracketed = rest.first == UInt8(ascii: "(")
    var number = bracketed ? rest.dropFirst() : rest
    let start = number.startIndex
    while let first = number.first {
      if (0x30...0x39).contains(first) {
        number = number.dropFirst()
      } else if startsWithNumeral(number) {
        number = number.dropFirst(3)
      } else {
        break
      }
    }
    guard number.startIndex > start else { return rest }
    if bracketed { return number.first == UInt8(ascii: ")") ? number.dropFirst() : rest }
    if number.starts(with: "、".utf8) { return number.dropFirst(3) }
    if let first = number.first,
      first == UInt8(ascii: ".") || first == UInt8(ascii: ":") || first == 0x20
    {
      return number.dropFirst()
    }
    return rest
  }

  private static func startsWithNumeral(_ text: ArraySlice<UInt8>) -> Bool {
    ChineseNumeral.value(at: text.startIndex, in: text, among: [.digits, .ten]) != nil
  }

  private static func start(of word: String, in text: ArraySlice<UInt8>) -> Int? {
    text.indices.first { text[$0] == word.utf8.first && text[$0...].starts(with: word.utf8) }
  }

  private static func end(of word: String, in text: ArraySlice<UInt8>) -> Int? {
    start(of: word, in: text).map { $0 + word.utf8.count }
  }

  private static func contains(_ word: String, in text: ArraySlice<UInt8>) -> Bool {
    start(of: word, in: text) != nil
  }
}
