import ValueModel

/// Tells the name of a public body from the words around it: in a title, behind a label, at the
/// beginning of a sentence. All of it is in matching form.
enum BodyName {
  /// In bytes; no body has a longer name.
  static let longest = 150
  private static let shortest = 6

  /// Where the name stands in a stretch of a title; nil where none is left.
  ///
  /// What leads to it is taken away («首页>公开>…», «附件1», «关于公开»), what says which report it is,
  /// and what the name is only the subject of («…关于2024年…», «…财政拨款“三公”经费…»).
  static func place(in text: ArraySlice<UInt8>) -> Range<Int>? {
    var name = withoutEnd(text)
    if let mark = lastSeparator(in: name) { name = name[mark...] }
    name = withoutStart(name)
    if let about = start(of: "关于", in: name) {
      let behind = withoutEnd(withoutStart(name[(about + 6)...]))
      name = isBody(behind) ? behind : withoutEnd(name[..<about])
    }
    if !isBody(name), let cut = topics.compactMap({ start(of: $0, in: name) }).min() {
      name = withoutEnd(name[..<cut])
    }
    guard !name.isEmpty, name.count <= longest, isPlain(name) else { return nil }
    return name.indices
  }

  /// Whether a text ends as the names of bodies do, whatever else it says.
  static func isBody(_ name: ArraySlice<UInt8>) -> Bool {
    guard (shortest...longest).contains(name.count), isPlain(name),
      !notNames.contains(where: { name.starts(with: $0.utf8) })
    else { return false }
    let stem = withoutBracket(name)
    return !general.contains { stem.elementsEqual($0.utf8) }
      && endings.contains { ends(stem, with: $0) }
  }

  /// Whether a name is that of an area: the body may be any of it.
  static func isArea(_ name: ArraySlice<UInt8>) -> Bool {
    areas.contains { ends(name, with: $0) } && !ends(name, with: "社区") && !ends(name, with: "园区")
  }

  /// A name that has no mark of a sentence in it.
  private static func isPlain(_ name: ArraySlice<UInt8>) -> Bool {
    name.contains { $0 & 0xF0 == 0xE0 } && !hasLongNumber(name)
      && !name.contains { [0x2C, 0x3B, 0x3A, 0x3E, 0x7C, 0x25].contains($0) }
      && !marks.contains { ByteRun.contains($0, in: name) }
  }

  /// Numbers of files and dates; names of schools and districts have shorter ones.
  private static func hasLongNumber(_ name: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    for byte in name {
      digits = (0x30...0x39).contains(byte) ? digits + 1 : 0
      if digits > 3 { return true }
    }
    return false
  }

  // MARK: Around a name

  private static func withoutStart(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while true {
      let before = text.count
      if let annex = ["附件", "附表", "附"].first(where: { text.starts(with: $0.utf8) }) {
        let number = text.dropFirst(annex.utf8.count)
        let behind = numberEnd(in: number)
        if behind > number.startIndex || annex == "附件" { text = text[behind...] }
      }
      for word in openings where text.starts(with: word.utf8) {
        text = text.dropFirst(word.utf8.count)
      }
      for (open, close) in brackets where text.starts(with: open.utf8) {
        guard let end = start(of: close, in: text) else { continue }
        let behind = text[(end + close.utf8.count)...]
        // «《某局部门决算》» is the name's own bracket; «【决算公开】某局…» leads to it.
        text = behind.isEmpty ? text.dropFirst(open.utf8.count) : behind
      }
      if text.count == before { return text }
    }
  }

  private static func withoutEnd(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while true {
      let before = text.count
      for word in closings where ends(text, with: word) {
        text = text.dropLast(word.utf8.count)
      }
      for word in levels where ends(text, with: word) {
        let rest = text.dropLast(word.utf8.count)
        // «某省交通运输部门» is what the text calls the body.
        if isBody(rest) { text = rest }
      }
      if text.count == before { return text }
    }
  }

  private static func withoutBracket(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: UInt8(ascii: "(")),
      open > name.startIndex
    else { return name }
    return name[..<open]
  }

  private static func lastSeparator(in text: ArraySlice<UInt8>) -> Int? {
    var found = text.lastIndex { TitleText.separators.contains($0) }.map { $0 + 1 }
    for word in ["»", "›", "→", "/"] {
      for index in text.indices.reversed() where text[index...].starts(with: word.utf8) {
        found = max(found ?? 0, index + word.utf8.count)
        break
      }
    }
    return found
  }

  /// Behind «1», «二», «(1)», «1-2» and the mark that follows.
  private static func numberEnd(in text: ArraySlice<UInt8>) -> Int {
    var index = text.startIndex
    while index < text.endIndex {
      if (0x30...0x39).contains(text[index]) || [0x28, 0x29, 0x2D, 0x2E].contains(text[index]) {
        index += 1
      } else if ChineseNumeral.value(at: index, in: text, among: [.digits, .ten]) != nil {
        index += ChineseNumeral.length
      } else if text[index...].starts(with: "、".utf8) {
        index += 3
      } else {
        break
      }
    }
    // A year is no number of an annex.
    return text[index...].starts(with: "年".utf8) ? text.startIndex : index
  }

  private static func start(of word: String, in text: ArraySlice<UInt8>) -> Int? {
    guard let first = word.utf8.first else { return nil }
    return text.indices.first { text[$0] == first && text[$0...].starts(with: word.utf8) }
  }

  private static func ends(_ text: ArraySlice<UInt8>, with word: String) -> Bool {
    text.count >= word.utf8.count && text.suffix(word.utf8.count).elementsEqual(word.utf8)
  }
}

// MARK: Words

extension BodyName {
  private static let openings = ["关于", "公开", "转发", "现将", "标题", "“", "\"", "-", "—", "·", " "]
  private static let brackets = [("【", "】"), ("《", "》"), ("[", "]"), ("(", ")")]
  private static let closings = [
    "关于", "公开", "公布", "发布", "的", "年度", "(部门)", "(单位)", "(汇总)", "《", "“", "\"", "(", "[", "-", "—",
    "·", " ", "/",
  ]
  private static let levels = ["部门", "单位"]
  /// What a report is about; a name ends before it, unless the whole ends as names do
  /// («某县政府采购中心»).
  private static let topics = [
    "公开", "公布", "发布", "印发", "财政拨款", "一般公共预算", "政府性基金", "三公", "“三公", "决算", "预算", "收支",
    "部门决算", "单位决算", "部门预算", "单位预算", "整体支出", "项目支出", "绩效", "政府采购", "机关运行", "区级", "市级", "县级",
    "省级",
  ]
  private static let marks = ["。", "、", "《", "》", "元", "年度", "为", "根据"]
  private static let notNames = [
    "本", "该", "我", "各", "全", "其", "按", "以", "有关", "相关", "上级", "下级", "所属", "下属", "同级", "主管", "一级",
    "二级", "当前", "首页",
  ]
  /// Bodies of a kind, and no body.
  private static let general = ["党政机关", "行政机关", "国家机关", "人民政府", "人民法院", "人民检察院", "事业单位", "行政单位"]
  private static let areas = ["省", "市", "区", "县", "旗", "州", "盟", "镇", "乡", "街道"]
  /// What names of public bodies end with.
  private static let endings =
    areas + [
      "局", "委", "会", "办", "室", "厅", "部", "院", "校", "站", "所", "队", "馆", "处", "社", "园", "中心", "政府",
      "机关", "本级", "大学", "中学", "小学", "学", "公司", "集团", "团", "台", "库", "场", "段", "庭", "科", "组", "署",
      "宫", "基地", "联", "政协", "人大", "科协", "监狱", "家", "高中", "初中", "职中", "附中", "中专", "系统", "公署", "总队",
      "银行", "分行", "支行", "剧", "厂", "陵", "苑", "城", "港", "村", "幼",
    ]
}
