/// What is open of a doubtful figure; the raw value is what the output says.
package enum DoubtReason: String, Sendable, CaseIterable {
  case unknownTitle = "unknown_title"
  case unknownColumn = "unknown_column"
  case unknownRow = "unknown_row"
  case unknownWords = "unknown_words"
  case openConcept = "open_concept"
  case openFund = "open_fund"
  case openAspect = "open_aspect"
  case openYear = "open_year"
  case openUnit = "open_unit"
  case openOwner = "open_owner"
  case inexact
  case contradicted

  /// What it means, in plain words.
  package var explanation: String {
    switch self {
    case .unknownTitle: "the title of its table is not understood"
    case .unknownColumn: "the head of its column is not understood"
    case .unknownRow: "the label of its row is not understood"
    case .unknownWords: "the words around it hold some that are not understood"
    case .openConcept: "nothing tells which of several things it counts"
    case .openFund: "nothing tells which kind of money it is"
    case .openAspect: "nothing tells whether it is a final amount, a budget or a change"
    case .openYear: "nothing tells which year it is of"
    case .openUnit: "nothing tells what it is counted in"
    case .openOwner: "nothing tells whose figure it is: the body's, a part's or another body's"
    case .inexact: "it is printed as a range or an approximation"
    case .contradicted: "other figures of the report speak against its only reading"
    }
  }
}
