import DocumentModel
import ValueModel

/// Finds the report's title: the body that reports, the year and the kind, in one paragraph or
/// split over up to four.
struct TitleFinder {
  let normalized: NormalizedDocument
  let evidence: KindEvidence
  private static let mostLines = 4
  private static let searched = 60
  /// How far a page is searched whose head is navigation.
  private static let searchedBelow = 400
  /// In bytes of normalized text.
  private static let longestTitle = 300
  private static let longestBelow = 180

  /// The title among the body's paragraphs, which end for it where the first section or the
  /// contents page begins.
  func title(in leaves: [Int]) -> ReportTitle? {
    let searched = Array(leaves.prefix(Self.searched))
    let end = searched.firstIndex(where: endsFront) ?? searched.count
    let front = Array(searched[..<end])
    var others: [ReportTitle] = []
    // A line without the last sign of 决算 and 预算 helps a title only beside one that has it.
    let isPart = front.map { leaf in
      ByteRun.contains("算", in: text(leaf)) || ByteRun.contains("三公", in: text(leaf))
    }
    var undated: ReportTitle?
    // One line that says everything is preferred to several lines together, since a neighbour may
    // be the name of the web site.
    for count in 1...Self.mostLines {
      for start in front.indices where start + count <= front.count {
        guard isPart[start..<start + count].contains(true) else { continue }
        if count > 1, front[start..<start + count].contains(where: isNoise) { continue }
        guard var title = title(over: Array(front[start..<start + count])) else { continue }
        if title.institution == nil, count == 1 || isDocument(title) {
          title = named(title, below: front[(start + count)...])
        }
        if BodyName.isBody(title.institutionKey[...]), !isAreaOnly(title) {
          let whole = widened(title, front, start: start, count: count)
          if whole.fiscalYear != nil || whole.kind == .template { return whole }
          // The line above or below may print the year.
          undated = undated ?? whole
        } else {
          others.append(title)
        }
      }
    }
    if let undated { return undated }
    if let area = others.first(where: { $0.institution != nil }) { return area }
    return line(in: leaves.prefix(Self.searchedBelow))
      ?? others.first { $0.leaf == leaves.first || isDocument($0) }
  }

  /// A title in the middle of a page or beside its body: one short line that says everything.
  func line(in leaves: some Sequence<Int>) -> ReportTitle? {
    for leaf in leaves {
      let line = text(leaf)
      guard line.count <= Self.longestBelow, HeadingNumber(in: line) == nil,
        let title = title(over: [leaf]), BodyName.isBody(title.institutionKey[...]),
        !isAreaOnly(title), !isOfTable(title), title.kind != .unknown
      else { continue }
      return title
    }
    return nil
  }

  /// A department's or unit's report is that of a body and not of an area.
  private func isAreaOnly(_ title: ReportTitle) -> Bool {
    title.kind.isOfBody && BodyName.isArea(title.institutionKey[...])
  }

  /// A title without a name ends as titles of documents do; others are titles of tables.
  private func isDocument(_ title: ReportTitle) -> Bool {
    Self.endings.contains { title.text.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private static let endings = ["决算", "预算", "公开", "说明", "报告", "文本", "情况", "公告"]

  private func isOfTable(_ title: ReportTitle) -> Bool {
    var name = text(title.leaf)
    if name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: UInt8(ascii: "(")) {
      name = name[..<open]
    }
    return name.suffix(3).elementsEqual("表".utf8)
  }

  /// A cover may print the name of the body below what it reports.
  private func named(_ title: ReportTitle, below lines: ArraySlice<Int>) -> ReportTitle {
    let names = lines.filter { leaf in
      let line = text(leaf)
      return BodyName.place(in: line) == line.indices && BodyName.isBody(line)
    }
    // Several are a list of bodies.
    guard names.count == 1, let leaf = names.first, lines.prefix(3).contains(leaf) else {
      return title
    }
    var title = title
    title.institution = normalized.printed(normalized.ranges[leaf], ofLeaf: leaf)
    title.institutionKey = Array(text(leaf))
    return title
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
    let joined = leaves.flatMap(text)
    guard !joined.isEmpty, joined.count <= Self.longestTitle,
      !joined.contains(UInt8(ascii: ",")), !joined.contains(UInt8(ascii: ";")),
      !ByteRun.contains("。", in: joined[...]), !isColumnHead(joined),
      let words = TitleText(joined[...])
    else { return nil }
    let kind = evidence.kind(ofTitle: joined[...])
    let name = institution(leaves, words.institution)
    var title = ReportTitle(
      leaf: leaves[0],
      text: leaves.map { NormalizedDocument.trimmed(normalized.document.string(ofLeaf: $0)) }
        .joined(),
      institution: name.isEmpty ? nil : name,
      fiscalYear: kind == .governmentBudget ? words.lastYear ?? words.year : words.year, kind: kind)
    title.institutionKey = name.isEmpty ? [] : Array(joined[words.institution])
    return title
  }

  /// «2017年决算数» heads a column.
  private func isColumnHead(_ text: [UInt8]) -> Bool {
    text.reversed().drop { $0 == UInt8(ascii: "|") || $0 == 0x20 }.starts(with: "数".utf8.reversed())
  }

  /// The original text of a range of the joined lines.
  private func institution(_ leaves: [Int], _ wanted: Range<Int>) -> String {
    var offset = 0
    var name = ""
    for leaf in leaves {
      let range = normalized.ranges[leaf]
      let part = wanted.clamped(to: offset..<offset + range.count)
      if !part.isEmpty {
        let start = range.lowerBound - offset
        name += normalized.printed(
          part.lowerBound + start..<part.upperBound + start, ofLeaf: leaf)
      }
      offset += range.count
    }
    return name
  }
}

/// Looks for a short text in normalized text.
enum ByteRun {
  static func contains(_ word: String, in text: ArraySlice<UInt8>) -> Bool {
    guard let first = word.utf8.first else { return true }
    return text.indices.contains { text[$0] == first && text[$0...].starts(with: word.utf8) }
  }
}
