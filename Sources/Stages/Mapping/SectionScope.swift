import DocumentModel
import ReportModel
import ValueModel

/// What a section's heading says about the figures under it: the budget or the final accounts, and
/// of which year.
enum SectionScope {
  /// Words with 预算 in them that name a fund, a body or a check and no side of the accounts.
  private static let neutral = [
    "一般公共预算", "公共财政预算", "公共预算", "政府性基金预算", "国有资本经营预算", "预算绩效", "预算单位", "部门预算管理",
    "预算管理", "预算执行", "预决算", "预算支出绩效", "全面预算绩效",
  ]

  /// The context in which each section's paragraphs are read, from its headings and those above.
  static func contexts(of report: SegmentedReport) -> [MeasureContext] {
    var whole = MeasureContext(fiscalYear: report.fiscalYear)
    if report.title?.kind.isBudget == true { whole.bareAspect = .initialBudget }
    var contexts: [MeasureContext] = []
    for section in report.sections {
      var context = section.parent.map { contexts[$0] } ?? whole
      if let aspect = aspect(of: section.heading) { context.bareAspect = aspect }
      if let year = year(of: section.heading) {
        context.year = year == report.fiscalYear ? nil : year
      }
      contexts.append(context)
    }
    return contexts
  }

  private static func aspect(of heading: String) -> Aspect? {
    var text = Array(heading.utf8)
    if ByteSearch.contains(Array("决算".utf8), in: text) { return .actual }
    for word in neutral { text = removing(Array(word.utf8), from: text) }
    return ByteSearch.contains(Array("预算".utf8), in: text) ? .initialBudget : nil
  }

  private static func removing(_ word: [UInt8], from text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index...].starts(with: word) {
        index += word.count
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private static func year(of heading: String) -> Int? {
    let text = Array(heading.utf8)
    let mark = Array("年".utf8)
    for index in text.indices.dropFirst(4) where text[index...].starts(with: mark) {
      let digits = text[index - 4..<index]
      guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    return nil
  }
}
