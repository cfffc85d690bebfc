import DocumentModel

/// Weighs which year a text is about.
///
/// Each year that is named speaks for itself; one that stands with 决算 or 预算 («2024年度部门决算»)
/// speaks louder. A year that is compared with («较2023年») speaks for the year behind it. Dates
/// («2025年8月20日») and titles of other documents («《关于做好2016年…》») are no evidence.
struct YearEvidence {
  private var finalAccounts: [Int: Int] = [:]
  private var budgets: [Int: Int] = [:]
  private var others: [Int: Int] = [:]

  /// How far behind a year its word may stand, in bytes of normalized text.
  private static let reach = 60
  private static let year = Array("年".utf8)
  private static let comparisons = ["与", "比", "较", "于"].map { Array($0.utf8) }
  private static let loud = 3

  /// Weighs a text; what stands in `without` (the title) is not counted.
  init(_ text: [UInt8], without: Range<Int>? = nil) {
    var index = 0
    var quotes = 0
    while index < text.count {
      guard Self.isDigit(text[index]) else {
        if text[index] == 0xE3, index + 2 < text.count, text[index + 1] == 0x80 {
          if text[index + 2] == 0x8A { quotes += 1 } else if text[index + 2] == 0x8B { quotes = 0 }
        } else if text[index] == 0x0A {
          quotes = 0
        }
        index += 1
        continue
      }
      let start = index
      while index < text.count, Self.isDigit(text[index]) { index += 1 }
      guard index - start == 4, quotes == 0, text[index...].starts(with: Self.year),
        without?.contains(start) != true,
        let value = Self.value(of: text[start..<index]), (1990...2100).contains(value),
        !(index + 3 < text.count && Self.isDigit(text[index + 3]))
      else { continue }
      if Self.isCompared(start, in: text) {
        others[value + 1, default: 0] += 1
        continue
      }
      switch Self.word(behind: index + 3, in: text) {
      case .finalAccounts: finalAccounts[value, default: 0] += Self.loud
      case .budget: budgets[value, default: 0] += Self.loud
      case nil: others[value, default: 0] += 1
      }
    }
  }

  /// The year that most speaks for, where the text has no title; the later of two that are equal.
  ///
  /// Where final accounts are named, only their years are asked: the budget that stands beside them
  /// is that of the next year.
  func strongest(isBudget: Bool) -> Int? {
    let asked: [Int]
    if isBudget {
      asked = Array(budgets.keys)
    } else {
      asked = Array(finalAccounts.keys)
    }
    let years = asked.isEmpty ? Array(budgets.keys) + Array(others.keys) : asked
    return years.max { (weight(of: $0), $0) < (weight(of: $1), $1) }
  }

  /// The year that the text speaks for against the one that a title or heading prints: several times
  /// as loud, and not only once or twice.
  func rival(of printed: Int) -> Int? {
    let years = Set(finalAccounts.keys).union(budgets.keys).union(others.keys)
    guard let best = years.max(by: { (weight(of: $0), $0) < (weight(of: $1), $1) }),
      best != printed, weight(of: best) >= Self.fewest,
      weight(of: best) > Self.lead * weight(of: printed)
    else { return nil }
    return best
  }

  /// Whether the text names one year and never the other.
  func speaks(for year: Int, against other: Int) -> Bool {
    weight(of: year) > 0 && weight(of: other) == 0
  }

  private static let fewest = 6
  private static let lead = 3

  private func weight(of year: Int) -> Int {
    finalAccounts[year, default: 0] + budgets[year, default: 0] + others[year, default: 0]
  }

  private enum Word { case finalAccounts, budget }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func value(of digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func isCompared(_ start: Int, in text: [UInt8]) -> Bool {
    comparisons.contains { start >= 3 && text[start - 3..<start].elementsEqual($0) }
  }

  /// 决算 or 预算 before the next mark or line end; 预算 of a fund is none.
  private static func word(behind start: Int, in text: [UInt8]) -> Word? {
    var index = start
    var budget = false
    while index + 5 < min(text.count, start + reach) {
      let byte = text[index]
      if byte < 0x30 || byte == 0x3A || byte == 0x3B { break }
      if byte >= 0x80, text[index + 3...index + 5].elementsEqual("算".utf8) {
        if text[index...index + 2].elementsEqual("决".utf8) { return .finalAccounts }
        if text[index...index + 2].elementsEqual("预".utf8),
          !["共", "金", "营"].contains(where: {
            index >= 3 && text[index - 3..<index].elementsEqual($0.utf8)
          })
        {
          budget = true
        }
      }
      index += byte < 0x80 ? 1 : 3
    }
    return budget ? .budget : nil
  }
}
