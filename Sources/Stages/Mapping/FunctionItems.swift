import MappingModel

/// A functional item as a sentence names it.
struct ItemName: Equatable {
  /// Class, category and item, joined with «/».
  var path: String
  /// The code that the brackets print; nil where they print none.
  var code: String?
}

/// Joins «教育支出(类)普通教育(款)小学教育(项)» into one token with the label path
/// «教育支出/普通教育/小学教育»; brackets may hold codes, too («(205类)», «(02款)», «(02项)», «小学教育(2050202)»).
struct FunctionItems {
  let text: [UInt8]
  let functions: Classification

  private static let levels: [[UInt8]] = ["类", "款", "项"].map { Array($0.utf8) }
  /// More tokens than a name is ever cut into.
  private static let longestName = 24

  func joined(_ tokens: [MeasureToken]) -> [MeasureToken] {
    var result: [MeasureToken] = []
    var index = 0
    while index < tokens.count {
      if let item = item(at: index, in: tokens) {
        result.append(
          MeasureToken(
            kind: .function(item.name),
            range: tokens[index].range.lowerBound..<tokens[item.next - 1].range.upperBound))
        index = item.next
      } else {
        result.append(tokens[index])
        index += 1
      }
    }
    return result
  }

  /// An item beginning at a token: names, each followed by its level in brackets, or one name by its whole code.
  private func item(at start: Int, in tokens: [MeasureToken]) -> (name: ItemName, next: Int)? {
    var names: [String] = []
    var code = ""
    var level = 0
    var index = start
    func found(_ next: Int) -> (name: ItemName, next: Int)? {
      guard !names.isEmpty else { return nil }
      let isCode = Self.lengths.contains(code.utf8.count)
      return (ItemName(path: names.joined(separator: "/"), code: isCode ? code : nil), next)
    }
    while level < Self.levels.count {
      let nameStart = index
      while index < tokens.count, isName(tokens[index].kind), index - nameStart < Self.longestName {
        index += 1
      }
      guard index > nameStart, index < tokens.count, case .openBracket = tokens[index].kind,
        let close = (index + 1..<min(tokens.count, index + 4)).first(where: {
          if case .closeBracket = tokens[$0].kind { true } else { false }
        })
      else { return found(nameStart) }
      let bracket = text[tokens[index].range.upperBound..<tokens[close].range.lowerBound]
      let range = tokens[nameStart].range.lowerBound..<tokens[index - 1].range.upperBound
      let name = String(decoding: text[range], as: UTF8.self)
      if names.isEmpty, let whole = wholeCode(bracket) {
        return (ItemName(path: name, code: whole), close + 1)
      }
      if names.isEmpty {
        // The heading names the class: «2.普通教育(款)小学教育(项)».
        level = Self.levels.firstIndex { bracket.suffix(3).elementsEqual($0) } ?? 0
      }
      guard let digits = digits(ofLevel: level, bracket) else { return found(nameStart) }
      names.append(name)
      level += 1
      code += digits
      index = close + 1
    }
    return found(index)
  }

  /// How long the codes of a class, a category and an item are.
  private static let lengths = [3, 5, 7]

  /// The code of an item that a bracket holds and nothing else.
  private func wholeCode(_ text: ArraySlice<UInt8>) -> String? {
    guard Self.lengths.contains(text.count), text.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let code = String(decoding: text, as: UTF8.self)
    return functions.names(of: code).isEmpty ? nil : code
  }

  /// The digits before the word of a level («类», «205类»); nil where the text is no such word.
  private func digits(ofLevel level: Int, _ text: ArraySlice<UInt8>) -> String? {
    guard text.suffix(3).elementsEqual(Self.levels[level]) else { return nil }
    let digits = text.dropLast(3)
    guard digits.count <= 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Words of a name: anything but figures and the marks that end a phrase.
  private func isName(_ kind: MeasureToken.Kind) -> Bool {
    switch kind {
    case .noun, .side, .economic, .aspect, .share, .comparison, .direction, .reason, .purpose,
      .inclusion, .parts, .none, .filler, .and, .distributive, .unknown, .enumerationComma,
      .function, .copula, .equates, .entity, .ownBody, .budgetDirection, .relativeYear:
      true
    case .datedComparison, .figure, .year, .reference, .date, .comma, .semicolon, .colon, .stop,
      .openBracket, .closeBracket:
      false
    }
  }
}
