package import DocumentModel
internal import PlaceModel
package import ReportModel

/// What became of one figure of the source.
package struct FigureAccount: Sendable {
  package enum Outcome: Sendable {
    /// Facts that it gave.
    case facts([Fact])
    /// A field of a record (a statement's row, a performance table), or a head beside it.
    case field
    /// No amount of its own: why.
    case explained(Explanation)
    /// Understood in part: between what it stands.
    case doubtful(DoubtfulFigure)
    /// Taken by no rule: why.
    case unmapped(UnmappedReason)
  }

  /// Why a figure is no amount of its own.
  package enum Explanation: Sendable, CaseIterable {
    case dateOrNumber, reasonForChange, quotedText

    /// What it means, in plain words.
    package var words: String {
      switch self {
      case .dateOrNumber: "a date, a number of a list or of a document"
      case .reasonForChange: "stands within the reason that is given for a change"
      case .quotedText: "stands within a heading, a definition, a purpose or other quoted text"
      }
    }
  }

  /// The leaf it stands in.
  package var leaf: Int
  package var source: SourceReference
  /// The matching form of the words before it in its clause, which should have named it.
  package var words: String
  package var outcome: Outcome
}

/// Gives an account of every figure of a report, in source order.
package enum FigureAccounts {
  /// How far back the words that name a figure are looked for, in bytes of normalized text.
  private static let reach = 90

  /// The account of all figures of the body.
  package static func accounts(
    of report: Report, in normalized: NormalizedDocument
  ) -> [FigureAccount] {
    var resolver = SourceResolver(document: normalized.document)
    let facts = Dictionary(grouping: report.facts) { Place($0.source) }
    let doubtful = Dictionary(grouping: report.doubtful) { Place($0.source) }
    let unmapped = Dictionary(grouping: report.unmapped) { Place($0.source) }
    let reasons = report.facts.compactMap(\.reason)
    let scanner = FigureScanner(text: normalized.text)
    var accounts: [FigureAccount] = []
    for leaf in CoverageLedger.bodyLeaves(normalized.document) {
      let range = normalized.ranges[leaf]
      for figure in scanner.figures(in: range) {
        let original = normalized.originalRange(of: figure)
          .clamped(to: normalized.document.leaves[leaf].range)
        let source = resolver.reference(in: leaf, range: original)
        let place = Place(source)
        let own = (facts[place] ?? []).filter { covers($0.source, source) }
        let doubted = (doubtful[place] ?? []).first { covers($0.source, source) }
        let left = (unmapped[place] ?? []).first { covers($0.source, source) }
        let outcome: FigureAccount.Outcome
        if !own.isEmpty {
          outcome = .facts(own)
        } else if let doubted {
          outcome = .doubtful(doubted)
        } else if let left {
          outcome = .unmapped(left.reason)
        } else {
          outcome = explanation(figure, source, normalized, reasons)
        }
        accounts.append(
          FigureAccount(
            leaf: leaf, source: source, words: words(before: figure, in: range, normalized.text),
            outcome: outcome))
      }
    }
    return accounts
  }

  private struct Place: Hashable {
    var block: Int
    var row: Int?
    var column: Int?

    init(_ source: SourceReference) {
      block = source.block
      row = source.row
      column = source.column
    }
  }

  private static func covers(_ whole: SourceReference, _ part: SourceReference) -> Bool {
    whole.start <= part.start && part.end <= whole.end
  }

  private static func explanation(
    _ figure: Range<Int>, _ source: SourceReference, _ normalized: NormalizedDocument,
    _ reasons: [String]
  ) -> FigureAccount.Outcome {
    if source.row != nil { return .field }
    for mark in ["年", "月", "日", "号", "、", ".", ")"]
    where normalized.text[figure.upperBound...].starts(with: mark.utf8) {
      return .explained(.dateOrNumber)
    }
    let text = normalized.document.string(ofLeaf: leaf(of: source, normalized))
    if reasons.contains(where: { $0.contains(source.text) && text.contains($0) }) {
      return .explained(.reasonForChange)
    }
    return .explained(.quotedText)
  }

  private static func leaf(of source: SourceReference, _ normalized: NormalizedDocument) -> Int {
    if case .paragraph(let paragraph) = normalized.document.blocks[source.block].content {
      return paragraph.leaf
    }
    return 0
  }

  /// The words between the last mark and the figure.
  static func words(before figure: Range<Int>, in leaf: Range<Int>, _ text: [UInt8])
    -> String
  {
    var start = max(leaf.lowerBound, figure.lowerBound - reach)
    while start < figure.lowerBound, text[start] & 0xC0 == 0x80 { start += 1 }
    var index = start
    while index < figure.lowerBound {
      let isMark =
        [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "(")]
        .contains(text[index])
        || text[index] == 0xE3
          && (text[index...].starts(with: "。".utf8) || text[index...].starts(with: "、".utf8))
      index += text[index] < 0x80 ? 1 : 3
      if isMark { start = min(index, figure.lowerBound) }
    }
    return String(decoding: text[start..<figure.lowerBound], as: UTF8.self)
  }
}
