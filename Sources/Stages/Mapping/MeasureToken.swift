import ReportModel

/// One piece of a sentence as the grammar of measures sees it.
struct MeasureToken {
  enum Kind {
    /// A label of the mapping; the payload is an index into the vocabulary's labels.
    case label(Int)
    /// «教育支出(类)普通教育(款)小学教育(项)»: a functional item by its label path.
    case function(String)
    /// «年初预算数», «决算数为», «预决算差异率»: says which side of the subject follows.
    case aspect(Aspect)
    /// «占»: a share follows; labels up to the number name the whole.
    case share
    /// «比上年», «与年初预算相比», «较2022年度决算数».
    case comparison(ComparisonBase)
    /// «与2022年度相比»: against the year named, whatever it is to the report.
    case datedComparison(Int)
    /// «增加», «下降», «持平».
    case direction(Direction)
    /// «主要原因是», «用于», «包括»: what follows explains and gives no facts.
    case reason
    /// «其中»: parts of the subject follow.
    case parts
    /// «无», «没有»: nothing of what follows.
    case none
    /// Words that may stand between a label and its figure: «支出», «共计», «合计».
    case filler
    /// «为», «是»: before a figure as good as nothing; behind a mark, with no figure after it, it
    /// begins a definition.
    case copula
    /// «全部为»: what follows says what the subject consists of.
    case equates
    /// «全县», «区本级», «各单位»: the figures are not the reporting body's own.
    case entity
    /// «本单位», «我局»: the figures are the reporting body's own again.
    case ownBody
    /// «大于预算数»: a difference to the budget follows.
    case budgetDirection(Direction)
    /// «各», «分别为»: one figure for each of what was named.
    case distributive
    /// A figure with its unit.
    case figure(Figure)
    /// «2024年度»; the payload is the year.
    case year(Int)
    /// «本年», «上年»: years from the report's own.
    case relativeYear(Int)
    /// A date, a document number, an ordinal: figures that are no amounts.
    case reference
    case comma, semicolon, colon, stop, openBracket, closeBracket, enumerationComma
    /// Text that no rule knows.
    case unknown
  }

  var kind: Kind
  /// In the normalized text.
  var range: Range<Int>

  struct Figure {
    var value: Amount
    var unit: PrintedUnit?
    /// The digits alone.
    var digits: Range<Int>
    /// «零», «壹»: written in Chinese, so no figure that the ledger counts.
    var isChinese = false
  }
}

/// What a change is measured against.
enum ComparisonBase {
  case priorYear, initialBudget, annualBudget, otherYear
}

/// Which way a change goes.
enum Direction {
  case up, down, level
}

/// A unit beside a figure.
enum PrintedUnit: Equatable {
  case money(Unit)
  case percent
  /// A measure word: 人, 辆, 批次 ….
  case count(String)
}
