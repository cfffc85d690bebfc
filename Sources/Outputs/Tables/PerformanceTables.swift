extension ReportTables {
  static let performanceTables: [Table] = [projects, funds, goals, indicators]

  private static let evaluation = Column.index(
    "evaluation_index", "自评表序", "Position of the self-evaluation table, from 0.", level: 1)

  private static let projects = Table(
    "performance_projects", "绩效自评表",
    "One self-evaluation table: of the whole body or of a project.",
    path: ["performance"], keyed: [evaluation],
    [
      .text("scope", "范围", "overall or project.", "scope"),
      .text("name", "名称", "The project's or unit's name.", "name").orNull
        .fiscal("activity:generic:project:label"),
      .text("supervising_department", "主管部门", "主管部门.", "supervisingDepartment").orNull,
      .text("implementing_unit", "实施单位", "实施单位.", "implementingUnit").orNull,
      .text("unit", "计量单位", "Printed unit of the funds.", "unit").orNull,
      .decimal("total_weight", "总分值", "The sum of weights (总分).", "total/weight").orNull,
      .decimal("total_score", "总得分", "The sum of scores (总分).", "total/score").orNull,
      .source,
    ])

  private static let funds = Table(
    "performance_funds", "绩效资金", "One row of funds of a self-evaluation table.",
    path: ["performance", "funds"],
    keyed: [evaluation, .index("fund_index", "序", "Position of the row, from 0.", level: 2)],
    parent: "performance_projects",
    [
      .text("fund_id", "资金代码", "total, current_year_appropriation …; null: not known.", "id")
        .orNull,
      .text("label", "名称", "The row's label as printed.", "label").orNull,
      .text("unit", "计量单位", "Printed unit of the funds.", "unit", level: 1).orNull,
      .decimal("initial_budget", "年初预算数", "年初预算数.", "initialBudget").orNull,
      .fundYuan("initial_budget_yuan", "年初预算数（元）", "initialBudget"),
      .decimal("annual_budget", "全年预算数", "全年预算数.", "annualBudget").orNull,
      .fundYuan("annual_budget_yuan", "全年预算数（元）", "annualBudget"),
      .decimal("executed", "全年执行数", "全年执行数.", "executed").orNull,
      .fundYuan("executed_yuan", "全年执行数（元）", "executed"),
      .decimal("weight", "分值", "分值.", "weight").orNull,
      .decimal("execution_rate", "执行率", "执行率, in percent.", "executionRate").orNull,
      .decimal("score", "得分", "得分.", "score").orNull,
      .sources,
    ])

  private static let goals = Table(
    "performance_goals", "绩效目标", "A goal and what came of it.", path: ["performance", "goals"],
    keyed: [evaluation, .index("goal_index", "序", "Position of the row, from 0.", level: 2)],
    parent: "performance_projects",
    [
      .text("expected", "预期目标", "预期目标.", "expected").orNull,
      .text("actual", "实际完成情况", "实际完成情况.", "actual").orNull,
      .sources,
    ])

  private static let indicators = Table(
    "performance_indicators", "绩效指标", "One row of indicators of a self-evaluation table.",
    path: ["performance", "indicators"],
    keyed: [evaluation, .index("indicator_index", "序", "Position of the row, from 0.", level: 2)],
    parent: "performance_projects",
    [
      .text("level1", "一级指标", "一级指标.", "level1").orNull,
      .text("level2", "二级指标", "二级指标.", "level2").orNull,
      .text("level3", "三级指标", "三级指标.", "level3").orNull,
      .decimal("weight", "分值", "分值 (权重).", "weight").orNull,
    ] + measure("target", "年度指标值", "target") + measure("actual", "实际完成值", "actual") + [
      .decimal("completion_rate", "完成率", "完成率, in percent.", "completionRate").orNull,
      .decimal("score", "得分", "得分.", "score").orNull,
      .text("basis", "设定依据", "指标值设定依据.", "basis").orNull,
    ] + measure("prior_year", "上年完成值", "priorYear") + [
      .text("scoring_rule", "赋分规则", "赋分规则.", "scoringRule").orNull,
      .text("evidence", "佐证资料", "佐证资料.", "evidence").orNull,
      .text("deviation", "偏差原因", "偏差原因分析及改进措施.", "deviation").orNull,
      .sources,
    ])

  /// «>=95%» in four columns.
  private static func measure(_ name: String, _ zh: String, _ member: String) -> [Column] {
    [
      .text(name + "_text", zh, zh + ", as printed.", member + "/text").orNull,
      .text(name + "_comparator", zh + "比较符", "One of =, >=, <=, >, <.", member + "/comparator")
        .orNull,
      .decimal(name + "_value", zh + "数值", "Its number.", member + "/value").orNull,
      .text(name + "_unit", zh + "单位", "Its unit as printed.", member + "/unit").orNull,
    ]
  }
}

extension Column {
  fileprivate static func fundYuan(_ name: String, _ zh: String, _ member: String) -> Column {
    .yuan(name, zh, "The same in yuan, exact.", of: member, unit: Path("unit", level: 1))
      .fiscal("value")
  }

  fileprivate static let sources = Column.json(
    "sources", "出处", "Of each member that was printed, its place in the source.", "sources")
}
