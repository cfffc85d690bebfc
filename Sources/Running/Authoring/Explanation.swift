package import Conversion
internal import DocumentModel
internal import Mapping
internal import MappingModel
internal import ReportModel
internal import Writing

/// Tells people what became of the figures of a report, and why.
package struct Explanation {
  private let stages: Converter.Stages
  private let nearest: NearestLabels
  private let hints: PhraseHints

  /// What became of the figures of a report that the converter read.
  package init(of stages: Converter.Stages, with converter: Converter) {
    self.stages = stages
    hints = PhraseHints(of: stages, with: converter)
    nearest = NearestLabels(layout: converter.layout(of: stages))
  }

  /// The accounts that stand on a line, or in a text that contains words; all of them for nil.
  private func accounts(at place: String?) -> [FigureAccount] {
    let all = FigureAccounts.accounts(of: stages.report, in: stages.normalized)
    guard let place, !place.isEmpty else { return all }
    if let line = Int(place) {
      return all.filter { $0.source.line == line || $0.source.page == line }
    }
    // Thousands of figures may stand in one text.
    var found: [Int: Bool] = [:]
    return all.filter { account in
      if let isThere = found[account.leaf] { return isThere }
      let isThere = stages.document.string(ofLeaf: account.leaf).contains(place)
      found[account.leaf] = isThere
      return isThere
    }
  }

  /// One figure after the other, each with its text above it where that changes.
  package func describe(at place: String?) -> String {
    var lines: [String] = []
    var last = -1
    // Where many figures are unmapped, the same words stand before most of them.
    var candidates: [String: [String]] = [:]
    for account in accounts(at: place) {
      if account.leaf != last {
        last = account.leaf
        let text = DocumentInspection.oneLine(stages.document.string(ofLeaf: last))
        lines.append("\(Self.place(account.source)): \(text)")
      }
      lines += describe(account, &candidates).map { "    " + $0 }
    }
    if lines.isEmpty {
      lines.append("no figure stands there; give a line number or words of the text")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func describe(
    _ account: FigureAccount, _ candidates: inout [String: [String]]
  ) -> [String] {
    switch account.outcome {
    case .facts(let facts):
      return facts.map { fact in
        let dimensions = fact.dimensions.sorted { $0.key < $1.key }
          .map { " \($0.key)=\($0.value)" }.joined()
        return "\(account.source.text)  \(fact.id) \(fact.concept) \(fact.aspect.rawValue) "
          + "\(fact.value) \(fact.unit.rawValue)\(dimensions)  (\(fact.rule))"
      }
    case .field: return ["\(account.source.text)  a field of a record, or a head beside one"]
    case .explained(let why): return ["\(account.source.text)  explained: \(why.words)"]
    case .doubtful(let figure):
      return [
        "\(account.source.text)  \(figure.id) DOUBTFUL: \(figure.reason.explanation)"
          + (DoubtInspection.readings(figure).map { "; perhaps " + $0 } ?? "")
      ]
    case .unmapped(let reason):
      let known = candidates[account.words] ?? self.candidates(for: account.words)
      candidates[account.words] = known
      return ["\(account.source.text)  UNMAPPED: \(reason.explanation)"] + known
    }
  }

  private func candidates(for words: String) -> [String] {
    guard !words.isEmpty else { return [] }
    return ["  before it stands «\(words)»"] + hints.lines(for: words).map { "    " + $0 }
      + nearest.nearest(to: words, count: 3).map {
        "    nearest: «\($0.label)» → \($0.concept) (\($0.score) %)"
      }
  }

  static func place(_ source: SourceReference) -> String {
    if let line = source.line { return "line \(line)" }
    if let page = source.page { return "page \(page)" }
    if let sheet = source.sheet, let cell = source.cell { return "\(sheet)!\(cell)" }
    return "block \(source.block)"
  }

  /// The same for machines: a list of objects.
  package func json(at place: String?) -> [UInt8] {
    let entries = accounts(at: place).map { account -> JSONValue in
      var members: [JSONValue.Member] = [
        .init("place", .string(Self.place(account.source))),
        .init("text", .string(account.source.text)),
      ]
      switch account.outcome {
      case .facts(let facts):
        members.append(.init("outcome", .string("mapped")))
        members.append(.init("facts", .array(facts.map { .string($0.id) })))
      case .field: members.append(.init("outcome", .string("field")))
      case .explained(let why):
        members.append(.init("outcome", .string("explained")))
        members.append(.init("why", .string(why.words)))
      case .doubtful(let figure):
        members.append(.init("outcome", .string("doubtful")))
        members.append(.init("doubtful", .string(figure.id)))
        members.append(.init("why", .string(figure.reason.rawValue)))
      case .unmapped(let reason):
        members.append(.init("outcome", .string("unmapped")))
        members.append(.init("why", .string(reason.rawValue)))
        members.append(
          .init(
            "nearest",
            .array(nearest.nearest(to: account.words, count: 3).map { .string($0.concept) })))
      }
      return .oneLine(.object(members))
    }
    return JSONWriter.bytes(of: .array(entries))
  }
}
