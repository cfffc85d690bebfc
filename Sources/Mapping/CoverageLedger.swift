import DocumentModel
import ReportModel

/// Keeps account of every Arabic figure of the body: it became a fact or a field, stands in text
/// that is quoted or names a date, or was taken by no rule.
struct CoverageLedger {
  /// Leaves all of whose figures are fields of records.
  private var mappedLeaves: Set<Int> = []
  /// Leaves that are quoted as they are.
  private var quotedLeaves: Set<Int> = []
  /// Leaves read by the grammar of measures, with what it found.
  private var readings: [Int: Reading] = [:]

  private struct Reading {
    var mapped = 0
    var explained = 0
    var unmapped: [(range: Range<Int>, reason: String)] = []
  }

  mutating func noteField(_ leaf: Int) { mappedLeaves.insert(leaf) }

  mutating func noteQuoted(_ leaf: Int) { quotedLeaves.insert(leaf) }

  /// Enters what the grammar of measures made of a leaf (or a part of it).
  mutating func note(
    leaf: Int, mapped: Int, explained: Int, unmapped: [(range: Range<Int>, reason: String)]
  ) {
    var reading = readings[leaf] ?? Reading()
    reading.mapped += mapped
    reading.explained += explained
    reading.unmapped += unmapped
    readings[leaf] = reading
  }

  /// Counts over the body and lists what is left, in source order.
  func settled(
    _ normalized: NormalizedDocument
  ) -> (coverage: Coverage, unmapped: [(leaf: Int, range: Range<Int>, reason: String)]) {
    var coverage = Coverage()
    var left: [(leaf: Int, range: Range<Int>, reason: String)] = []
    for leaf in Self.bodyLeaves(normalized.document) {
      let range = normalized.ranges[leaf]
      if let reading = readings[leaf] {
        coverage.mapped += reading.mapped
        coverage.explained += reading.explained
        coverage.unmapped += reading.unmapped.count
        left += reading.unmapped.map { (leaf, $0.range, $0.reason) }
        continue
      }
      let figures = figures(in: range, of: normalized.text)
      if mappedLeaves.contains(leaf) {
        coverage.mapped += figures.count
      } else if quotedLeaves.contains(leaf) {
        coverage.explained += figures.count
      } else {
        coverage.unmapped += figures.count
        left += figures.map { (leaf, $0, "no_rule") }
      }
    }
    return (coverage, left)
  }

  private func figures(in range: Range<Int>, of text: [UInt8]) -> [Range<Int>] {
    let scanner = FigureScanner(text: text)
    var result: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard scanner.isDigit(text[index]) else {
        index += 1
        continue
      }
      let end = scanner.digitsEnd(from: index, limit: range.upperBound)
      result.append(index..<end)
      index = end
    }
    return result
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
