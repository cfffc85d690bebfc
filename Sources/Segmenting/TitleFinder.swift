import DocumentModel

/// Finds the report's title: the body that reports, the year and the kind, in one paragraph or
/// split over up to four.
struct TitleFinder {
  let normalized: NormalizedDocument
  private static let mostLines = 4
  private static let searched = 40
  private static let longestTitle = 300

  func title(in leaves: [Int]) -> ReportTitle? {
    var fallback: ReportTitle?
    let first = Array(leaves.prefix(Self.searched))
    for start in first.indices {
      for count in 1...Self.mostLines where start + count <= first.count {
        guard let title = title(over: Array(first[start..<start + count])) else { continue }
        if title.institution != nil { return title }
        fallback = fallback ?? title
      }
    }
    return fallback
  }

  private func title(over leaves: [Int]) -> ReportTitle? {
    let texts = leaves.map { Array(normalized.text[normalized.ranges[$0]]) }
    let text = texts.flatMap { $0 }
    guard !text.isEmpty, text.count <= Self.longestTitle, !text.contains(Array("。".utf8)),
      text.contains(Array("决算".utf8)) || text.contains(Array("预算".utf8)), let year = year(in: text)
    else { return nil }
    // The last line must add something to the title, and the first must begin it.
    guard texts.allSatisfy({ !$0.isEmpty }) else { return nil }
    let institution = institution(leaves, upTo: year.start)
    return ReportTitle(
      leaf: leaves[0],
      text: leaves.map { trimmed(normalized.document.string(ofLeaf: $0)) }.joined(),
      institution: institution, fiscalYear: year.value,
      kind: kind(String(decoding: text, as: UTF8.self)))
  }

  // MARK: Institution

  /// The original text of the title before the year.
  private func institution(_ leaves: [Int], upTo end: Int) -> String? {
    var left = end
    var name = ""
    for leaf in leaves where left > 0 {
      let range = normalized.ranges[leaf]
      let part = range.lowerBound..<min(range.upperBound, range.lowerBound + left)
      left -= part.count
      guard !part.isEmpty else { continue }
      let original = normalized.originalRange(of: part)
        .clamped(to: normalized.document.leaves[leaf].range)
      name += trimmed(normalized.document.string(in: original))
    }
    return name.isEmpty ? nil : name
  }

  private func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  // MARK: Year

  private static let numerals: [String: Int] = [
    "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  /// The first «2024年» or «二〇二四年».
  private func year(in text: [UInt8]) -> (start: Int, value: Int)? {
    let mark = Array("年".utf8)
    for index in text.indices where text[index] == mark[0] && text[index...].starts(with: mark) {
      if index >= 4, let value = Int(String(decoding: text[index - 4..<index], as: UTF8.self)),
        (1990...2100).contains(value)
      {
        return (index - 4, value)
      }
      guard index >= 12 else { continue }
      var value = 0
      var valid = true
      for position in stride(from: index - 12, to: index, by: 3) {
        let character = String(decoding: text[position..<position + 3], as: UTF8.self)
        if let digit = Self.numerals[character] {
          value = value * 10 + digit
        } else {
          valid = false
        }
      }
      if valid, (1990...2100).contains(value) { return (index - 12, value) }
    }
    return nil
  }

  // MARK: Kind

  private func kind(_ text: String) -> ReportKind {
    func has(_ word: String) -> Bool { text.utf8.elementsContain(word) }
    if ["XX", "××", "xx", "**", "某某"].contains(where: has) { return .template }
    if has("部门决算") { return .departmentFinalAccounts }
    if has("单位决算") { return .unitFinalAccounts }
    if has("三公") { return has("决算") || !has("预算") ? .threePublicStatement : .departmentBudget }
    if has("财政决算") || has("财政收支决算") || has("总决算") || has("财政总决算") {
      return .governmentFinalAccounts
    }
    if has("单位预算") { return .unitBudget }
    if has("决算") { return bareKind() }
    return .departmentBudget
  }

  /// A title that says no more than 决算: what the text speaks of more often.
  private func bareKind() -> ReportKind {
    let department = count("部门决算")
    let unit = count("单位决算")
    if department == 0, unit == 0 { return .unknown }
    return department >= unit ? .departmentFinalAccounts : .unitFinalAccounts
  }

  private func count(_ word: String) -> Int {
    let bytes = Array(word.utf8)
    var count = 0
    for index in normalized.text.indices
    where normalized.text[index] == bytes[0] && normalized.text[index...].starts(with: bytes) {
      count += 1
    }
    return count
  }
}

extension String.UTF8View {
  fileprivate func elementsContain(_ word: String) -> Bool {
    Array(self).contains(Array(word.utf8))
  }
}
