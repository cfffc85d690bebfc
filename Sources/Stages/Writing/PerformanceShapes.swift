internal import ReportModel

extension Shape where Value == PerformanceEvaluation {
  /// One table of targets or of a self-evaluation.
  static var performance: Shape<PerformanceEvaluation> {
    let fields: [SourcedProperty<PerformanceEvaluation>] = [
      .field("name", "The project's or unit's name.") { $0.name },
      .field("supervisingDepartment", "主管部门.") { $0.supervisingDepartment },
      .field("implementingUnit", "实施单位.") { $0.implementingUnit },
    ]
    let scope: Property<PerformanceEvaluation> =
      Property("scope", "The whole body or one project.", .rawValue) {
        $0.scope
      }
    let rest: [Property<PerformanceEvaluation>] = [
      .nullable("unit", "Printed unit of the funds; null where none is printed.", .rawValue) {
        $0.unit
      },
      .list("funds", "Rows of funds in their order.", .fund) { $0.funds },
      .list("goals", "Goals and what came of them.", .goal) { $0.goals },
      .list("indicators", "Rows of indicators in their order.", .indicator) { $0.indicators },
      .nullable("total", "The row 总分; null where there is none.", .total) { $0.total },
      .sources(of: "performance", fields),
      Property("source", "The place of the table itself.", .source) { $0.source },
    ]
    return .record(
      "performance",
      "One performance table: targets of a budget (绩效目标表) or a self-evaluation (绩效自评表).",
      [scope] + fields.map(\.property) + rest)
  }
}

extension Shape where Value == PerformanceEvaluation.FundRow {
  /// One row of funds.
  static var fund: Shape<PerformanceEvaluation.FundRow> {
    let label: SourcedProperty<PerformanceEvaluation.FundRow> =
      .field("label", "The row's label as printed.") { $0.label }
    let figures: [SourcedProperty<PerformanceEvaluation.FundRow>] =
      PerformanceEvaluation.FundField.allCases.map { field in
        .figure(field.rawValue, field.description) { $0.figures[field] }
      }
    let members = [label] + figures
    return .record(
      "fund", "One row of funds.",
      [
        .nullable("id", "Canonical id; null where the label is not known.", .string) { $0.id }
      ] + members.map(\.property) + [.sources(of: "fund", members)])
  }
}

extension PerformanceEvaluation.FundField {
  /// What the schema says of it.
  fileprivate var description: String {
    switch self {
    case .initialBudget: "年初预算数."
    case .annualBudget: "全年预算数."
    case .executed: "全年执行数."
    case .weight: "分值."
    case .executionRate: "执行率, in percent."
    case .score: "得分."
    }
  }
}

extension Shape where Value == PerformanceEvaluation.Goal {
  /// A goal and what came of it.
  static var goal: Shape<PerformanceEvaluation.Goal> {
    let members: [SourcedProperty<PerformanceEvaluation.Goal>] = [
      .field("expected", "预期目标.") { $0.expected },
      .field("actual", "实际完成情况.") { $0.actual },
    ]
    return .record(
      "goal", "A goal and what came of it.",
      members.map(\.property) + [.sources(of: "goal", members)])
  }
}

extension Shape where Value == PerformanceEvaluation.Indicator {
  /// One row of indicators.
  static var indicator: Shape<PerformanceEvaluation.Indicator> {
    let members: [SourcedProperty<PerformanceEvaluation.Indicator>] = [
      .field("level1", "一级指标.") { $0.level1 },
      .field("level2", "二级指标.") { $0.level2 },
      .field("level3", "三级指标.") { $0.level3 },
      .figure("weight", "分值 (权重).") { $0.weight },
      .measure("target", "年度指标值.") { $0.target },
      .measure("actual", "实际完成值.") { $0.actual },
      .figure("completionRate", "完成率, in percent.") { $0.completionRate },
      .figure("score", "得分.") { $0.score },
      .field("basis", "指标值设定依据.") { $0.basis },
      .measure("priorYear", "上年完成值.") { $0.priorYear },
      .field("scoringRule", "赋分规则.") { $0.scoringRule },
      .field("evidence", "佐证资料.") { $0.evidence },
      .field("deviation", "偏差原因分析及改进措施.") { $0.deviation },
    ]
    return .record(
      "indicator", "One row of indicators; null where the table has no such column.",
      members.map(\.property) + [.sources(of: "indicator", members)])
  }
}

extension Shape where Value == PerformanceEvaluation.Total {
  /// The row 总分.
  static var total: Shape<PerformanceEvaluation.Total> {
    let members: [SourcedProperty<PerformanceEvaluation.Total>] = [
      .figure("weight", "The sum of weights.") { $0.weight },
      .figure("score", "The sum of scores.") { $0.score },
    ]
    return .record(
      "total", "The row 总分.", members.map(\.property) + [.sources(of: "total", members)])
  }
}
