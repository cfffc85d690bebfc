import DocumentModel
import ReportModel

/// Keeps account of every Arabic figure of the body: it became a fact or a field, is
/// doubtful, stands in text that is quoted or names a date, or was taken by no rule.
struct CoverageLedger {
  /// Per leaf, what its figures are; leaves behind the last one are of no kind.
  private var kinds: [Kind] = []
  /// Leaves read by the grammar of measures, with what it found.
  private var readings: [Int: Reading] = [:]

  /// Facts that were taken back as doubtful after all was read.
  private var takenBack = 0

  private struct Reading {
    var mapped = 0
    var explained = 0
    var doubtful = 0
    var unmapped: [(range: Range<Int>, reason: UnmappedReason)] = []
  }

  private enum Kind {
    case none
    /// All its figures are fields of records.
    case field
    /// It is quoted as it is.
    case quoted
  }

  mutating func noteField(_ leaf: Int) {
    reach(leaf)
    kinds[leaf] = .field
  }

  /// A field stays one.
  mutating func noteQuoted(_ leaf: Int) {
    reach(leaf)
    if kinds[leaf] == .none { kinds[leaf] = .quoted }
  }

  /// Whether a leaf's figures are known to be fields or quoted.
  func isUsed(_ leaf: Int) -> Bool { leaf < kinds.count && kinds[leaf] != .none }

  private mutating func reach(_ leaf: Int) {
    while kinds.count <= leaf { kinds.append(.none) }
  }

  /// Notes that so many facts were taken back as doubtful.
  mutating func noteTakenBack(_ count: Int) { takenBack += count }

  /// Enters what the grammar of measures made of a leaf (or a part of it).
  mutating func note(
    leaf: Int, mapped: Int, explained: Int, doubtful: Int = 0,
    unmapped: [(range: Range<Int>, reason: UnmappedReason)]
  ) {
    var reading = readings[leaf] ?? Reading()
    reading.mapped += mapped
    reading.explained += explained
    reading.doubtful += doubtful
    reading.unmapped += unmapped
    readings[leaf] = reading
  }

  /// Counts over the body and lists what is left, in source order.
  func settled(
    _ normalized: NormalizedDocument
  ) -> (coverage: Coverage, unmapped: [(leaf: Int, range: Range<Int>, reason: UnmappedReason)]) {
    var coverage = Coverage()
    var left: [(leaf: Int, range: Range<Int>, reason: UnmappedReason)] = []
    let scanner = FigureScanner(text: normalized.text)
    for leaf in Self.bodyLeaves(normalized.document) {
      let range = normalized.ranges[leaf]
      if let reading = readings[leaf] {
        coverage.mapped += reading.mapped
        coverage.explained += reading.explained
        coverage.doubtful += reading.doubtful
        coverage.unmapped += reading.unmapped.count
        left += reading.unmapped.map { (leaf, $0.range, $0.reason) }
        continue
      }
      let figures = scanner.figures(in: range)
      switch leaf < kinds.count ? kinds[leaf] : .none {
      case .field: coverage.mapped += figures.count
      case .quoted: coverage.explained += figures.count
      case .none:
        coverage.unmapped += figures.count
        left += figures.map {
          (leaf, $0, scanner.isIllegible($0, limit: range.upperBound) ? .illegible : .noRule)
        }
      }
    }
    let back = min(takenBack, coverage.mapped)
    coverage.mapped -= back
    coverage.doubtful += back
    return (coverage, left)
  }

  static func bodyLeaves(_ document: Document) -> [Int] {
    var leaves: [Int] = []
    for block in document.blocks where block.region == .body {
      switch block.content {
      case .paragraph(let paragraph): leaves.append(paragraph.leaf)
      case .table(let table): leaves += table.cells.map(\.leaf)
      }
    }
    return leaves
  }
}
