/// The list of all reports.
package struct IndexPage {
  private let view: View

  /// Problems are outputs that could not be read, in words.
  package init(
    _ entries: [ReportEntry], problems: [String], labels: ReviewLabels, language: ReviewLanguage
  ) {
    let say = language.pick
    let word = { (kind: String) in labels.word(.kind, for: kind, language) }
    func options(_ values: [String], _ word: (String) -> String = { $0 }) -> [View] {
      Set(values).sorted().filter { !$0.isEmpty }.map { ["value": $0, "word": word($0)] }
    }
    let doubtful = entries.reduce(0) { $0 + $1.doubtful }
    let failing = entries.count { $0.failed > 0 }
    view = [
      "lang": language == .zh ? "zh-CN" : "en", "title": say("决算报告", "Final accounts"),
      "say": PageWords.index(language),
      "summary": say(
        "\(entries.count) 份报告，\(failing) 份有不符的数字",
        "\(entries.count) reports, \(failing) with figures that do not add up")
        + (doubtful == 0 ? "" : say("，\(doubtful) 个数字存疑", ", \(doubtful) figures are doubtful")),
      "filters": [
        [
          "key": "year", "name": say("年度", "year"),
          "options": options(entries.compactMap { $0.year.map(String.init) }),
        ],
        ["key": "region", "name": say("地区", "region"), "options": options(entries.map(\.region))],
        [
          "key": "kind", "name": say("类别", "kind"),
          "options": options(entries.map(\.kind), word),
        ],
        ["key": "layout", "name": say("版式", "layout"), "options": options(entries.map(\.layout))],
      ] as [View],
      "heads": [
        ("title", say("报告", "report"), ""), ("year", say("年度", "year"), ""),
        ("region", say("地区", "region"), ""), ("kind", say("类别", "kind"), ""),
        ("layout", say("版式", "layout"), ""), ("figures", say("数字", "figures"), "num"),
        ("coverage", say("识别率", "coverage"), "num"),
        ("doubtful", say("存疑", "doubtful"), "num"),
        ("unmapped", say("未识别", "unmapped"), "num"), ("failed", say("不符", "fail"), "num"),
      ].map { ["key": $0, "name": $1, "tone": $2] as View },
      "reports": entries.map { entry -> View in
        let coverage = entry.coverage.map { "\($0 / 10).\($0 % 10)" } ?? ""
        return [
          "name": entry.title, "sortTitle": entry.title, "path": entry.path, "link": entry.link,
          "year": entry.year.map(String.init) ?? "", "region": entry.region, "kind": entry.kind,
          "kindWord": word(entry.kind), "layout": entry.layout, "figures": entry.figures,
          "share": coverage, "shareWord": coverage.isEmpty ? "—" : coverage + "%",
          "doubtful": entry.doubtful, "isDoubtful": entry.doubtful > 0,
          "isNotUnderstood": !entry.isUnderstood,
          "missed": entry.unmapped, "isUnmapped": entry.unmapped > 0, "failed": entry.failed,
          "isFailed": entry.failed > 0,
        ]
      },
      "problems": problems.map { ["problem": $0] as View },
    ]
  }

  /// The page as UTF-8.
  package func html(_ templates: PageTemplates) -> [UInt8] { templates.page("index", view) }
}
