import ValueModel

/// How often a text speaks of the two sides of the accounts, of the bodies that have them and of
/// money: what tells a report without a title. One pass over the text.
struct AccountsWords {
  /// 决算, but for «预决算», which means both.
  private(set) var finalAccounts = 0
  /// 预算 where it means a plan: not in the name of a fund (一般公共预算) or of a task (预算绩效), and not
  /// where final accounts speak of it too (年初预算, 完成预算).
  private(set) var budget = 0
  /// 部门决算, 部门预算, 本部门.
  private(set) var department = 0
  /// 单位决算, 单位预算, 本单位.
  private(set) var unit = 0
  /// 部门决算, 单位预算 …: the name of the whole report.
  private(set) var wholeReport = 0
  private(set) var threePublic = 0
  /// What reports on more than the three public expenses speak of: 收入合计, 基本支出.
  private(set) var whole = 0
  /// 自评: what was reached is told, not planned.
  private(set) var evaluation = 0
  /// What only a government has: 税收收入, 转移支付收入.
  private(set) var government = 0
  /// Incomes, expenditures, purchases, funds of any kind.
  private(set) var any = 0
  /// Digits with a unit of money behind them.
  private(set) var amounts = 0
  /// What a form leaves open: «XX», «××».
  private(set) var blanks = 0

  init(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        guard byte & 0xF0 == 0xE0, index + 2 < bytes.count else {
          if byte == UInt8(ascii: "X") || byte == UInt8(ascii: "x"), index > 0,
            bytes[index - 1] == byte
          {
            blanks += 1
          } else if byte == 0xC3, index > 1, bytes[index - 2] == 0xC3 {
            blanks += 1
          }
          index += 1
          continue
        }
        let code =
          UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
          | UInt32(bytes[index + 2] & 0x3F)
        if code == 0x7B97 || code == 0x516C || code == 0x4F4D || code == 0x95E8 || code == 0x5165
          || code == 0x51FA || code == 0x8D39 || code == 0x8D2D || code == 0x6B3E || code == 0x8BC4
          || code == 0x5143
        {
          count(code, Around(bytes: bytes, index: index))
        }
        index += 3
      }
    }
  }

  private mutating func count(_ code: UInt32, _ around: Around) {
    switch UnicodeScalar(code) {
    case "算" where around.follows("决"):
      any += 1
      if !around.follows("预决") { finalAccounts += 1 }
      countBody(of: "决", around)
    case "算" where around.follows("预"):
      any += 1
      countBody(of: "预", around)
      if !Self.fundsAndStages.contains(where: around.follows),
        !Self.tasks.contains(where: around.precedes)
      {
        budget += 1
      }
    case "门" where around.follows("本部") || around.follows("我部"): department += 1
    case "门" where around.follows("部") && Self.ofBodies.contains(where: around.precedes):
      department += 1
    case "位" where around.follows("本单") || around.follows("我单"): unit += 1
    case "位"
    where around.follows("单") && Self.ofBodies.dropFirst().contains(where: around.precedes):
      unit += 1
    case "评" where around.follows("自"): evaluation += 1
    case "公" where around.follows("三"):
      threePublic += 1
      any += 1
    case "入" where around.follows("收"):
      any += 1
      if Self.ofGovernments.contains(where: around.follows) { government += 1 }
      if Self.totals.contains(where: around.precedes) { whole += 1 }
    case "出" where around.follows("基本支") || around.follows("项目支"):
      any += 1
      whole += 1
    case "出" where around.follows("支"), "费" where around.follows("经"),
      "购" where around.follows("采"), "款" where around.follows("拨"):
      any += 1
    case "元" where around.isAmount: amounts += 1
    default: break
    }
  }

  private mutating func countBody(of side: String, _ around: Around) {
    if around.follows("部门" + side) {
      department += 1
      wholeReport += 1
    } else if around.follows("单位" + side) {
      unit += 1
      wholeReport += 1
    }
  }

  /// Each with the first sign of 预算.
  private static let fundsAndStages = [
    "共预", "金预", "营预", "年初预", "全年预", "调整预", "完成预",
  ]
  /// «部门:某局» over a table, «部门整体支出…», «部门收支…».
  private static let ofBodies = [":", "整体", "收支", "收入", "支出"]
  private static let totals = ["合计", "总计", "决算", "预算", "支出", "总体"]
  private static let tasks = ["绩效", "单位", "管理", "执行", "代码", "会计", "法"]
  /// Each without the last sign.
  private static let ofGovernments = ["税收收", "转移支付收", "转贷收", "非税收"]

  /// The neighbours of a sign.
  private struct Around {
    let bytes: UnsafeBufferPointer<UInt8>
    let index: Int

    /// Whether a text stands before the sign.
    func follows(_ word: String) -> Bool { stands(word, at: index - word.utf8.count) }

    /// Whether a text stands behind the sign.
    func precedes(_ word: String) -> Bool { stands(word, at: index + 3) }

    /// Whether a number stands before the sign, with 万 or 亿 between them or without.
    var isAmount: Bool {
      var place = index
      for scale in ["百", "万", "亿"] where stands(scale, at: place - 3) { place -= 3 }
      return place > 0 && (0x30...0x39).contains(bytes[place - 1])
    }

    private func stands(_ word: String, at start: Int) -> Bool {
      guard start >= 0, start + word.utf8.count <= bytes.count else { return false }
      var place = start
      for byte in word.utf8 {
        if bytes[place] != byte { return false }
        place += 1
      }
      return true
    }
  }
}
