import DocumentModel
import ValueModel

/// Finds whose report a document is where no title says it: behind the labels of its tables
/// («编制单位:某局»), in its headings («第一部分某局概况»), at the beginning of its sentences
/// («某局2024年度收入总计…»).
struct InstitutionEvidence {
  /// A name with where it is printed.
  struct Name {
    var text: String
    var key: [UInt8]
  }

  let normalized: NormalizedDocument
  /// In bytes; longer paragraphs hold sentences.
  private static let longestLabelled = 180
  private static let captionRows = 3

  // MARK: Labels

  /// The name that most of the labels give: those of the body before those of its department.
  func labelled(_ performance: [PerformanceTable]) -> Name? {
    var own = Ballot()
    var superior = Ballot()
    func read(_ leaf: Int) {
      let range = normalized.ranges[leaf]
      guard range.count <= Self.longestLabelled,
        let (name, isOwn) = Self.labelled(in: normalized.text[range])
      else { return }
      let found = Name(
        text: normalized.printed(name, ofLeaf: leaf), key: Array(normalized.text[name]))
      if isOwn { own.add(found) } else { superior.add(found) }
    }
    let tables = Set(performance.map(\.block))
    for (index, block) in normalized.document.blocks.enumerated() {
      switch block.content {
      case .paragraph(let paragraph): read(paragraph.leaf)
      case .table(let table) where !tables.contains(index):
        for cell in table.cells where cell.row < Self.captionRows { read(cell.leaf) }
      case .table: break
      }
    }
    if let name = own.winner ?? superior.winner { return name }
    return performanceLabels(performance)
  }

  /// What the head fields of the performance tables agree on.
  private func performanceLabels(_ tables: [PerformanceTable]) -> Name? {
    var ballot = Ballot()
    for table in tables {
      for field in table.fields where Self.performanceLabels.contains(field.label) {
        let range = normalized.ranges[field.leaf]
        guard BodyName.isBody(normalized.text[range]) else { continue }
        ballot.add(
          Name(
            text: normalized.printed(range, ofLeaf: field.leaf), key: Array(normalized.text[range]))
        )
      }
    }
    return ballot.winner
  }

  /// The name behind a label, and whether the label means the body itself.
  static func labelled(in text: ArraySlice<UInt8>) -> (name: Range<Int>, isOwn: Bool)? {
    for index in text.indices where text[index] == UInt8(ascii: ":") {
      var label = text[..<index]
      if label.last == UInt8(ascii: ")"), let open = label.lastIndex(of: UInt8(ascii: "(")) {
        label = label[..<open]
      }
      let isOwn = ownLabels.contains { isLabel($0, of: label) }
      guard isOwn || superiorLabels.contains(where: { isLabel($0, of: label) }) else { continue }
      var name = text[(index + 1)...]
      if let end = name.indices.first(where: { start in
        ends.contains { name[start...].starts(with: $0.utf8) }
      }) {
        name = name[..<end]
      }
      if let year = TitleText.yearPlace(in: name) { name = name[..<year.start] }
      while name.last == 0x20 || name.last == UInt8(ascii: "|") { name = name.dropLast() }
      while name.first == 0x20 { name = name.dropFirst() }
      guard BodyName.isBody(name),
        !TitleText.placeholders.contains(where: { ByteRun.contains($0, in: name) })
      else { continue }
      return (name.indices, isOwn)
    }
    return nil
  }

  /// A label alone, or behind the number of a table («公开01表 部门:»).
  private static func isLabel(_ word: String, of text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= word.utf8.count, text.suffix(word.utf8.count).elementsEqual(word.utf8)
    else {
      return false
    }
    let before = text.dropLast(word.utf8.count)
    guard let last = before.last else { return true }
    return last < 0x80 || before.suffix(3).elementsEqual("表".utf8)
  }

  private static let ownLabels = [
    "单位名称", "编制单位", "填报单位", "编报单位", "填制单位", "部门名称", "部门单位名称", "编制部门", "填报部门", "编报部门",
    "预算单位", "公开单位", "公开部门", "公开单位名称", "公开部门名称", "部门", "单位", "部门(单位)", "部门(单位)名称",
    "单位(部门)名称", "预算部门", "机构名称", "部门/单位",
  ]
  private static let superiorLabels = ["预算主管部门", "主管部门", "主管单位"]
  private static let performanceLabels = ["部门名称", "主管部门", "部门(单位)名称", "预算部门", "主管部门及代码"]
  /// What may follow a name in the same line.
  private static let ends = ["金额单位", "单位:", "(盖章", "(公章", "预算代码", "预算年度", "日期", "填报日期"]

  // MARK: Headings and sentences

  /// The name in most of the headings.
  func inHeadings(_ sections: [Section]) -> Name? {
    var ballot = Ballot()
    for section in sections {
      guard let leaf = section.headingLeaf, section.heading.utf8.count <= Self.longestLabelled
      else {
        continue
      }
      let heading = Array(section.heading.utf8)
      guard let name = Self.name(inHeading: heading[...]), let place = place(of: name, leaf: leaf)
      else {
        continue
      }
      ballot.add(Name(text: normalized.printed(place, ofLeaf: leaf), key: Array(name)))
    }
    return ballot.winner
  }

  private static func name(inHeading heading: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if let title = TitleText(heading), !title.institution.isEmpty {
      return known(heading[title.institution])
    }
    for ending in overviews where heading.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
      return known(heading.dropLast(ending.utf8.count))
    }
    return nil
  }

  private static func known(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var name = text
    if name.suffix(8).elementsEqual("(汇总)".utf8) { name = name.dropLast(8) }
    return BodyName.isBody(name) && !BodyName.isArea(name) ? name : nil
  }

  private static let overviews = ["部门概况", "单位概况", "概况", "基本情况", "主要职责", "主要职能", "部门职责", "职责"]

  /// The name that most sentences begin with, where a year stands behind it.
  func inSentences(_ leaves: [Int]) -> Name? {
    var ballot = Ballot()
    for leaf in leaves {
      let range = normalized.ranges[leaf]
      var text = normalized.text[range]
      if let number = HeadingNumber(in: text) { text = text[number.end...] }
      guard let year = TitleText.yearPlace(in: text.prefix(BodyName.longest)),
        year.start > text.startIndex, year.year != nil,
        let name = Self.known(text[..<year.start])
      else { continue }
      ballot.add(Name(text: normalized.printed(name.indices, ofLeaf: leaf), key: Array(name)))
    }
    return ballot.winner
  }

  private func place(of name: ArraySlice<UInt8>, leaf: Int) -> Range<Int>? {
    let range = normalized.ranges[leaf]
    guard
      let start = range.first(where: { normalized.text[$0..<range.upperBound].starts(with: name) })
    else { return nil }
    return start..<start + name.count
  }
}

/// Counts names; more than half of the votes win.
private struct Ballot {
  private var names: [InstitutionEvidence.Name] = []
  private var votes: [[UInt8]: Int] = [:]

  mutating func add(_ name: InstitutionEvidence.Name) {
    if votes[name.key] == nil { names.append(name) }
    votes[name.key, default: 0] += 1
  }

  var winner: InstitutionEvidence.Name? {
    let all = votes.values.reduce(0, +)
    return names.first { votes[$0.key, default: 0] * 2 > all }
  }
}
