/// Counts the figures that tokens hold, as the ledger does.
enum FigureCount {
  /// How many runs of Arabic digits stand in the tokens; a figure with grouping and decimals is one.
  static func figures(of tokens: [MeasureToken], in text: [UInt8]) -> Int {
    tokens.reduce(0) { $0 + figures(of: $1, in: text) }
  }

  private static func figures(of token: MeasureToken, in text: [UInt8]) -> Int {
    if case .figure(let figure) = token.kind { return figure.isChinese ? 0 : 1 }
    let scanner = FigureScanner(text: text)
    var count = 0
    var index = token.range.lowerBound
    while index < token.range.upperBound {
      if scanner.isDigit(text[index]) {
        count += 1
        index = scanner.digitsEnd(from: index, limit: token.range.upperBound)
      } else {
        index += 1
      }
    }
    return count
  }
}
