/// The anchor words by which structure is told, in matching form.
package struct SegmentingVocabulary: Sendable {
  /// What the heading of a section below the second level ends with.
  package var headingEndings: [String]
  /// What a heading ends with that shares its paragraph with the text («(二)政府采购情况:2024年…»).
  package var inlineEndings: [String]
  /// What such a heading ends with if it is what the text is about («1.公务接待费。2024年…»). A term that
  /// is defined ends so too.
  package var subjectEndings: [String]
  /// What a heading without a number ends with.
  package var bareEndings: [String]
  /// What the heading of a section ends with whose numbered entries are duties and no sections.
  package var dutySections: [String]
  /// What a numbered entry below such a section ends with that is a heading after all.
  package var overviewEndings: [String]
  /// What the heading of a section ends with that lists the official statements.
  package var statementSections: [String]
  /// Column heads of the rows of funds; a row with two of them is their header row.
  package var fundColumns: [String]
  /// What stands under a column of funds that is divided, over the figure of the whole.
  package var wholes: [String]
  /// What the label of a row of funds holds that has its amount beside it.
  package var funds: [String]
  /// What the label of a goal begins with that has its text beside it or below.
  package var goals: [String]
  /// What the head of the column of expected goals begins with.
  package var expectedGoals: [String]
  /// What the head of the column of reached goals ends with.
  package var actualGoals: [String]
  /// What the title of a performance table contains.
  package var performanceTitles: [String]
  /// What the row of totals begins with.
  package var totals: [String]

  /// The words of the reports known so far.
  package static let standard = SegmentingVocabulary(
    headingEndings: [
      "情况", "说明", "概况", "职能", "职责", "设置", "经费", "解释", "构成", "事项", "报表", "决算", "绩效", "采购", "资产",
      "业务费",
      "简介", "成效", "问题", "占用", "结果", "名词",
    ],
    inlineEndings: ["情况", "说明"],
    subjectEndings: [
      "费", "费用", "采购", "绩效", "资产", "基本支出", "项目支出", "收入预算", "支出预算", "收入决算", "支出决算",
    ],
    bareEndings: ["情况", "说明", "概况", "职能", "职责", "设置", "名词解释", "简介"],
    dutySections: ["职能", "职责"],
    overviewEndings: ["职能", "职责", "设置", "设置情况", "构成", "概况"],
    statementSections: ["报表", "决算表", "附表", "公开表"],
    fundColumns: ["年初预算", "全年预算", "调整预算", "调整后预算", "全年执行", "预算执行", "执行率"],
    wholes: ["总额", "总数", "小计", "合计", "总计", "金额", "资金总额"],
    funds: ["资金", "拨款", "结转", "年度金额"],
    goals: ["年度总体目标", "总体目标", "年度绩效目标", "绩效目标", "年度目标", "预期目标"],
    expectedGoals: ["预期目标", "年初设定目标", "年初目标", "年度目标"],
    actualGoals: ["实际完成情况", "全年目标完成情况", "目标完成情况", "完成情况"],
    performanceTitles: ["绩效自评表", "绩效目标自评表"],
    totals: ["总分", "合计", "总计"])
}
