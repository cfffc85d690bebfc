import DocumentModel
import MappingModel
import PhraseModel
import ReportModel

/// Turns the sentences of a section into facts.
struct NarrativeMapper {
  let vocabulary: LayoutVocabulary
  let concepts: [String: Concept]
  let institution: [UInt8]
  let functions: Classification

  /// The facts of one paragraph (without ids); its figures go into the ledger.
  func facts(
    in range: Range<Int>, leaf: Int, section: SectionRule, measureContext: inout MeasureContext,
    context: inout MappingContext
  ) -> [Fact] {
    guard Self.tellsAnything(range, of: context.normalized.text) else {
      measureContext.previousItem = nil
      measureContext.namedItem = nil
      measureContext.broken = nil
      return []
    }
    let tokenizer = MeasureTokenizer(
      vocabulary: vocabulary, text: context.normalized.text, section: section.id,
      institution: institution)
    let tokens = tokenizer.tokens(in: range, around: measureContext.around)
    let reading = MeasureParser.read(
      tokens, of: context.normalized.text, vocabulary: vocabulary, concepts: concepts,
      context: &measureContext)
    let printed = FigureCount.figures(of: tokens, in: context.normalized.text)
    let told = reading.measures.count {
      context.normalized.text[$0.range].contains { (0x30...0x39).contains($0) }
    }
    let open = reading.unmapped.count + reading.doubtful.count
    context.ledger.note(
      leaf: leaf, mapped: told, explained: max(0, printed - told - open),
      doubtful: reading.doubtful.count, unmapped: reading.unmapped)
    for doubt in reading.doubtful { context.doubt(doubt, leaf: leaf, section: section.id) }
    let isOfAllMoney = measureContext.isOfAllMoney
    let scopeFund = section.dimensions["fund"] ?? measureContext.fund
    return reading.measures.map {
      fact(
        $0, leaf: leaf, section: section, fund: scopeFund, isOfAllMoney: isOfAllMoney,
        context: &context)
    }
  }

  /// Whether a paragraph may hold a figure, a told nothing or the name of an item: most of a report's text holds
  /// none, and cutting it into words would be most of the work.
  private static func tellsAnything(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    if text[range].contains(where: { (0x30...0x39).contains($0) }) { return true }
    return signs.contains { ByteSearch.firstRange(of: $0, in: range, of: text) != nil }
  }

  private static let signs = ["无", "没有", "未", "零", "项)", "款)", "类)", "辆"].map { Array($0.utf8) }

  private func fact(
    _ measure: Measure, leaf: Int, section: SectionRule, fund: String?, isOfAllMoney: Bool,
    context: inout MappingContext
  ) -> Fact {
    let found = measure.found
    var dimensions: [String: String] = [:]
    if found.leavesScope {
      dimensions = found.dimensions
    } else {
      if found.concept.kind == .money { dimensions = section.dimensions }
      dimensions["fund"] = FundOfFact.fund(of: found, own: measure.fund, scope: fund)
      dimensions.merge(found.dimensions) { $1 }
    }
    var label: String
    var isUnverified = false
    switch measure.subject {
    case .noun, .fixed, .economic:
      label =
        measure.label.isEmpty
        ? found.concept.labelZh : QuoteBalance.closed(context.original(in: leaf, measure.label))
    case .function(let name):
      let item = functions.item(
        path: name.path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) })
      dimensions["function"] = name.code ?? item?.code ?? name.path
      isUnverified = name.code == nil && (item.map { !$0.isVerified } ?? false)
      label = name.path
    }
    if let entity = measure.entity { dimensions["entity"] = entity }
    if let year = measure.year { dimensions["year"] = String(year) }
    var fact = Fact(
      id: "", concept: found.concept.id, aspect: measure.aspect, dimensions: dimensions,
      value: measure.value, unit: measure.unit, label: label,
      reason: measure.reason.map { context.original(in: leaf, $0) },
      source: context.reference(in: leaf, normalizedRange: measure.range),
      rule: RuleReference(
        layout: context.layout.id, section: section.id, concept: found.concept.id))
    fact.codeIsUnverified = isUnverified
    fact.trust = trust(of: measure, dimensions, isOfAllMoney: isOfAllMoney)
    return fact
  }
}

extension NarrativeMapper {
  /// How the features of a measure are known: the sentence or its headings print them, or they are what such
  /// reports mean where they do not say it.
  private func trust(
    of measure: Measure, _ dimensions: [String: String], isOfAllMoney: Bool
  ) -> Trust {
    var trust = Trust()
    if measure.hasBareAspect { trust.aspect = .convention }
    if case .noun(let noun) = measure.subject, vocabulary.finder.isBareSide(noun),
      !measure.found.namesSource
    {
      trust.concept = .convention
    }
    if !isOfAllMoney, FundOfFact.isOpen(measure.found, fund: dimensions["fund"]) {
      trust.fund = .convention
    }
    return trust
  }
}

/// Which fund a fact is of, by the innermost place that names one.
enum FundOfFact {
  /// Concepts that budgets tell apart by the money they come from; the three public expenses, purchases and
  /// counts are what they are, whoever pays.
  private static let funded = ["income.", "expenditure.", "balance.", "income_expenditure."]

  static func fund(of found: FoundConcept, own: String?, scope: String?) -> String? {
    let id = found.concept.id
    guard funded.contains(where: id.hasPrefix) else { return found.dimensions["fund"] }
    if id.hasPrefix("income."), found.namesSource {
      // «财政拨款收入» names a source; which budget it comes from may be said.
      return own == FundLattice.widest ? nil : own
    }
    if sources.contains(id) { return own }
    return FundLattice.narrowed(scope, by: own)
  }

  /// Whether a fact of a concept that funds divide names none: all money, where nothing says otherwise.
  static func isOpen(_ found: FoundConcept, fund: String?) -> Bool {
    let id = found.concept.id
    return fund == nil && funded.contains(where: id.hasPrefix) && !sources.contains(id)
      && id != "income.fiscal_appropriation"
  }

  /// Kinds of income that are no money of the treasury.
  private static let sources: Set<String> = [
    "income.institutional", "income.business", "income.other", "income.superior_subsidy",
    "income.affiliated_remittance", "income.special_account", "income.non_fiscal",
    "balance.non_fiscal_used", "balance.distribution",
  ]
}
