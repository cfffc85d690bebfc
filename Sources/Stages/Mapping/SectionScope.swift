import DocumentModel
import PhraseModel
import ReportModel
import ValueModel

/// What the headings above say of the figures under them: the budget or the final accounts, whose money,
/// of which year, and what they speak of.
struct SectionScope {
  let vocabulary: LayoutVocabulary

  /// The context in which each section's paragraphs are read, from its heading and those above.
  func contexts(of report: SegmentedReport) -> [MeasureContext] {
    var whole = MeasureContext(fiscalYear: report.fiscalYear)
    whole.aspectIsSaid = report.kind != .unknown
    if report.kind.isBudget {
      whole.bareAspect = .initialBudget
      whole.isBudget = true
    }
    var contexts: [MeasureContext] = []
    // What the last heading at the top that names something says.
    var named = whole
    for (index, section) in report.sections.enumerated() {
      let isGeneric = section.parent == nil && !namesAnything(section.heading)
      // «总体情况» without a number goes on with what the heading before it named.
      var context = section.parent.map { contexts[$0] } ?? (isGeneric ? named : whole)
      read(
        section.heading, into: &context, fiscalYear: report.fiscalYear,
        yearIsWrong: report.sectionsOfWrongYear.contains(index))
      contexts.append(context)
      if section.parent == nil, !isGeneric { named = context }
    }
    return contexts
  }

  /// Whether a heading speaks of any money or thing, and not of a whole or its parts alone.
  private func namesAnything(_ heading: String) -> Bool {
    let text = Array(heading.utf8)
    let terms = vocabulary.terms
    let reading = PhraseComposer(vocabulary.words).reading(of: text, in: text.indices)
    let sides = terms.income.union(terms.expenditure)
    return !reading.isWhole
      || terms.has(reading.features, terms.core.union(terms.funds).union(sides))
  }

  private func read(
    _ heading: String, into context: inout MeasureContext, fiscalYear: Int?, yearIsWrong: Bool
  ) {
    guard !heading.isEmpty else { return }
    let text = Array(heading.utf8)
    let terms = vocabulary.terms
    let reading = PhraseComposer(vocabulary.words).reading(
      of: text, in: text.indices, around: context.around)
    switch terms.aspect(of: reading.features) {
    case .actual:
      context.bareAspect = .actual
      context.aspectIsSaid = true
    case .initialBudget, .annualBudget:
      // «预算执行», «预算绩效»: no side of the accounts.
      if !terms.has(reading.features, terms.actual) {
        context.bareAspect = .initialBudget
        context.aspectIsSaid = true
      }
    default: break
    }
    let sides = terms.income.union(terms.expenditure).union(terms.bothSides)
    if terms.has(reading.features, terms.funds) {
      context.isOfAllMoney = false
    } else if terms.has(reading.features, sides), context.fund == nil {
      context.isOfAllMoney = true
    }
    context.fund = FundLattice.narrowed(context.fund, by: terms.fund(of: reading.features))
    if let year = reading.year, !yearIsWrong { context.year = year == fiscalYear ? nil : year }
    context.heading = noun(of: reading, around: context.around)
    let own = reading.features.intersection(terms.core.union(terms.funds))
    context.around = context.around.union(terms.lexicon.surroundings(of: own))
  }

  /// The one thing that a heading names, wholly known.
  private func noun(of reading: PhraseReading, around: FeatureSet) -> Noun? {
    let terms = vocabulary.terms
    guard reading.isWhole, terms.has(reading.features, terms.core) else { return nil }
    let noun = Noun(
      features: reading.features.subtracting(terms.aspects).subtracting(terms.stages)
        .subtracting(terms.words))
    guard let found = vocabulary.finder.money(noun, around: around), !found.isPartial else {
      return nil
    }
    return noun
  }
}
