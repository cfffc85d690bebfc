/// What names of public bodies end with: unknown words at the beginning of a clause that end so say whose
/// figure follows and do not change the label.
enum BodyNames {
  private static let endings = [
    "局", "委", "办", "院", "校", "园", "中心", "会", "厅", "所", "站", "队", "馆", "街道", "镇", "乡", "县", "区", "市",
    "州", "旗", "盟", "省",
    "处", "部", "政府", "机关", "集团", "公司", "学", "协", "联", "医", "团", "部门", "单位", "村", "库", "台", "社", "组",
  ].map { Array($0.utf8) }
  private static let plurals = ["各单位", "各部门"].map { Array($0.utf8) }

  /// Whether a stretch of text ends as such a name does.
  static func ends(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    endings.contains { text[range].suffix($0.count).elementsEqual($0) }
  }

  /// A name without blanks and without what says that it is the body alone: one table prints «某局», another «某局(本级)».
  static func key(_ name: ArraySlice<UInt8>) -> String {
    var text = name.filter { $0 != 0x20 && $0 != 0x0A }
    for ending in alone
    where text.count > ending.count && text.suffix(ending.count).elementsEqual(ending) {
      text.removeLast(ending.count)
      break
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let alone = ["(本级)", "本级", "(机关)", "机关", "(汇总)"].map { Array($0.utf8) }

  /// Whether it names several bodies.
  static func isPlural(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    plurals.contains { text[range].suffix($0.count).elementsEqual($0) }
  }

  /// What several bodies together are called: «各单位», «各乡镇、县本级», «经汇总».
  static let sum = "汇总"
  /// What a government without the bodies below it is called: «区本级».
  private static let ownLevel = "本级"

  /// Whose figures they are, for words that name a government or several bodies: «全县» as printed, else one
  /// of two names, so that databases find them together.
  static func whole(_ text: ArraySlice<UInt8>) -> String {
    if text.starts(with: "全".utf8) { return String(decoding: text, as: UTF8.self) }
    return text.starts(with: "各".utf8) || !text.suffix(6).elementsEqual(ownLevel.utf8)
      ? sum : ownLevel
  }
}
