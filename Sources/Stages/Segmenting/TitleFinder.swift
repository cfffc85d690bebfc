import DocumentModel
import ValueModel

/// Finds the report's title: the body that reports, the year and the kind, in one paragraph or
/// split over up to four.
struct TitleFinder {
  let normalized: NormalizedDocument
  private static let mostLines = 4
  private static let searched = 40
  /// In bytes of normalized text.
  private static let longestTitle = 300

  /// The title among the body's paragraphs, which end for it where the first section or the
  /// contents page begins.
  func title(in leaves: [Int]) -> ReportTitle? {
    let searched = Array(leaves.prefix(Self.searched))
    let end = searched.firstIndex(where: endsFront) ?? searched.count
    let front = Array(searched[..<end])
    var fallback: ReportTitle?
    // One line that says everything is preferred to several lines together, since a neighbour may
    // be the name of the web site.
    for count in 1...Self.mostLines {
      for start in front.indices where start + count <= front.count {
        if count > 1, isNoise(front[start]) { continue }
        guard let title = title(over: Array(front[start..<start + count])) else { continue }
        if title.institution != nil {
          return settled(widened(title, front, start: start, count: count))
        }
        fallback = fallback ?? title
      }
    }
    return fallback.map(settled)
  }

  /// A cover may break the body's name: what stands above the title belongs to it where the text
  /// writes both as one name.
  private func widened(
    _ title: ReportTitle, _ front: [Int], start: Int, count: Int
  ) -> ReportTitle {
    var title = title
    let end = start + count
    var start = start
    while start > 0 {
      let above = text(front[start - 1])
      guard !above.isEmpty, title.institutionKey.count + above.count <= Self.longestTitle,
        occurs(Array(above) + title.institutionKey),
        let wider = self.title(over: Array(front[start - 1..<end])), wider.institution != nil
      else { break }
      title = wider
      start -= 1
    }
    return title
  }

  private func occurs(_ name: [UInt8]) -> Bool {
    guard let first = name.first else { return false }
    return normalized.text.indices.contains {
      normalized.text[$0] == first && normalized.text[$0...].starts(with: name)
    }
  }

  private func text(_ leaf: Int) -> ArraySlice<UInt8> { normalized.text[normalized.ranges[leaf]] }

  private func endsFront(_ leaf: Int) -> Bool {
    let text = text(leaf)
    return HeadingNumber(in: text) != nil || ContentsPage.isHead(text) || isSentence(text)
  }

  /// A sentence with an amount: what stands behind it is text and no title any more.
  private func isSentence(_ text: ArraySlice<UInt8>) -> Bool {
    ByteRun.contains("。", in: text) && ByteRun.contains(MoneyWord.yuan.rawValue, in: text)
  }

  /// A line that no title begins with: «附件1», «索引号:…».
  private func isNoise(_ leaf: Int) -> Bool {
    let text = text(leaf)
    return text.starts(with: "附件".utf8) || text.contains { TitleText.separators.contains($0) }
  }

  private func title(over leaves: [Int]) -> ReportTitle? {
    let texts = leaves.map(text)
    let joined = texts.flatMap { $0 }
    guard !joined.isEmpty, joined.count <= Self.longestTitle, !joined.contains(Array("。".utf8)),
      // «2017年决算数» heads a column.
      !joined.reversed().drop(while: { $0 == UInt8(ascii: "|") || $0 == 0x20 })
        .starts(with: "数".utf8.reversed()),
      let words = TitleText(joined)
    else { return nil }
    let name = institution(leaves, words.institution)
    var title = ReportTitle(
      leaf: leaves[0],
      text: leaves.map { Self.trimmed(normalized.document.string(ofLeaf: $0)) }.joined(),
      institution: name.isEmpty ? nil : name, fiscalYear: words.year, kind: kind(joined))
    title.institutionKey = name.isEmpty ? [] : Array(joined[words.institution])
    return title
  }

  // MARK: Institution

  /// The original text of a range of the joined lines.
  private func institution(_ leaves: [Int], _ wanted: Range<Int>) -> String {
    var offset = 0
    var name = ""
    for leaf in leaves {
      let range = normalized.ranges[leaf]
      let part = wanted.clamped(to: offset..<offset + range.count)
      if !part.isEmpty {
        let start = range.lowerBound - offset
        let original = normalized.originalRange(
          of: part.lowerBound + start..<part.upperBound + start
        )
        .clamped(to: normalized.document.leaves[leaf].range)
        name += Self.trimmed(normalized.document.string(in: original))
      }
      offset += range.count
    }
    return name
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  // MARK: Kind

  private func kind(_ text: [UInt8]) -> ReportKind {
    func has(_ word: String) -> Bool { text.contains(Array(word.utf8)) }
    if TitleText.placeholders.contains(where: has) { return .template }
    if has("部门决算") { return .departmentFinalAccounts }
    if has("单位决算") { return .unitFinalAccounts }
    if has("部门预算") { return .departmentBudget }
    if has("单位预算") { return .unitBudget }
    if ["财政决算", "财政收支决算", "总决算"].contains(where: has) { return .governmentFinalAccounts }
    if has("三公经费") { return has("决算") || !has("预算") ? .threePublicStatement : .departmentBudget }
    if has("决算") { return .unknown }
    return .departmentBudget
  }

  /// The title that was chosen. Where it says 决算 and neither 部门 nor 单位, the text tells its kind.
  private func settled(_ title: ReportTitle) -> ReportTitle {
    var title = title
    if title.kind == .unknown { title.kind = bareKind() }
    return title
  }

  /// What the text speaks of more often.
  private func bareKind() -> ReportKind {
    let department = count("部门决算")
    let unit = count("单位决算")
    if department == 0, unit == 0 { return .unknown }
    return department > unit ? .departmentFinalAccounts : .unitFinalAccounts
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

/// Looks for a short text in normalized text.
enum ByteRun {
  static func contains(_ word: String, in text: ArraySlice<UInt8>) -> Bool {
    guard let first = word.utf8.first else { return true }
    return text.indices.contains { text[$0] == first && text[$0...].starts(with: word.utf8) }
  }
}
