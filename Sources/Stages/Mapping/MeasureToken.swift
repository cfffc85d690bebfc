import PhraseModel
import ReportModel

/// One piece of a sentence as the grammar of measures sees it.
struct MeasureToken {
  enum Kind {
    /// A noun phrase that names something of its own.
    case noun(Noun)
    /// «支出», «收入决算»: a side of the accounts and nothing else. It goes on with a subject of that side,
    /// or names the side's own total.
    case side(Noun)
    /// «教育支出(类)普通教育(款)小学教育(项)»: a functional item by its label path.
    case function(ItemName)
    /// «工资福利支出»: an economic class by its name.
    case economic(String)
    /// «年初预算数», «决算数为», «预决算差异率»: says which side of the subject follows.
    case aspect(Aspect)
    /// «占»: a share follows; nouns up to the number name the whole.
    case share
    /// «比上年», «与年初预算相比», «较2022年度决算数».
    case comparison(ComparisonBase)
    /// «与2022年度相比»: against the year named, whatever it is to the report.
    case datedComparison(Int, ComparisonBase?)
    /// «增加», «下降», «持平».
    case direction(Direction)
    /// «主要原因是»: what follows explains and gives no facts.
    case reason
    /// «用于», «反映»: what follows says what the money is for.
    case purpose
    /// «包括»: parts follow, or an explanation.
    case inclusion
    /// «其中»: parts of the subject follow.
    case parts
    /// «无», «没有»: nothing of what follows.
    case none
    /// Words that may stand between a label and its figure: «共计», «约».
    case filler
    /// «和», «及»: joins.
    case and
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
    /// «2024年12月31日»; the payload is the year.
    case date(Int)
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
    /// «约», «多», «以上», one end of a range: the number is not the amount.
    var isInexact = false
    /// Something within or beside it cannot be read, so that nobody knows what number it is.
    var isIllegible = false
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
