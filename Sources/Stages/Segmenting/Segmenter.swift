package import DocumentModel

/// The Segment stage: title, heading tree and performance tables of a normalized document.
package struct Segmenter: Sendable {
  private let vocabulary: SegmentingVocabulary
  /// In bytes; longer paragraphs above a table are text.
  private static let longestTableTitle = 180

  /// A segmenter that tells structure by the words of `vocabulary`.
  package init(vocabulary: SegmentingVocabulary = .standard) {
    self.vocabulary = vocabulary
  }

  /// Cuts the body; headers, footers and navigation take no part. Linear in the text. `source` is
  /// asked where the document does not say whose it is.
  package func segment(
    _ document: NormalizedDocument, source: SourceName? = nil
  ) -> SegmentedReport {
    var report = SegmentedReport()
    report.sections = SectionTree(vocabulary: vocabulary).sections(of: document)
    report.tables = TableAssembler(normalized: document).tables()
    // A table's title may stand above its year or its unit: «项目支出绩效自评表», «(2024年度)».
    var above: [String] = []
    for (index, block) in document.document.blocks.enumerated() where block.region == .body {
      switch block.content {
      case .paragraph(let paragraph):
        let range = document.ranges[paragraph.leaf]
        if range.count > Self.longestTableTitle {
          above = []
        } else if !range.isEmpty {
          above = above.suffix(2) + [document.string(ofLeaf: paragraph.leaf)]
        }
      case .table(let table):
        let reader = PerformanceTableReader(
          vocabulary: vocabulary, normalized: document, table: table)
        report.performanceTables += reader.tables(
          block: index, paragraphAbove: above.joined(separator: "\n"))
        above = []
      }
    }
    IdentityFinder(normalized: document, source: source)
      .identify(&report, paragraphs: bodyParagraphs(document).map(\.leaf))
    return report
  }

  private func bodyParagraphs(_ document: NormalizedDocument) -> [Paragraph] {
    document.document.blocks.compactMap { block in
      guard block.region == .body, case .paragraph(let paragraph) = block.content,
        !document.ranges[paragraph.leaf].isEmpty
      else { return nil }
      return paragraph
    }
  }
}
