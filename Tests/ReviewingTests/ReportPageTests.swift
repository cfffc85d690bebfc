import DocumentModel
import Foundation
import Reviewing
import Testing

@Suite("Report page")
struct ReportPageTests {
  @Test func `a value and its place bear the same number`() throws {
    let report = try PageFixture.report(facts: [
      PageFixture.fact("f1", "income.other", "65.38", start: 6)
    ])
    let source = Document(paragraphs: ["其他收入为：65.38万元。"])
    let html = try PageFixture.html(report, source: source)
    let expected =
      #"其他收入为：<b class="k" data-t="0">65.38</b>万元。"#
    #expect(html.contains(expected))
    let value = #"<li class="fact v" data-v="0">"#
    #expect(html.contains(value))
  }

  @Test func `without a source what is quoted is shown with what it leaves out`() throws {
    let report = try PageFixture.report(facts: [
      PageFixture.fact("f1", "income.other", "65.38", start: 6),
      PageFixture.fact("f2", "income.other", "7.00", start: 40),
      PageFixture.fact("f3", "income.fiscal_appropriation", "5.38", start: 7),
    ])
    let html = try PageFixture.html(report)
    // f3 lies within f1, so the stretch is cut where it begins.
    let expected =
      #" … <b class="k" data-t="0">6</b><b class="k" data-t="0 2">5.38</b> … <b class="k" data-t="1">7.00</b>"#
    #expect(html.contains(expected))
    #expect(html.contains("没有原文件"))
  }

  @Test func `an unmapped figure is marked as such even within a quoted text`() throws {
    let place = #"{"block": 0, "start": 0, "end": 9, "text": "办公楼3座和院子。", "line": 1}"#
    let figure = #"{"block": 0, "start": 3, "end": 4, "text": "3", "line": 1}"#
    let report = try PageFixture.report(
      facts: [],
      rest: """
        "glossary": [{"term": "办公楼", "definition": "办公楼3座和院子。", "source": \(place)}],
        "unmapped": [{"text": "3", "kind": "figure", "reason": "no_label", "source": \(figure)}]
        """)
    let html = try PageFixture.html(report)
    let expected =
      #"<b class="q" data-t="0">办公楼</b><b class="u" data-t="0 1">3</b><b class="q" data-t="0">座和院子。</b>"#
    #expect(html.contains(expected))
    #expect(html.contains("数字前没有认识的名称"))
  }

  @Test func `a remark has its mark, and a figure in it keeps its own`() throws {
    let report = try PageFixture.report(
      facts: [PageFixture.fact("f1", "income.other", "65.38", start: 6)],
      rest: """
        "remarks": [{"id": "amount.unit", "severity": "error",
          "message": {"zh": "单位疑为万元", "en": "unit"},
          "source": {"block": 0, "start": 6, "end": 12, "text": "65.38元"}}]
        """)
    let source = Document(paragraphs: ["其他收入为：65.38元。"])
    let html = try PageFixture.html(report, source: source)
    #expect(
      html.contains(
        #"其他收入为：<b class="k" data-t="0 1">65.38</b><b class="r" data-t="1">元</b>。"#))
    #expect(html.contains(#"<h4>amount.unit</h4>"#))
    #expect(html.contains("单位疑为万元"))
  }

  @Test func `a doubtful figure has its mark, its reason and its readings`() throws {
    let report = try PageFixture.report(
      facts: [], rest: Self.doubtful(#"{"block": 0, "start": 6, "end": 11, "text": "12.50"}"#))
    let source = Document(paragraphs: ["其他收入为：12.50万元。"])
    let html = try PageFixture.html(report, source: source)
    #expect(html.contains(#"其他收入为：<b class="d" data-t="0">12.50</b>万元。"#))
    #expect(html.contains(#"<span class="meaning">是哪种资金不明</span>"#))
    #expect(html.contains(#"<span class="reading">可能是： 其他收入 · 决算数 · 财政拨款</span>"#))
    #expect(
      html.contains(#"data-tab="doubtful" aria-selected="false">存疑<i class="badge warn">1</i>"#))
    let english = try PageFixture.html(report, source: source, language: .en)
    #expect(english.contains(#"<span class="reading">perhaps: other income · "#))
  }

  private static func doubtful(_ place: String) -> String {
    """
    "doubtful": [{"id": "d1", "reason": "open_fund", "value": 12.50, "unit": null, "label": "其他收入",
      "readings": [{"concept": "income.other", "aspect": "actual", "dimensions": {"fund": "fiscal"}},
        {"concept": null, "aspect": null, "dimensions": {}}], "section": null, "source": \(place)}]
    """
  }

  @Test func `a fact tells how well it stands, and a convention by its feature`() throws {
    func page(_ trust: String) throws -> String {
      let fact = PageFixture.fact("f1", "income.other", "65.38").dropLast()
      return try PageFixture.html(
        try PageFixture.report(facts: [fact + #", "trust": \#(trust)}"#]))
    }
    let proved = try page(#"{"grade": "proved", "structure": "proved", "fund": "printed"}"#)
    #expect(
      proved.contains(
        #"<span class="trust proved" title="所在位置：经核算验证；资金：原文写明">已验证</span>"#))
    let read = try page(#"{"grade": "read", "structure": "printed", "aspect": "convention"}"#)
    #expect(read.contains(#">按原文读取 · 数字类别：按惯例</span>"#))
  }

  @Test func `a report that is not understood says so on its page`() throws {
    let note = #"{"severity": "warning", "code": "layout_not_understood", "message": "m"}"#
    let report = try PageFixture.report(facts: [], rest: #""notes": [\#(note)]"#)
    #expect(try PageFixture.html(report).contains(#"<p class="alarm" role="alert">版式未能识别"#))
    #expect(!(try PageFixture.html(PageFixture.report(facts: []))).contains(#"class="alarm""#))
  }

  @Test func `a failed check leads to each of its figures`() throws {
    let report = try PageFixture.report(
      facts: [
        PageFixture.fact("f1", "income.total", "9.00", label: "收入/总计"),
        PageFixture.fact("f2", "income.other", "8.00", block: 1),
      ],
      rest: """
        "checks": [{"id": "income.total", "status": "fail", "severity": "error", "expected": 8.00,
          "actual": 9.00, "difference": 1.00, "tolerance": 0.01, "facts": ["f1", "f2"],
          "records": [], "message": {"zh": "应为 8.00", "en": "expected 8.00"}}],
        "suspects": [{"figure": "f1", "printed": 9.00, "proposed": 8.00, "slip": "digit_changed",
          "resolves": [0], "breaks": 0}]
        """)
    let html = try PageFixture.html(report)
    #expect(html.contains("<h4>收入总计＝各项之和</h4>"))
    let expected =
      #"<li class="v" data-v="0"><span>总计</span><b>9.00</b></li>"#
    #expect(html.contains(expected))
    let second =
      #"<li class="v" data-v="1"><span>标签</span><b>8.00</b></li>"#
    #expect(html.contains(second))
    #expect(html.contains("<s>9.00</s> → <b>8.00</b>?"))
    #expect(
      try PageFixture.html(report, language: .en).contains(
        "<h4>income is the sum of its parts</h4>"))
  }

  @Test func `each sheet of a workbook is named once`() throws {
    let source = PageFixture.document(
      ["收入", "收入", "支出"].map { ("行", .sheet($0, cell: "A1"), false) })
    let html = try PageFixture.html(try PageFixture.report(facts: []), source: source)
    let heads = html.components(separatedBy: "<h3 class=\"sheetname\">").dropFirst().map {
      $0.prefix(2)
    }
    #expect(heads == ["收入", "支出"])
  }

  @Test func `places beyond the text or upside down do no harm`() throws {
    let report = try PageFixture.report(
      facts: [PageFixture.fact("f1", "income.other", "1.00", start: 4_000_000_000)],
      rest: """
        "unmapped": [
          {"text": "1", "kind": "figure", "reason": "x",
           "source": {"block": 0, "start": 5, "end": 2, "text": "1"}},
          {"text": "1", "kind": "figure", "reason": "x",
           "source": {"block": -1, "start": 0, "end": 1, "text": "1"}}]
        """)
    var source = Document(paragraphs: ["短"])
    source.blocks[0] = Block(.paragraph(Paragraph(leaf: 0, outlineLevel: 99)))
    #expect(try PageFixture.html(report, source: source).contains("短"))
    #expect(try PageFixture.html(report).contains("1.00"))
  }
}
