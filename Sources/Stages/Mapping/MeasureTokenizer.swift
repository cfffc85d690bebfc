import ReportModel
import ValueModel

/// Cuts a stretch of normalized text into the tokens of the grammar of measures; linear time.
///
/// An object: as a value it would be copied, the vocabulary with it, for every look at a phrase.
final class MeasureTokenizer {
  let vocabulary: MeasureVocabulary
  let text: [UInt8]
  let section: String
  /// The institution's name in matching form: it may stand before any label.
  let institution: [UInt8]
  private let scanner: FigureScanner

  init(vocabulary: MeasureVocabulary, text: [UInt8], section: String, institution: [UInt8]) {
    self.vocabulary = vocabulary
    self.text = text
    self.section = section
    self.institution = institution
    scanner = FigureScanner(text: text)
  }

  func tokens(in range: Range<Int>) -> [MeasureToken] {
    var tokens: [MeasureToken] = []
    var position = range.lowerBound
    if let ordinal = ordinalEnd(in: range) {
      tokens.append(MeasureToken(kind: .reference, range: position..<ordinal))
      position = ordinal
    }
    while position < range.upperBound {
      let token = token(at: position, limit: range.upperBound)
      if case .unknown = token.kind, let last = tokens.indices.last,
        case .unknown = tokens[last].kind
      {
        tokens[last].range = tokens[last].range.lowerBound..<token.range.upperBound
      } else {
        tokens.append(token)
      }
      position = token.range.upperBound
    }
    return FunctionItems.joined(tokens, text: text)
  }

  private func token(at position: Int, limit: Int) -> MeasureToken {
    let byte = text[position]
    if scanner.isDigit(byte) { return figure(at: position, digitsAt: position, limit: limit) }
    if byte == UInt8(ascii: "-"), position + 1 < limit, scanner.isDigit(text[position + 1]),
      position == 0 || !(scanner.isDigit(text[position - 1]) || text[position - 1] == byte)
    {
      return figure(at: position, digitsAt: position + 1, limit: limit)
    }
    if let kind = punctuation(at: position) {
      return MeasureToken(kind: kind, range: position..<position + length(at: position))
    }
    if let lead = institution.first, byte == lead,
      text[position..<limit].starts(with: institution)
    {
      return MeasureToken(kind: .ownBody, range: position..<position + institution.count)
    }
    if let comparison = datedComparison(at: position, limit: limit) { return comparison }
    let match = vocabulary.phrases.longestMatch(in: text, at: position, end: limit) { entries in
      vocabulary.meaning(of: entries, in: section)
    }
    if let numeral = chineseFigure(at: position, limit: limit),
      numeral.range.upperBound > match?.end ?? position
    {
      return numeral
    }
    guard let match else {
      return MeasureToken(
        kind: .unknown, range: position..<min(limit, position + length(at: position)))
    }
    return MeasureToken(kind: kind(of: match.value), range: position..<match.end)
  }

  private func kind(of entry: MeasureVocabulary.Entry) -> MeasureToken.Kind {
    switch entry {
    case .label(let index): .label(index)
    case .function(let name), .functionItem(let name): .function(name)
    case .word(let word):
      switch word {
      case .aspect(let aspect): .aspect(aspect)
      case .comparison(let base): .comparison(base)
      case .direction(let direction): .direction(direction)
      case .share: .share
      case .reason: .reason
      case .parts: .parts
      case .none: .none
      case .filler: .filler
      case .distributive: .distributive
      case .copula: .copula
      case .equates: .equates
      case .entity: .entity
      case .ownBody: .ownBody
      case .budgetDirection(let direction): .budgetDirection(direction)
      case .relativeYear(let offset): .relativeYear(offset)
      }
    }
  }

  // MARK: Figures

  private func figure(at start: Int, digitsAt digits: Int, limit: Int) -> MeasureToken {
    let end = scanner.digitsEnd(from: digits, limit: limit)
    let digitRange = start..<end
    if let year = year(in: digits..<end, limit: limit), start == digits { return year }
    if isReference(digits..<end, limit: limit) {
      return MeasureToken(kind: .reference, range: start..<end)
    }
    guard let magnitude = scanner.value(in: digits..<end) else {
      return MeasureToken(kind: .unknown, range: start..<end)
    }
    let value = start < digits ? magnitude.negated : magnitude
    let unit = unit(at: end, limit: limit)
    return MeasureToken(
      kind: .figure(.init(value: value, unit: unit?.unit, digits: digitRange)),
      range: start..<(unit?.end ?? end))
  }

  private func unit(at position: Int, limit: Int) -> (unit: PrintedUnit, end: Int)? {
    let match = vocabulary.measureWords.longestMatch(in: text, at: position, end: limit) {
      $0.first
    }
    guard let match else { return nil }
    // «万» alone is 万元 only where no measure word follows («3.72万户» counts households).
    if case .money(.tenThousandYuan) = match.value, match.end == position + 3, match.end < limit,
      text[match.end] >= 0xE4, text[match.end] <= 0xE9
    {
      return nil
    }
    return (match.value, match.end)
  }

  /// «2024年», «2024年度»; with a month it is a date.
  private func year(in digits: Range<Int>, limit: Int) -> MeasureToken? {
    guard digits.count == 4, follows("年", at: digits.upperBound, limit: limit),
      let value = scanner.value(in: digits), value.scale == 0,
      (1949...2100).contains(value.unscaled)
    else { return nil }
    var end = digits.upperBound + 3
    // «2017年初结转和结余»: the label begins with «年初».
    if follows("初", at: end, limit: limit) || follows("末", at: end, limit: limit) {
      return MeasureToken(kind: .year(Int(value.unscaled)), range: digits)
    }
    if follows("度", at: end, limit: limit) {
      return MeasureToken(kind: .year(Int(value.unscaled)), range: digits.lowerBound..<end + 3)
    }
    if end < limit, scanner.isDigit(text[end]) {
      let month = scanner.digitsEnd(from: end, limit: limit)
      if follows("月", at: month, limit: limit) {
        end = month + 3
        if end < limit, scanner.isDigit(text[end]) {
          let day = scanner.digitsEnd(from: end, limit: limit)
          if follows("日", at: day, limit: limit) { end = day + 3 }
        }
        return MeasureToken(kind: .reference, range: digits.lowerBound..<end)
      }
    }
    return MeasureToken(kind: .year(Int(value.unscaled)), range: digits.lowerBound..<end)
  }

  /// Figures that count nothing: «12月», «3号», «第2条», «〔2014〕66号», «(1)».
  private func isReference(_ digits: Range<Int>, limit: Int) -> Bool {
    for mark in ["月", "日", "号", "时", "级"] where follows(mark, at: digits.upperBound, limit: limit) {
      return true
    }
    for mark in ["第", "〔", "图", "表"] where precedes(mark, digits.lowerBound) { return true }
    return digits.lowerBound > 0 && text[digits.lowerBound - 1] == UInt8(ascii: "(")
      && digits.count <= 2 && digits.upperBound < limit
      && text[digits.upperBound] == UInt8(ascii: ")")
  }

  /// The end of «1.», «(一)», «12)» at the start of a paragraph.
  private func ordinalEnd(in range: Range<Int>) -> Int? {
    let entry = ListNumbers.entry(leaf: 0, range: range, in: text)
    if entry.number != nil { return entry.range.lowerBound }
    var index = range.lowerBound
    while index < range.upperBound, scanner.isDigit(text[index]) { index += 1 }
    guard index > range.lowerBound, index - range.lowerBound <= 3, index < range.upperBound,
      text[index] == UInt8(ascii: ")")
    else { return nil }
    return index + 1
  }

  /// «壹辆», «零万元», «零»: one numeral with its unit; a bare one counts only as «零».
  private func chineseFigure(at position: Int, limit: Int) -> MeasureToken? {
    guard text[position] >= 0xE4, position + 3 <= limit else { return nil }
    let value = ChineseNumeral.value(
      text[position], text[position + 1], text[position + 2],
      among: [.digits, .ten, .zero, .pair, .formal])
    guard let value else { return nil }
    let end = position + 3
    let unit = unit(at: end, limit: limit)
    if unit == nil, value != 0 { return nil }
    return MeasureToken(
      kind: .figure(
        .init(
          value: Amount(unscaled: Int64(value), scale: 0), unit: unit?.unit,
          digits: position..<end, isChinese: true)),
      range: position..<(unit?.end ?? end))
  }

  /// «与2023年度相比», «较2022年度决算数», «比2024年年初预算数».
  private func datedComparison(at position: Int, limit: Int) -> MeasureToken? {
    // A digit follows: looked at first, since the words are as frequent as the years are rare.
    guard position + 3 < limit, text[position] >= 0xE4, scanner.isDigit(text[position + 3]),
      ["与", "比", "较"].contains(where: { follows($0, at: position, limit: limit) })
    else { return nil }
    var digits = position + 3
    while digits < limit, scanner.isDigit(text[digits]) { digits += 1 }
    guard let year = year(in: position + 3..<digits, limit: limit),
      case .year(let value) = year.kind
    else { return nil }
    var end = year.range.upperBound
    var base = ComparisonBase.otherYear
    for (word, wordBase) in [
      ("年初预算数", ComparisonBase.initialBudget), ("年初预算", .initialBudget),
      ("年初预算", .initialBudget), ("预算数", .initialBudget), ("支出预算", .initialBudget),
      ("预算", .initialBudget), ("决算支出数", .otherYear), ("支出决算数", .otherYear),
      ("支出决算", .otherYear), ("决算数", .otherYear), ("决算", .otherYear), ("同期", .otherYear),
      ("实际支出", .otherYear),
    ] where follows(word, at: end, limit: limit) {
      base = wordBase
      end += word.utf8.count
      break
    }
    if follows("相比", at: end, limit: limit) {
      end += 6
    } else if follows("对比", at: end, limit: limit) {
      end += 6
    }
    return MeasureToken(
      kind: base == .otherYear ? .datedComparison(value) : .comparison(base), range: position..<end)
  }

  // MARK: Bytes

  private func punctuation(at position: Int) -> MeasureToken.Kind? {
    switch text[position] {
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "("): .openBracket
    case UInt8(ascii: ")"): .closeBracket
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .stop
    case 0xE3:
      if follows("。", at: position, limit: text.count) {
        .stop
      } else if follows(
        "、", at: position, limit: text.count)
      {
        .enumerationComma
      } else {
        nil
      }
    default: nil
    }
  }

  private func length(at position: Int) -> Int {
    switch text[position] {
    case ..<0x80: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }

  private func follows(_ word: String, at position: Int, limit: Int) -> Bool {
    var index = position
    for byte in word.utf8 {
      guard index < limit, text[index] == byte else { return false }
      index += 1
    }
    return true
  }

  private func precedes(_ word: String, _ position: Int) -> Bool {
    let count = word.utf8.count
    return position >= count && follows(word, at: position - count, limit: position)
  }
}
