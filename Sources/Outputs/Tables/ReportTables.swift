/// All tables, parents before children.
package enum ReportTables {
  /// Filled from reports.
  package static let reportTables: [Table] =
    [reports, mainFunctions, divisions] + statementTables + [facts] + performanceTables
    + [glossary, checks, suspects, remarks, doubtful, unmapped, notes]

  /// Filled from the mapping files: what codes mean.
  package static let vocabularyTables: [Table] = [concepts, codes]

  /// The whole JSON of each report, for databases that can look into it.
  package static let documents = Table(
    "documents", "报告全文", "The whole canonical JSON of a report.", path: [], keyed: [],
    [Column("document", .json, "全文", "The canonical JSON.", .document)])

  static let reports = Table(
    "reports", "报告", "One published report, as one file holds it.", key: ["id"],
    columns: [
      .text("id", "编号", "First 16 hexadecimal digits of the source's SHA-256.", "report/id"),
      .text(
        "key", "同一报告", "institution/year/kind: groups publications of one report.", "report/key"),
      .text("title", "标题", "The title as printed.", "report/title").orNull,
      .text("institution", "单位", "The body that reports.", "report/institution").orNull
        .fiscal("administrative-classification:generic:label"),
      .integer("fiscal_year", "年度", "The year that is reported on.", "report/fiscalYear").orNull
        .fiscal("date:fiscal-year"),
      .text("kind", "种类", "What kind of document it is: a code of scheme kind.", "report/kind"),
      .text("layout", "版式", "The mapping layout that was taken.", "report/layout/id"),
      .decimal(
        "layout_score", "版式符合度", "Share of the expected headings that were seen.",
        "report/layout/score"),
      .text("source_file", "文件", "The source's name without folders.", "report/source/file"),
      .text("source_format", "格式", "The source's format.", "report/source/format"),
      .text("source_encoding", "编码", "The source's character encoding.", "report/source/encoding")
        .orNull,
      .text("source_sha256", "文件摘要", "SHA-256 of the source.", "report/source/sha256"),
      .integer("source_bytes", "文件大小", "Size of the source in bytes.", "report/source/bytes"),
      .integer(
        "source_pages", "页数", "Number of pages, where the format has pages.", "report/source/pages"
      )
      .orNull,
      .integer("figures", "数字个数", "Arabic figures of the source.", "coverage/figures"),
      .integer(
        "mapped", "已识别", "Figures that became facts or members of records.", "coverage/mapped"),
      .integer(
        "explained", "已解释", "Dates, ordinals, figures within quoted texts.", "coverage/explained"),
      .integer(
        "doubtful", "存疑", "Figures of which a part of the meaning is open.", "coverage/doubtful"
      )
      .since(2),
      .integer("unmapped", "未识别", "Figures that no rule took.", "coverage/unmapped"),
      Column("content_sha256", .text, "内容摘要", "SHA-256 of the canonical JSON.", .digest),
    ]
  ).indexed(.init("key"), .init("institution"), .init("fiscal_year"))

  static let mainFunctions = Table(
    "main_functions", "主要职能", "What the body is for (主要职能).", path: ["overview", "functions"],
    keyed: [.index("function_index", "序", "Position from 0.", level: 1)],
    [
      .integer("number", "编号", "Its number, from 1.", "number"),
      .text("text", "内容", "Its text without the number.", "text"),
      .source,
    ])

  static let divisions = Table(
    "divisions", "内设机构", "How the body is divided (内设机构).", path: ["overview", "divisions"],
    keyed: [.index("division_index", "序", "Position from 0.", level: 1)],
    [.text("name", "名称", "Its name.", "name"), .source])

  static let glossary = Table(
    "glossary", "名词解释", "A term and what the report says it means.", path: ["glossary"],
    keyed: [.index("term_index", "序", "Position from 0.", level: 1)],
    [
      .text("term", "名词", "The term.", "term"),
      .text("definition", "解释", "What it means.", "definition"),
      .source,
    ])

  static let checks = Table(
    "checks", "勾稽关系", "The outcome of one accounting relation asked of one set of figures.",
    path: ["checks"],
    keyed: [.index("check_index", "序", "Position from 0.", level: 1)],
    [
      .text("check_id", "关系", "The relation, by its id in the check files.", "id"),
      .text("status", "结果", "pass, rounding, fail or not_applicable.", "status"),
      .text("severity", "级别", "How much it matters where it fails.", "severity"),
      .decimal("expected", "应为", "What the other figures give.", "expected").orNull,
      .decimal("actual", "实为", "The printed value that was asked.", "actual").orNull,
      .decimal("difference", "差额", "actual less expected.", "difference").orNull,
      .decimal("tolerance", "容差", "How far rounding alone can set the two apart.", "tolerance")
        .orNull,
      .json(
        "facts", "涉及的数字", "Ids of the facts taken (`facts.fact_id`), the one asked first.", "facts"),
      .json("records", "涉及的记录", "JSON pointers of the record fields taken.", "records"),
      .text("message_zh", "说明", "In words, in Chinese; null where it simply holds.", "message/zh")
        .orNull,
      .text("message_en", "说明（英文）", "In words, in English.", "message/en").orNull,
    ]
  ).indexed(.init("check_id", "report_id", where: "status = 'fail'"))

  static let suspects = Table(
    "suspects", "疑似误印",
    "A printed value that, changed in one way, would make failed relations hold.",
    path: ["suspects"],
    keyed: [.index("suspect_index", "序", "Position from 0, the likeliest first.", level: 1)],
    [
      .text("figure", "数字", "A fact's id or the JSON pointer of a record's field.", "figure"),
      .decimal("printed", "所印", "The value printed.", "printed"),
      .decimal("proposed", "推测", "The value that would make them hold.", "proposed"),
      .text("slip", "误印方式", "What would have happened to it.", "slip"),
      .json("resolves", "可解决", "Positions in `checks` that would hold then.", "resolves"),
      .integer("breaks", "会破坏", "How many checks would no longer hold.", "breaks"),
    ])

  static let remarks = Table(
    "remarks", "文字问题", "What a careful reader would remark on a text of the report.",
    path: ["remarks"],
    keyed: [.index("remark_index", "序", "Position from 0.", level: 1)],
    [
      .text("remark_id", "规则", "The rule, by its id in the remark files.", "id"),
      .text("severity", "级别", "How much it matters.", "severity"),
      .text("text", "原文", "The text remarked on.", "source/text"),
      .text("message_zh", "说明", "In words, in Chinese.", "message/zh"),
      .text("message_en", "说明（英文）", "In words, in English.", "message/en"),
      .source,
    ]
  ).since(2).orAbsent()

  static let doubtful = Table(
    "doubtful", "存疑的数字", "A figure of which a part of the meaning is open; it is no fact.",
    path: ["doubtful"],
    keyed: [.text("doubtful_id", "编号", "d1, d2 … in the order of the source.", "id")],
    [
      .index("doubtful_index", "序", "Position from 0.", level: 1),
      .text("reason", "原因", "What is open; scheme doubt_reason.", "reason"),
      .decimal("value", "数值", "The number in the digits printed.", "value"),
      .text("unit", "计量单位", "The unit printed; null where nothing says it; scheme unit.", "unit")
        .orNull,
      .text("label", "名称", "The label printed.", "label"),
      .json("readings", "可能的含义", "What it may be, the likeliest first.", "readings"),
      .text("section", "段落", "The section or statement that it stands in.", "section").orNull,
    ] + Column.place
  ).since(2)

  static let unmapped = Table(
    "unmapped", "未识别的数字", "A figure that no rule took.", path: ["unmapped"],
    keyed: [.index("unmapped_index", "序", "Position from 0.", level: 1)],
    [
      .text("text", "数字", "The figure printed.", "text"),
      .text("reason", "原因", "Why no rule took it.", "reason"),
      .source,
    ])

  static let notes = Table(
    "notes", "提示", "Something noticed while the report was read.", path: ["notes"],
    keyed: [.index("note_index", "序", "Position from 0.", level: 1)],
    [
      .text("severity", "级别", "note, warning or error.", "severity"),
      .text("code", "代码", "Stable, for machines.", "code"),
      .text("message", "说明", "For people.", "message"),
    ])

  static let concepts = Table(
    "concepts", "指标概念", "What `facts.concept` can be.", key: ["id"],
    columns: [
      .given("id", .text, "概念", "The concept: income.total …."),
      .given("kind", .text, "类别", "money, count or area."),
      .given("unit", .text, "单位", "Its unit; null for money, whose unit is as printed.").orNull,
      .given("zh", .text, "中文", "Chinese label."),
      .given("en", .text, "英文", "English label."),
    ])

  static let codes = Table(
    "codes", "代码", "What codes mean, by the scheme they belong to.", key: ["scheme", "code"],
    columns: [
      .given(
        "scheme", .text, "代码表",
        "function, economic (classifications); aspect, unit, fund, kind …: the columns they stand in."
      ),
      .given("code", .text, "代码", "The code."),
      .given("parent", .text, "上级", "The code one level up, in a classification.").orNull,
      .given("level", .integer, "级次", "1 class, 2 category, 3 item, in a classification.").orNull,
      .given("zh", .text, "中文", "Chinese label."),
      .given("en", .text, "英文", "English label; null for categories and items.").orNull,
      .given(
        "verified", .boolean, "已核对",
        "In a classification: whether it was read off a published document."
      ).orNull,
    ])
}

extension Column {
  /// Where a figure stands: what is printed there, line and page to look at, and the whole place.
  static let place: [Column] = [
    .text("source_text", "原文", "The text at its place, as printed.", "source/text"),
    .integer("source_line", "行", "Plain text: the line.", "source/line").orNull,
    .integer("source_page", "页", "PDF: the page.", "source/page").orNull,
    .source,
  ]

  /// The place in the source.
  static let source = Column.json(
    "source", "出处", "Its place in the source: block, offsets, and line, page, path or cell.",
    "source")
}
