package import OutputReading

/// The page of one report.
package struct ReportPage {
  private let view: View

  /// Of the output of one report and its source as text and pages (nil where it is not there;
  /// `remark` says why). `indexPage` is the relative address of the index.
  package init(
    _ output: Output, source: ShownSource?, remark: ShownSource.Note = .quotesOnly,
    labels: ReviewLabels, language: ReviewLanguage,
    indexPage: String
  ) {
    var context = PanelContext(language: language, labels: labels)
    let facts = FactPanel(output, &context)
    let statements = StatementPanel(output, &context)
    let performance = PerformancePanel(output, &context)
    let texts = TextPanel(output, &context)
    let doubtful = DoubtfulPanel(output, &context)
    let unmapped = UnmappedPanel(output, &context)
    let remarks = RemarkPanel(output, &context)
    let checks = CheckPanel(output, context)
    let pane = SourcePane(source, remark, context.claims.claims, context)
    let chartFacts = ChartFacts(output, context)
    let charts = Charts(output, chartFacts, context)
    let summary = ReportEntry(output)
    var view: View = [
      "lang": language == .zh ? "zh-CN" : "en", "title": summary.title, "indexPage": indexPage,
      "meta": Self.meta(output, summary, context), "say": PageWords.report(language),
      "file": output.identity.source.file ?? "",
      "sourceNotes": pane.notes, "blocks": pane.blocks,
    ]
    if !pane.pages.isEmpty {
      view["hasPages"] = true
      view["pages"] = pane.pages
    }
    view["keys"] = KeyFigures.views(chartFacts, context)
    view["coverage"] = Self.coverage(summary, context)
    view["isNotUnderstood"] = !summary.isUnderstood
    view["notesOfRun"] = output.notes.map { ["note": $0] as View }
    view["charts"] = charts.views
    view["missingCharts"] = charts.notes(context)
    view["families"] = facts.views
    view["statements"] = statements.views
    view["evaluations"] = performance.views
    view["doubtful"] = doubtful.views
    view["unmapped"] = unmapped.views
    view["functions"] = texts.functions
    view["hasFunctions"] = !texts.functions.isEmpty
    view["divisions"] = texts.divisions
    view["hasDivisions"] = !texts.divisions.isEmpty
    view["glossary"] = texts.glossary
    view["hasGlossary"] = !texts.glossary.isEmpty
    view["findings"] = checks.findings
    view["suspects"] = checks.suspects
    view["hasSuspects"] = !checks.suspects.isEmpty
    view["remarks"] = remarks.views
    view["hasRemarks"] = !remarks.views.isEmpty
    view["relations"] = checks.relations
    view["hasRelations"] = !checks.relations.isEmpty
    view["checkSummary"] = context.say(
      "核对 \(checks.passed + checks.findings.count) 项关系：\(checks.passed) 项相符，\(checks.failed) 项不符。点击数字看它在原文的位置。",
      "\(checks.passed) relations hold, \(checks.failed) fail. Click a figure to see where it stands."
    )
    view["tabs"] = Self.tabs(
      [
        ("overview", context.say("概览", "Overview"), nil, ""),
        ("figures", context.say("数字", "Figures"), summary.facts, ""),
        ("statements", context.say("报表", "Statements"), statements.views.count, ""),
        ("performance", context.say("绩效", "Performance"), performance.views.count, ""),
        ("checks", context.say("核对", "Checks"), checks.failed, "bad"),
        ("doubtful", context.say("存疑", "Doubtful"), doubtful.views.count, "warn"),
        ("unmapped", context.say("未识别", "Unmapped"), unmapped.views.count, "warn"),
        (
          "texts", context.say("文字", "Texts"),
          texts.functions.count + texts.divisions.count + texts.glossary.count, ""
        ),
      ])
    self.view = view
  }

  /// The page as UTF-8.
  package func html(_ templates: PageTemplates) -> [UInt8] { templates.page("report", view) }

  /// Tabs with something in them; that of checks always.
  private static func tabs(_ tabs: [(id: String, name: String, count: Int?, tone: String)])
    -> [View]
  {
    tabs.filter { $0.count != 0 || $0.id == "checks" }.map { tab in
      var view: View = [
        "tab": tab.id, "name": tab.name, "selected": tab.id == "overview" ? "true" : "false",
        "badgeTone": tab.tone,
      ]
      if let count = tab.count, count > 0 { view["badge"] = count }
      return view
    }
  }

  private static func meta(
    _ output: Output, _ summary: ReportEntry, _ context: PanelContext
  ) -> [View] {
    var words = [
      summary.institution, summary.year.map { context.say("\($0)年度", "fiscal year \($0)") },
    ]
    words.append(context.word(.kind, summary.kind))
    words.append(context.say("版式 ", "layout ") + summary.layout)
    if let pages = output.identity.source.pages {
      words.append(context.say("\(pages) 页", "\(pages) pages"))
    }
    return words.compactMap(\.self).filter { !$0.isEmpty }.map { ["word": $0] }
  }

  private static func coverage(_ summary: ReportEntry, _ context: PanelContext) -> String {
    let explained = summary.figures - summary.mapped - summary.doubtful - summary.unmapped
    return context.say(
      "文中 \(summary.figures) 个数字：\(summary.mapped) 个已识别，\(explained) 个属日期、序号或引文，"
        + "\(summary.doubtful) 个存疑，\(summary.unmapped) 个未识别。",
      "\(summary.figures) figures: \(summary.mapped) mapped, \(explained) dates, ordinals or quoted, "
        + "\(summary.doubtful) doubtful, \(summary.unmapped) unmapped.")
  }
}
