package import DocumentModel
package import MappingModel
package import ReportModel

/// A report with the texts that it was read from: what rules look at.
package struct ProofText: Sendable {
  let normalized: NormalizedDocument
  let report: Report
  /// What the classification calls functions, and called them.
  let functions: Classification
  /// Per leaf, what kind of text it is; nil for what is no part of the report's body.
  let places: [RemarkRule.Place?]
  /// The body that reports, in matching form.
  let institution: String

  /// - Parameters:
  ///   - normalized: the document.
  ///   - segmented: how it was cut up.
  ///   - contents: per section, how the rule that knows its heading reads it.
  ///   - report: what was made of it.
  ///   - functions: the functional classification.
  package init(
    _ normalized: NormalizedDocument, segmented: SegmentedReport,
    contents: [SectionRule.Content?], report: Report, functions: Classification
  ) {
    self.normalized = normalized
    self.report = report
    self.functions = functions
    places = Self.places(normalized.document, segmented, contents)
    institution =
      segmented.institutionKey.isEmpty
      ? segmented.institution ?? "" : String(decoding: segmented.institutionKey, as: UTF8.self)
  }

  /// The leaves of some kinds of text, ascending.
  func leaves(in kinds: Set<RemarkRule.Place>) -> [Int] {
    places.indices.filter { leaf in
      !normalized.ranges[leaf].isEmpty && places[leaf].map(kinds.contains) ?? false
    }
  }

  /// A stretch of the matching form as a string.
  func string(_ range: Range<Int>) -> String {
    String(decoding: normalized.text[range], as: UTF8.self)
  }

  /// Where a stretch of the matching form stands in the original, within its leaf.
  func original(_ range: Range<Int>) -> Range<Int> {
    let leaf = leaf(at: range.lowerBound)
    return normalized.originalRange(of: range).clamped(to: normalized.document.leaves[leaf].range)
  }

  /// The leaf that a place of the original lies in.
  func leaf(atOriginal offset: Int) -> Int {
    leaf(at: offset, of: normalized.document.leaves.count) {
      normalized.document.leaves[$0].range.lowerBound
    }
  }

  /// The leaf that a place of the matching form lies in.
  func leaf(at offset: Int) -> Int {
    leaf(at: offset, of: normalized.ranges.count) { normalized.ranges[$0].lowerBound }
  }

  private func leaf(at offset: Int, of count: Int, _ start: (Int) -> Int) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if start(middle) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The leaf that a report's place names; nil where the document has no such place.
  func leaf(of source: SourceReference) -> Int? {
    guard normalized.document.blocks.indices.contains(source.block) else { return nil }
    switch normalized.document.blocks[source.block].content {
    case .paragraph(let paragraph): return paragraph.leaf
    case .table(let table):
      return table.cells.first { $0.row == source.row && $0.column == source.column }?.leaf
    }
  }

  private static func places(
    _ document: Document, _ segmented: SegmentedReport, _ contents: [SectionRule.Content?]
  ) -> [RemarkRule.Place?] {
    var places = [RemarkRule.Place?](repeating: nil, count: document.leaves.count)
    for block in document.blocks where block.region == .body {
      switch block.content {
      case .paragraph(let paragraph): places[paragraph.leaf] = .text
      case .table(let table): for cell in table.cells { places[cell.leaf] = .cells }
      }
    }
    // A section that no rule knows is of the kind that it stands in.
    var kinds: [RemarkRule.Place] = []
    for (index, section) in segmented.sections.enumerated() {
      let kind: RemarkRule.Place
      switch contents.indices.contains(index) ? contents[index] : nil {
      case .glossary: kind = .glossary
      case .functions, .organization: kind = .duties
      case .narrative, .statements, .text: kind = .text
      case nil:
        kind = section.parent.flatMap { kinds.indices.contains($0) ? kinds[$0] : nil } ?? .text
      }
      kinds.append(kind)
      for case .paragraph(let leaf, _) in section.items where places[leaf] == .text {
        places[leaf] = kind
      }
    }
    for section in segmented.sections {
      guard let leaf = section.headingLeaf, places[leaf] != nil else { continue }
      // A heading and its text may share a paragraph.
      let hasText = section.items.contains {
        if case .paragraph(leaf, _) = $0 { true } else { false }
      }
      if !hasText { places[leaf] = .headings }
    }
    if let leaf = segmented.title?.leaf, places[leaf] != nil { places[leaf] = .headings }
    return places
  }
}
