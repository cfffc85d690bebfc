import DocumentModel
import MappingModel
import PhraseModel
import ReportModel

/// What a table's title says of all its figures.
struct TableTitle {
  var features = FeatureSet()
  var fund: String?
  var aspect: Aspect?
  var year: Int?
  /// What the title names, as it lends to heads and rows.
  var around = FeatureSet()
  /// The official statement that it is.
  var statement: StatementRule?
  /// Words that nobody knows stand in it.
  var isUnknown = false
  /// There is a title.
  var isThere = false
  /// It speaks of basic expenditure alone.
  var isOfBasic = false

  init() {}

  init(of table: LogicalTable, layout: Layout, vocabulary: LayoutVocabulary) {
    let text = table.titleText.utf8.filter { $0 != 0x20 }
    guard !text.isEmpty else { return }
    isThere = true
    let terms = vocabulary.terms
    let reading = PhraseComposer(vocabulary.words).reading(of: text, in: text.indices)
    features = reading.features
    fund = terms.fund(of: features)
    aspect = terms.aspect(of: features)
    year = reading.year
    isUnknown = !reading.isWhole
    isOfBasic = terms.has(features, terms.lexicon.set(.qualifier, "basic"))
    around = terms.lexicon.surroundings(
      of: features.intersection(terms.core.union(terms.funds)))
    statement = Self.statement(titled: text, features, layout, terms)
  }

  /// The statement that a title names: the longest title of the layout in it, else the one that its
  /// features are.
  static func statement(
    titled title: [UInt8], _ features: FeatureSet, _ layout: Layout, _ terms: LexiconTerms
  ) -> StatementRule? {
    var best: (length: Int, rule: StatementRule)?
    for rule in layout.statements {
      for known in rule.titles {
        let bytes = Array(known.utf8)
        if bytes.count > best?.length ?? 0, ByteSearch.contains(bytes, in: title) {
          best = (bytes.count, rule)
        }
      }
    }
    if let best { return best.rule }
    guard terms.has(features, terms.lexicon.set(.form, "table")) else { return nil }
    let own = features.intersection(
      terms.core.union(terms.funds).union(terms.sides))
    var found: (needs: Int, rule: StatementRule)?
    for rule in layout.statements {
      for needs in rule.reads {
        var set = FeatureSet()
        for feature in needs { set = set.union(terms.lexicon.set(feature.kind, feature.value)) }
        guard set.count == needs.count, set.isSubset(of: features) else { continue }
        // What the rule has no place for makes the title another table's; whose money it is changes no table of
        // something of its own, nor does the treasury's beside one of its budgets.
        var free = terms.expenditure.union(terms.income)
        if terms.has(set, terms.core.subtracting(terms.bothSides)) {
          free = free.union(terms.funds)
        }
        if terms.has(set, terms.funds) {
          free = free.union(terms.lexicon.set(.fund, FundLattice.widest))
        }
        guard own.subtracting(set).isSubset(of: free) else { continue }
        if needs.count > found?.needs ?? 0 { found = (needs.count, rule) }
      }
    }
    return found?.rule
  }
}
