import DocumentModel
import MappingModel
import ReportModel

/// Turns the sentences of a section into facts.
struct NarrativeMapper {
  let vocabulary: MeasureVocabulary
  let institution: [UInt8]
  let functions: Classification

  /// The facts of one paragraph (without ids); its figures go into the ledger.
  func facts(
    in range: Range<Int>, leaf: Int, section: SectionRule, measureContext: inout MeasureContext,
    context: inout MappingContext
  ) -> [Fact] {
    let tokenizer = MeasureTokenizer(
      vocabulary: vocabulary, text: context.normalized.text, section: section.id,
      institution: institution)
    let tokens = tokenizer.tokens(in: range)
    let reading = MeasureParser.read(
      tokens, of: context.normalized.text, vocabulary: vocabulary, context: &measureContext)
    let printed = tokens.reduce(0) {
      $0 + ($1.isArabic ? $1.figureCount(in: context.normalized.text) : 0)
    }
    let told = reading.measures.count {
      context.normalized.text[$0.range].contains { (0x30...0x39).contains($0) }
    }
    context.ledger.note(
      leaf: leaf, mapped: told, explained: max(0, printed - told - reading.unmapped.count),
      unmapped: reading.unmapped)
    return reading.measures.map { fact($0, leaf: leaf, section: section, context: &context) }
  }

  private func fact(
    _ measure: Measure, leaf: Int, section: SectionRule, context: inout MappingContext
  ) -> Fact {
    var dimensions: [String: String] = [:]
    let concept: String
    let label: String
    var isUnverified = false
    switch measure.subject {
    case .label(let index):
      let rule = vocabulary.labels[index]
      concept = rule.concept.id
      if rule.concept.kind == .money, !rule.leavesSectionDimensions {
        dimensions = section.dimensions
      }
      dimensions.merge(rule.dimensions) { $1 }
      label =
        measure.label.isEmpty
        ? rule.concept.labelZh : QuoteBalance.closed(context.original(in: leaf, measure.label))
    case .function(let path):
      concept = "expenditure.function"
      dimensions = section.dimensions
      let item = functions.item(
        path: path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) })
      dimensions["function"] = item?.code ?? path
      isUnverified = item.map { !$0.isVerified } ?? false
      label = path
    }
    if let entity = measure.entity { dimensions["entity"] = entity }
    if let year = measure.year { dimensions["year"] = String(year) }
    var fact = Fact(
      id: "", concept: concept, aspect: measure.aspect, dimensions: dimensions,
      value: measure.value, unit: measure.unit, label: label,
      reason: measure.reason.map { context.original(in: leaf, $0) },
      source: context.reference(in: leaf, normalizedRange: measure.range),
      rule: RuleReference(layout: context.layout.id, section: section.id, concept: concept))
    fact.codeIsUnverified = isUnverified
    return fact
  }
}

extension MeasureToken {
  /// Whether the token holds Arabic digits.
  fileprivate var isArabic: Bool {
    switch kind {
    case .figure, .year, .reference, .unknown, .datedComparison, .comparison, .filler, .function,
      .label:
      true
    case .copula, .equates, .entity, .ownBody, .budgetDirection, .relativeYear, .aspect, .share,
      .direction, .reason, .parts, .none, .comma, .semicolon, .colon, .stop,
      .openBracket, .closeBracket, .enumerationComma, .distributive:
      false
    }
  }

  /// How many runs of digits it holds; a figure with grouping and decimals is one.
  fileprivate func figureCount(in text: [UInt8]) -> Int {
    if case .figure(let figure) = kind { return figure.isChinese ? 0 : 1 }
    let scanner = FigureScanner(text: text)
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if scanner.isDigit(text[index]) {
        count += 1
        index = scanner.digitsEnd(from: index, limit: range.upperBound)
      } else {
        index += 1
      }
    }
    return count
  }
}
