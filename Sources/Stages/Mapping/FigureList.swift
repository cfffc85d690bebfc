/// Figures that stand one behind the other with nothing but a mark or «和» between them; a unit that
/// only the last one has holds for all («12376.47,12431.73万元»).
struct FigureList {
  private(set) var figures: [(figure: MeasureToken.Figure, index: Int)] = []
  /// The token behind the last figure.
  private(set) var end: Int

  /// More figures than this in one list are not seen in any report; the bound keeps the look-ahead
  /// short.
  private static let longest = 8

  init(at start: Int, in tokens: [MeasureToken]) {
    end = start
    var index = start
    while index < tokens.count, figures.count < Self.longest {
      guard case .figure(let figure) = tokens[index].kind else { break }
      figures.append((figure, index))
      end = index + 1
      guard end < tokens.count, Self.joins(tokens[end]) else { break }
      index = end + 1
    }
    inheritUnits()
  }

  /// Fills in units from behind; figures of unlike units are no list.
  private mutating func inheritUnits() {
    guard let last = figures.last?.figure.unit else {
      figures = Array(figures.prefix(1))
      return
    }
    for index in figures.indices where figures[index].figure.unit == nil {
      figures[index].figure.unit = last
    }
    if figures.contains(where: { $0.figure.unit != last }) { figures = Array(figures.prefix(1)) }
  }

  private static func joins(_ token: MeasureToken) -> Bool {
    switch token.kind {
    case .comma, .enumerationComma: true
    case .and: true
    default: false
    }
  }
}
