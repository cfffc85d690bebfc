import PhraseModel
import ReportModel

/// What a paragraph is read under: what its section and the paragraphs before it have said.
struct MeasureContext {
  /// The year the report is about.
  var fiscalYear: Int?
  /// The year that the section's heading names, where it is not the report's.
  var year: Int?
  /// The fund that the headings name, the narrowest.
  var fund: String?
  /// The headings speak of income or expenditure without naming a fund: of all money.
  var isOfAllMoney = false
  /// What the headings name, as it lends to the phrases under them.
  var around = FeatureSet()
  /// What the nearest heading names, where it is one thing.
  var heading: Noun?
  /// What a bare amount tells: final figures, or the budget where the heading or the kind of the
  /// document says so.
  var bareAspect = Aspect.actual
  /// A heading or the document's kind says which side a bare amount tells.
  var aspectIsSaid = false
  /// The document is a budget: what was executed is last year's.
  var isBudget = false
  /// The first amount's subject in the section: what a paragraph that begins with a comparison
  /// speaks of.
  var head: GoingSubject?
  /// What the paragraph before gave an amount of, where it is one thing and no change of it was told:
  /// a next paragraph that begins with a comparison goes on with it.
  var previousItem: GoingSubject?
  /// What the paragraph before named without a figure: «1.教育支出(类)普通教育(款)小学教育(项)。»
  var namedItem: GoingSubject?
  /// The two totals that the section gave each a figure of its own: what each of both changed by is told of each.
  var toldPair: [FoundConcept]?
  /// Where the paragraph before broke off in the middle of a sentence, as lines of a page do.
  var broken: BrokenSentence?
  /// Counts that the section has told already: a second one is of something else.
  var counted: Set<String> = []
  /// No other amount stands beside the head in the section; its parts may.
  var headIsAlone = true
  /// Whose figures they are, where not the reporting body's; goes on until somebody else is named.
  var entity: String?
}

/// What goes on where a line ended in the middle of a sentence.
struct BrokenSentence {
  var going: GoingSubject?
  var whole: GoingSubject?
  var hasWhole: Bool
  var anchor: MeasureParser.Anchor
  var base: ComparisonBase?
  var year: Int?
  var wholeAspect: Aspect?
  var isReason: Bool
  var isPurpose: Bool
}
