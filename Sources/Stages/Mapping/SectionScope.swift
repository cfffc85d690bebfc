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
      let isWrong = report.sectionsOfWrongYear.contains(index)
      var context: MeasureContext
      if let parent = section.parent {
        context = contexts[parent]
        take(reading(of: section.heading, around: context.around), into: &context, isWrong)
      } else {
        context = whole
        let reading = reading(of: section.heading, around: context.around)
        if namesAnything(reading) {
          take(reading, into: &context, isWrong)
          named = context
        } else {
          // «总体情况» without a number goes on with what the heading before it named.
          context = named
          take(self.reading(of: section.heading, around: context.around), into: &context, isWrong)
        }
      }
      contexts.append(context)
    }
    return contexts
  }

  private func reading(of heading: String, around: FeatureSet) -> PhraseReading {
    let text = Array(heading.utf8)
    return PhraseComposer(vocabulary.words).reading(of: text, in: text.indices, around: around)
  }

  /// Whether a heading speaks of any money or thing, and not of a whole or its parts alone.
  private func namesAnything(_ reading: PhraseReading) -> Bool {
    let terms = vocabulary.terms
    return !reading.isWhole
      || terms.has(reading.features, terms.core.union(terms.funds).union(terms.sides))
  }

  /// Adds what a heading says; `yearIsWrong` where the text and the tables contradict the year in it.
  private func take(
    _ reading: PhraseReading, into context: inout MeasureContext, _ yearIsWrong: Bool
  ) {
    let terms = vocabulary.terms
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
    if terms.has(reading.features, terms.funds) {
      context.isOfAllMoney = false
    } else if terms.has(reading.features, terms.sides.union(terms.bothSides)), context.fund == nil {
      context.isOfAllMoney = true
    }
    context.fund = FundLattice.narrowed(context.fund, by: terms.fund(of: reading.features))
    if let year = reading.year, !yearIsWrong {
      context.year = year == context.fiscalYear ? nil : year
    }
    context.heading = noun(of: reading, around: context.around)
    let own = reading.features.intersection(terms.core.union(terms.funds))
    context.around = context.around.union(terms.lexicon.surroundings(of: own))
  }

  /// The one thing that a heading names, wholly known.
  private func noun(of reading: PhraseReading, around: FeatureSet) -> Noun? {
    let terms = vocabulary.terms
    guard reading.isWhole, terms.has(reading.features, terms.core) else { return nil }
    let noun = Noun(
      features: terms.noun(of: reading.features))
    guard let found = vocabulary.finder.money(noun, around: around), !found.isPartial else {
      return nil
    }
    return noun
  }
}
