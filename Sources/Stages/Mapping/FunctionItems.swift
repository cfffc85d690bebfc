/// Joins «教育支出(类)普通教育(款)小学教育(项)» into one token with the label path
/// «教育支出/普通教育/小学教育».
enum FunctionItems {
  private static let levels: [[UInt8]] = ["类", "款", "项"].map { Array($0.utf8) }

  static func joined(_ tokens: [MeasureToken], text: [UInt8]) -> [MeasureToken] {
    var result: [MeasureToken] = []
    var index = 0
    while index < tokens.count {
      if let item = item(at: index, in: tokens, text: text) {
        result.append(
          MeasureToken(
            kind: .function(item.path),
            range: tokens[index].range.lowerBound..<tokens[item.next - 1].range.upperBound))
        index = item.next
      } else {
        result.append(tokens[index])
        index += 1
      }
    }
    return result
  }

  /// An item beginning at a token: names, each followed by its level in brackets.
  private static func item(
    at start: Int, in tokens: [MeasureToken], text: [UInt8]
  ) -> (path: String, next: Int)? {
    var names: [String] = []
    var index = start
    while names.count < levels.count {
      let nameStart = index
      while index < tokens.count, isName(tokens[index].kind), index - nameStart < 24 { index += 1 }
      guard index > nameStart, index + 2 < tokens.count, case .openBracket = tokens[index].kind,
        case .closeBracket = tokens[index + 2].kind,
        isLevel(names.count, tokens[index + 1], text: text)
      else {
        return names.isEmpty ? nil : (names.joined(separator: "/"), nameStart)
      }
      let range = tokens[nameStart].range.lowerBound..<tokens[index - 1].range.upperBound
      names.append(String(decoding: text[range], as: UTF8.self))
      index += 3
    }
    return (names.joined(separator: "/"), index)
  }

  private static func isLevel(_ level: Int, _ token: MeasureToken, text: [UInt8]) -> Bool {
    text[token.range].elementsEqual(levels[level])
  }

  /// Words of a name: anything but figures and the marks that end a phrase.
  private static func isName(_ kind: MeasureToken.Kind) -> Bool {
    switch kind {
    case .label, .aspect, .share, .comparison, .direction, .reason, .parts, .none, .filler,
      .distributive, .unknown, .enumerationComma, .function, .copula, .equates, .entity, .ownBody,
      .budgetDirection, .relativeYear:
      true
    case .datedComparison, .figure, .year, .reference, .comma, .semicolon, .colon, .stop,
      .openBracket, .closeBracket:
      false
    }
  }
}
