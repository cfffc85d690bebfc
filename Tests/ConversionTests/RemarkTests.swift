import Conversion
import MappingFiles
import MappingModel
import ReportModel
import TestSupport
import Testing
import ValueModel

/// What is remarked on in texts, and what is not. Reports are of 2024 where nothing else is said.
@Suite("Remarks on texts")
struct RemarkTests {
  private let converter: Converter

  init() throws { converter = try Converter(mappingFolder: Repository.mappings) }

  /// The remarks on a report whose narrative has these paragraphs.
  private func remarks(
    on paragraphs: [String], budget: Bool = false, year: Int = 2024, duties: String = "管理水利。"
  ) throws -> [TextRemark] {
    let word = budget ? "预算" : "决算"
    let text =
      ([
        "清源县水利局\(year)年度部门\(word)公开", "", "一、主要职能", "", duties, "",
        "二、收入支出\(word)总体情况说明", "", "本年收入合计41.50万元，支出合计41.30万元。", "",
      ] + paragraphs.flatMap { [$0, ""] }).joined(separator: "\n")
    return try converter.stages(of: Array(text.utf8), named: "report.txt").report.remarks
  }

  private func found(
    _ id: String, in paragraphs: [String], budget: Bool = false, year: Int = 2024
  ) throws -> [String] {
    try remarks(on: paragraphs, budget: budget, year: year).filter { $0.id == id }
      .map(\.source.text)
  }

  @Test func `every example of a rule is told, and what is fine is not`() throws {
    let rules = try RemarkFiles.rules(
      in: MappingFolder(Repository.mappings), namedTests: Converter.namedTests)
    #expect(rules.count >= 20)
    for rule in rules {
      let isBudget = rule.reports == .budgets
      for text in rule.found {
        #expect(
          try !found(rule.id, in: [text], budget: isBudget).isEmpty, "\(rule.id) misses «\(text)»")
      }
      for text in rule.fine {
        #expect(
          try found(rule.id, in: [text], budget: isBudget).isEmpty, "\(rule.id) accuses «\(text)»")
      }
    }
  }

  @Test func `a remark quotes the text at its place`() throws {
    let remarks = try remarks(on: ["支出 20.00 万元，与上年持平，主要原因 是。其中：基本支出20.00万元。"])
    let remark = try #require(remarks.first { $0.id == "reason.missing" })
    #expect(remark.source.text == "主要原因 是。")
    #expect(remark.source.line == 11)
    #expect(remark.message.zh.contains("与上年持平，主要原因 是。其中"))
    #expect(remark.message.zh.contains("第11行"))
    #expect(remark.message.en.contains("line 11"))
  }

  @Test func `another body is told unless the report speaks of it elsewhere`() throws {
    let other = "清河县档案局2024年度收入总计20.00万元。"
    #expect(try found("body.other", in: [other]) == ["清河县档案局"])
    #expect(try found("body.other", in: [other, "清河县档案局是本局下属单位。"]).isEmpty)
    #expect(try found("body.other", in: ["县水利局2024年度收入总计20.00万元。"]).isEmpty)
  }

  @Test func `a name that was replaced is told two years later`() throws {
    let text = "医疗卫生与计划生育支出（类）行政事业单位医疗（款）行政单位医疗（项）20.00万元。"
    #expect(try found("class.retired_name", in: [text]) == ["医疗卫生与计划生育支出"])
    #expect(try found("class.retired_name", in: [text], year: 2019).isEmpty)
    #expect(try found("class.retired_name", in: [text], year: 2017).isEmpty)
    #expect(
      try found("class.retired_name", in: ["卫生健康支出（类）医疗卫生与计划生育事务20.00万元。"]).isEmpty)
  }

  @Test func `a purpose of another item is told, one that two items share is not`() throws {
    let first = "1.行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）。主要用于：缴纳职业年金。"
    let copied = "2.行政事业单位医疗（款）行政单位医疗（项）。主要用于：缴纳职业年金。"
    #expect(try found("purpose.copied", in: [first, copied]) == ["缴纳职业年金"])
    let shared = "主要用于：缴纳单位部分的社会保险。"
    #expect(
      try found(
        "purpose.copied",
        in: ["1.养老（款）职业年金缴费支出（项）。" + shared, "2.医疗（款）行政单位医疗（项）。" + shared]
      ).isEmpty)
  }

  @Test func `yuan for ten thousand yuan is told`() throws {
    let whole = "本年支出合计1682.76万元，其中：基本支出1208.20万元，占71.80%。"
    #expect(try found("amount.unit", in: [whole, "支出总计1682.76元。"]) == ["1682.76元"])
    #expect(try found("amount.unit", in: [whole, "公务接待费320.50元。"]).isEmpty)
  }

  @Test func `plans of a later year are told among the duties only`() throws {
    let plan = "2025年是实施规划的关键一年。"
    #expect(try remarks(on: [], duties: plan).map(\.id) == ["year.plan_as_duty"])
    #expect(try remarks(on: [plan]).isEmpty)
  }

  @Test func `quotations over several paragraphs, numbers and enumerations are fine`() throws {
    let texts = [
      "根据规定：“第一条 单位应当公开。", "第二条 公开应当及时。”", "1）人员经费。2）公用经费（含差旅费）。",
      "依照《预算法》（2018年修正）第十四条，比2023年增加1.00万元……。",
    ]
    #expect(try remarks(on: texts).isEmpty)
  }

  @Test func `a template and what is no report are not remarked on`() throws {
    let text = "某某局XX年度部门决算\n\n一、收入决算情况说明\n\n收入XX万元，增加（减少）XX万元。"
    let stages = try converter.stages(of: Array(text.utf8), named: "template.txt")
    #expect(stages.report.identity.kind == .template)
    #expect(stages.report.remarks.isEmpty)
  }

  @Test func `the reports of the corpus are clean`() throws {
    for name in ["xinjiang/0001", "shanghai/0001", "zhejiang/0001", "statements/0002"] {
      let bytes = try Repository.bytes("Corpus/\(name)/report.docx")
      let report = try converter.stages(of: bytes, named: "report.docx").report
      #expect(report.remarks.isEmpty, "\(name): \(report.remarks.map(\.message.zh))")
    }
  }
}
