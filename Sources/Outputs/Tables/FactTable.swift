extension ReportTables {
  static let facts = Table(
    "facts", "数字", "One figure with its meaning and its place.", path: ["facts"],
    keyed: [.text("fact_id", "编号", "f1, f2 … in the order of the source.", "id")],
    [
      .index("fact_index", "序", "Position from 0.", level: 1),
      .text("concept", "概念", "What is counted: `concepts.id`.", "concept"),
      .text("aspect", "方面", "Which side of it: actual, prior_year …; scheme aspect.", "aspect")
        .fiscal("phase:id"),
      .text("fund", "资金性质", "Kind of money; null: all money; scheme fund.", "dimensions/fund")
        .orNull
        .fiscal("fin-source:generic:code"),
      .text(
        "function", "功能分类", "Code of the functional item, or its label where no code is known.",
        "dimensions/function"
      ).orNull.fiscal("functional-classification:generic:code"),
      .text(
        "economic", "经济分类", "Code of the economic item, or its label where no code is known.",
        "dimensions/economic"
      ).orNull.fiscal("economic-classification:generic:code"),
      .text(
        "government_economic", "政府经济分类", "Item of the government's own economic classification.",
        "dimensions/government_economic"
      ).orNull.since(2),
      .text(
        "funding", "资金来源",
        "Which money: carryover, current_year, or a source beside the treasury; scheme funding.",
        "dimensions/funding"
      ).orNull.since(2),
      .text("vehicle_use", "车辆用途", "What a vehicle is used for.", "dimensions/vehicle_use").orNull,
      .text("entity", "其他主体", "Another body that the figure is about.", "dimensions/entity").orNull,
      .text("project", "项目", "The project that the figure is about.", "dimensions/project").orNull
        .since(2),
      .text("year", "其他年度", "The year, where it is not the report's.", "dimensions/year").orNull,
      .decimal("value", "数值", "The number in the digits printed; decreases are negative.", "value"),
      .text("unit", "计量单位", "The unit printed; scheme unit.", "unit"),
      .decimal("yuan", "元", "Money in yuan, exact; null for everything else.", "yuan").orNull
        .fiscal("value"),
      .text("label", "名称", "The label printed.", "label"),
      .text(
        "code_status", "代码状态", "unverified: the code was found by an unverified name.", "codeStatus"
      )
      .orNull,
      .text("reason", "原因", "The reason given for a change.", "reason").orNull,
      .text(
        "trust", "可信度", "How well it stands: proved or read; scheme trust_grade.", "trust/grade"
      )
      .since(2),
      .text("rule", "规则", "layout/section/concept: the rule that took the figure.", "rule"),
    ] + Column.place
  ).indexed(
    .init("concept", "aspect", "report_id"), .init("function", where: "function IS NOT NULL")
  ).searched("label", "reason")

  static let statementTables: [Table] = [
    Table(
      "statements", "报表", "An official statement that the report holds or lists.",
      path: ["statements"], keyed: [statementIndex],
      [
        .text("statement_id", "报表代码", "Canonical id; null where the title is not known.", "id")
          .orNull,
        .text("title", "标题", "The title printed.", "title"),
        .text("fund", "资金性质", "Kind of money that its title names; scheme fund.", "fund")
          .orNull.since(2),
        .text(
          "aspect", "口径", "What its amounts tell where no head says otherwise; scheme aspect.",
          "aspect"
        ).orNull.since(2),
        .text("unit", "计量单位", "What its amounts are printed in.", "unit").orNull,
        .boolean("listed_only", "仅列名", "Whether the report only names it.", "listedOnly"),
        .boolean("empty", "空表", "Whether its table is there and holds no amount.", "empty"),
        .json("pages", "页", "Pages of a PDF on which it stands.", "pages"),
        .source,
      ]),
    Table(
      "statement_columns", "报表栏目", "One column of amounts of a statement.",
      path: ["statements", "columns"], keyed: [statementIndex, columnID], parent: "statements",
      [
        .index("column_index", "序", "Position from the left, from 0.", level: 2),
        .text("label", "栏目", "The heads above it, from top to bottom.", "label"),
      ]),
    Table(
      "statement_rows", "报表行", "One row of a statement; a two-sided row is two.",
      path: ["statements", "rows"],
      keyed: [statementIndex, rowIndex], parent: "statements",
      [
        .text("code", "科目编码", "Code of the classification, as printed.", "code").orNull
          .fiscal("functional-classification:generic:code"),
        .text("label", "科目名称", "The label printed.", "label").orNull
          .fiscal("functional-classification:generic:label"),
        .integer("level", "级次", "1 class, 2 category, 3 item.", "level").orNull,
        .text("side", "侧", "Of a statement with two sides: income or expenditure.", "side").orNull
          .fiscal("direction"),
        Column(
          "source", .json, "出处", "The place of the label, or of the code.",
          .either(.init("sources/label"), .init("sources/code"))
        ).orNull,
      ]),
    Table(
      "statement_values", "报表数值", "One amount of a statement.",
      path: ["statements", "rows", "values"],
      keyed: [
        statementIndex, rowIndex,
        Column("column_id", .text, "栏目代码", "The column, unique within the statement.", .name),
      ], parent: "statement_rows",
      [
        Column(
          "value", .decimal, "数值", "The number in the digits printed.", .member(.init(""))),
        .text("unit", "计量单位", "The statement's unit.", "unit", level: 1).orNull,
        Column(
          "yuan", .decimal, "元", "The amount in yuan, exact; null where the unit is not known.",
          .yuan(.init(""), unit: .init("unit", level: 1))
        ).orNull.fiscal("value"),
        Column(
          "source", .json, "出处", "Its place in the source.", .underName(.init("sources", level: 2))
        )
        .orNull,
      ]
    ).referring(["report_id", "statement_index", "column_id"], to: "statement_columns"),
  ]

  private static let statementIndex = Column.index(
    "statement_index", "报表序", "Position of the statement, from 0.", level: 1)
  private static let rowIndex = Column.index(
    "row_index", "行序", "Position of the row, from 0.", level: 2)
  private static let columnID = Column.text(
    "column_id", "栏目代码", "Unique within the statement.", "id")
}
