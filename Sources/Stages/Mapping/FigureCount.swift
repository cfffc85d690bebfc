/// Counts the figures that tokens hold, as the ledger does.
enum FigureCount {
  /// How many runs of Arabic digits stand in the tokens; a figure with grouping and decimals is one.
  static func figures(of tokens: [MeasureToken], in text: [UInt8]) -> Int {
    let scanner = FigureScanner(text: text)
    return tokens.reduce(0) { count, token in
      if case .figure(let figure) = token.kind { return count + (figure.isChinese ? 0 : 1) }
      return count + scanner.figures(in: token.range).count
    }
  }
}
