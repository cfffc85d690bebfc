import ReportModel

/// The closed word classes of the grammar of measures, in matching form (DESIGN.md §2; the words
/// are those that provinces were seen to use). Labels are open and come from the mapping files.
enum MeasureWords {
  /// Which side of a concept a figure tells.
  static let aspects: [(Aspect, [String])] = [
    (
      .actual,
      [
        "支出决算数", "支出决算", "收入决算数", "收入决算", "决算支出数", "决算支出", "决算数", "决算总额", "决算", "全年执行数", "执行数",
        "实际支出",
      ]
    ),
    (
      .initialBudget,
      ["年初预算数", "年初预算", "支出年初预算数", "支出年初预算", "支出预算数", "支出预算", "收入预算数", "收入预算", "预算数", "预算安排", "预算"]
    ),
    (
      .annualBudget,
      [
        "全年预算数", "全年预算", "支出全年预算数", "支出全年预算", "调整预算数", "调整预算", "支出调整预算", "调整后预算数", "调整后预算", "调整数",
      ]
    ),
    (.variancePercent, ["预决算差异率"]),
    (
      .completionPercent,
      [
        "完成年初预算数的", "完成年初预算的", "完成年初预算", "完成全年预算数的", "完成全年预算的", "完成全年预算", "完成调整预算的", "完成调整预算",
        "完成调整预算数的",
        "完成调整数的", "完成预算数的", "完成预算的", "完成预算数", "完成预算", "预算执行率", "执行率",
      ]
    ),
  ]

  static let shares = ["占"]

  /// Comparisons that name no year.
  static let comparisons: [(ComparisonBase, [String])] = [
    (
      .priorYear,
      [
        "与上年相比", "与上年同期相比", "与上年决算相比", "与上年决算数相比", "与上一年相比", "与去年相比", "比上年决算数", "比上年决算", "比上年同期",
        "比上年", "比上一年",
        "比去年", "较上年决算数", "较上年决算", "较上年同期", "较上年", "较上一年", "较去年", "同比上年度", "同比去年", "同比", "按同口径同比",
        "与上年同口径相比",
        "与上年度相比", "较上年度", "比上年度", "同口径(下同)", "同口径",
      ]
    ),
    (
      .initialBudget,
      [
        "与年初预算相比", "与年初预算数相比", "比年初预算数", "比年初预算", "较年初预算数", "较年初预算", "与预算相比", "与预算数相比", "比预算数",
        "比预算", "较预算数", "较预算",
      ]
    ),
    (
      .annualBudget,
      ["与全年预算相比", "与全年预算数相比", "比全年预算数", "比全年预算", "较全年预算数", "较全年预算", "与调整预算相比", "较调整预算", "比调整预算"]
    ),
  ]

  static let directions: [(Direction, [String])] = [
    (.up, ["增加了", "增加", "增长了", "增长", "上升", "增收", "增支", "增了", "上涨", "提高"]),
    (.down, ["减少了", "减少", "下降了", "下降", "降低了", "降低", "减收", "减支", "压减", "缩减"]),
    (.level, ["基本持平", "持平", "无增减变化", "无变化", "无增减"]),
  ]

  /// What follows up to the end of the sentence gives reasons, purposes or a definition.
  static let reasons = [
    "主要原因是", "主要原因为", "主要原因", "其主要原因", "增加的主要原因", "减少的主要原因", "差异原因是", "原因是", "原因为", "主要是由于",
    "主要是因为", "主要是", "主要系",
    "是由于", "由于", "是因为", "主要变动原因是", "主要变动原因", "变动原因", "根本原因", "主要用于", "用于", "主要包括", "开支内容包括", "内容包括",
    "包括",
  ]

  static let parts = ["其中"]

  static let nothing = ["无", "没有", "未安排", "未发生"]

  /// Several figures follow, one for each of what was named, in order.
  static let distributives = ["分别为", "分别是", "分别", "各为", "各是", "各"]

  /// Words that may stand before a label or between a label and its figure without changing what
  /// the figure means.
  static let fillers = [
    "支出总额", "支出合计", "支出", "经费", "费用", "合计", "总计", "共计", "总额", "金额", "总数", "数", "共有", "共", "约", "为",
    "是", "达到", "达", "的",
    "等", "均", "年度", "年末", "年初", "全年", "当年", "本年度", "本年", "本级", "本单位", "本部门", "我单位", "我部门", "我局",
    "单位", "部门",
    "安排", "累计", "计", "中", "其", "实际", "发生", "完成", "使用", "年", "度", "截至", "财政拨款", "一般公共预算财政拨款", "开支",
    "支出数", "人数", "数量",
    "有", "现有", "设有", "内设", "下设", "设", "个数", "总体", "也", "和", "及", "与", "收入", "价值量", "每年", "我区", "全部",
    "形成", "实行",
  ]

  /// Measure words of counts by the canonical unit they stand for.
  static let countUnits: [(Unit, [String])] = [
    (.personTime, ["人次"]),
    (.person, ["人", "名"]),
    (.vehicle, ["辆", "台"]),
    (.batch, ["批次", "批(次)", "批", "个批次"]),
    (.group, ["个团组", "团组", "个", "个次", "团次"]),
    (.set, ["台(套)", "台/套", "台套", "套", "台"]),
    (.squareMetre, ["平方米", "平米", "m2"]),
    (.division, ["个"]),
    (.unit, ["个", "家"]),
    (.table, ["个", "张", "份"]),
    (.project, ["个", "项"]),
  ]

  /// Whether things of a unit are counted with a measure word.
  static func counts(_ unit: Unit, in word: String) -> Bool {
    countUnits.contains { $0.0 == unit && $0.1.contains(word) }
  }

  static let moneyUnits: [(Unit, [String])] = [
    (.hundredMillionYuan, ["亿元"]),
    (.tenThousandYuan, ["万元", "万"]),
    (.yuan, ["元"]),
  ]
}
