import DocumentModel
import MappingFiles
import MappingModel
import OutputReading
import Reviewing
import ValueModel

/// Small reports as outputs tell them.
enum PageFixture {
  /// Read once; every page is made with them.
  static let templates = Result { try PageTemplates() }

  static let labels = ReviewLabels(
    concepts: [
      "income.other": .init(zh: "其他收入", en: "other income"),
      "income.fiscal_appropriation": .init(zh: "财政拨款收入", en: "fiscal appropriation"),
    ], checks: ["income.total": .init(zh: "收入总计＝各项之和", en: "income is the sum of its parts")],
    codes: (try? CodeLabelFile.read(in: MappingFolder(mappings))) ?? [])

  /// The project's own mapping folder.
  private static let mappings =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Mappings"

  /// One fact in ten thousands of yuan; `yuan` is `value` with four zeros more.
  static func fact(
    _ id: String, _ concept: String, _ value: String, aspect: String = "actual",
    dimensions: String = "{}", label: String = "标签", block: Int = 0, start: Int = 0
  ) -> String {
    let digits = value.split(separator: ".")
    let yuan = (digits[0] + (digits.count > 1 ? digits[1] : "00") + "00")
    let trimmed = yuan.drop { $0 == "0" }
    return """
      {"id": "\(id)", "concept": "\(concept)", "aspect": "\(aspect)", "dimensions": \(dimensions),
       "value": \(value), "unit": "CNY_10K", "yuan": \(trimmed.isEmpty ? "0" : trimmed),
       "label": "\(label)", "reason": null,
       "source": {"block": \(block), "start": \(start), "end": \(start + value.count),
                  "text": "\(value)", "line": \(block + 1)}, "rule": "common/income/\(concept)"}
      """
  }

  static func report(facts: [String], rest: String = "", title: String = "甲县教育局2024年度部门决算")
    throws -> Output
  {
    let text = """
      {"schema": "juesuan-report/2",
       "report": {"id": "0", "key": "k", "title": "\(title)", "institution": "甲县教育局",
         "fiscalYear": 2024, "kind": "department_final_accounts",
         "layout": {"id": "common", "score": 1.00, "seen": []},
         "source": {"file": "report.txt", "format": "txt", "encoding": null, "sha256": "0",
                    "bytes": 1, "pages": null}},
       "facts": [\(facts.joined(separator: ","))]\(rest.isEmpty ? "" : ", " + rest),
       "coverage": {"figures": 3, "mapped": 2, "explained": 0, "unmapped": 1}}
      """
    return try Output(Array(text.utf8))
  }

  /// A document of paragraphs and tables of one cell, each with its locator.
  static func document(_ blocks: [(text: String, locator: Locator, isTable: Bool)]) -> Document {
    var document = Document(format: .txt)
    for (index, block) in blocks.enumerated() {
      if index > 0 { document.text.append(0x0A) }
      let start = document.text.count
      document.text += Array(block.text.utf8)
      document.leaves.append(Leaf(range: start..<document.text.count, locator: block.locator))
      let cell = Cell(row: 0, column: 0, leaf: index)
      document.blocks.append(
        Block(
          block.isTable
            ? .table(Table(rows: 1, columns: 1, cells: [cell]))
            : .paragraph(Paragraph(leaf: index))))
    }
    return document
  }

  static func html(
    _ report: Output, source: Document? = nil, language: ReviewLanguage = .zh
  ) throws -> String {
    let page = ReportPage(
      report, source: source.map { ShownSource($0) }, labels: labels, language: language,
      indexPage: "index.html")
    return String(decoding: page.html(try templates.get()), as: UTF8.self)
  }
}
