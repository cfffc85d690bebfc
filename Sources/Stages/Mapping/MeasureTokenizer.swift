import PhraseModel
import ReportModel
import ValueModel

/// Cuts a stretch of normalized text into the tokens of the grammar of measures; linear time.
///
/// Figures, years and marks are cut out first; what stands between them is cut into words and read as
/// noun phrases and words of sentences.
///
/// An object: as a value it would be copied, the vocabulary with it, for every look at a phrase.
final class MeasureTokenizer {
  let vocabulary: LayoutVocabulary
  let text: [UInt8]
  let section: String
  /// The institution's name in matching form: it may stand before any label.
  let institution: [UInt8]
  private let scanner: FigureScanner

  init(vocabulary: LayoutVocabulary, text: [UInt8], section: String, institution: [UInt8]) {
    self.vocabulary = vocabulary
    self.text = text
    self.section = section
    self.institution = institution
    scanner = FigureScanner(text: text)
  }

  /// The tokens of a range, in order.
  ///
  /// `around`: what the section says, for words with several readings.
  func tokens(in range: Range<Int>, around: FeatureSet = FeatureSet()) -> [MeasureToken] {
    var grammar = SentenceGrammar(vocabulary: vocabulary, text: text, around: around)
    var position = range.lowerBound
    if let ordinal = ordinalEnd(in: range) {
      grammar.items.append(.token(MeasureToken(kind: .reference, range: position..<ordinal)))
      position = ordinal
    }
    var start = position
    func endStretch(at end: Int) {
      guard start < end else { return }
      grammar.items += PhraseCut.pieces(
        of: text, in: start..<end, by: vocabulary.words,
        choose: { vocabulary.chosen(of: $0, in: section) }
      ).map { .piece($0) }
    }
    var isItemStart = false
    while position < range.upperBound {
      if isItemStart, let end = ordinalEnd(in: position..<range.upperBound) {
        // «…。2.教育支出(类)»: the number of an item in a run-on paragraph.
        grammar.items.append(.token(MeasureToken(kind: .reference, range: position..<end)))
        position = end
        start = end
        isItemStart = false
        continue
      }
      if let word = wordOverDigits(at: position, from: start, limit: range.upperBound) {
        position = word
        continue
      }
      guard let token = hardToken(at: position, limit: range.upperBound) else {
        position = min(range.upperBound, position + scanner.length(at: position))
        isItemStart = false
        continue
      }
      switch token.kind {
      case .stop, .semicolon, .colon: isItemStart = true
      default: isItemStart = false
      }
      endStretch(at: position)
      grammar.items.append(.token(token))
      position = token.range.upperBound
      start = position
    }
    endStretch(at: range.upperBound)
    return FunctionItems(text: text, functions: vocabulary.functions).joined(grammar.tokens())
  }

  /// The end of a word that begins in the stretch and reaches over the digit here («单价50万元以上…»).
  private func wordOverDigits(at position: Int, from start: Int, limit: Int) -> Int? {
    guard scanner.isDigit(text[position]) else { return nil }
    var begin = max(start, position - 24)
    while begin < position, text[begin] & 0xC0 == 0x80 { begin += 1 }
    var furthest = position
    while begin < position {
      vocabulary.words.forEachWord(in: text, at: begin, end: limit) { end, _ in
        furthest = max(furthest, end)
      }
      begin += scanner.length(at: begin)
    }
    return furthest > position ? furthest : nil
  }

  /// A token that no word may reach over: a figure, a year, a mark, the institution's name.
  private func hardToken(at position: Int, limit: Int) -> MeasureToken? {
    let byte = text[position]
    if scanner.isDigit(byte) { return figure(at: position, digitsAt: position, limit: limit) }
    if byte == UInt8(ascii: "-"), position + 1 < limit, scanner.isDigit(text[position + 1]),
      position == 0 || !(scanner.isDigit(text[position - 1]) || text[position - 1] == byte)
    {
      return figure(at: position, digitsAt: position + 1, limit: limit)
    }
    if let kind = punctuation(at: position) {
      return MeasureToken(kind: kind, range: position..<position + scanner.length(at: position))
    }
    if let lead = institution.first, byte == lead,
      text[position..<limit].starts(with: institution)
    {
      return MeasureToken(kind: .ownBody, range: position..<position + institution.count)
    }
    guard let numeral = chineseFigure(at: position, limit: limit) else { return nil }
    var longest = position
    vocabulary.words.forEachWord(in: text, at: position, end: limit) { end, _ in longest = end }
    return numeral.range.upperBound > longest ? numeral : nil
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
    let marked = scanner.markEnd(at: end, limit: limit)
    let unit = unit(at: marked, limit: limit)
    let behind = unit?.end ?? end
    var figure = MeasureToken.Figure(value: value, unit: unit?.unit, digits: digitRange)
    if isOfAnotherUnit(behind, limit: limit) { figure.unit = nil }
    figure.isInexact = isInexact(from: start, end: behind, limit: limit)
    figure.isIllegible = scanner.isIllegible(start..<end, limit: limit)
    return MeasureToken(kind: .figure(figure), range: start..<behind)
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

  /// «1.2万元/人», «3万元港币»: not the unit that it looks like.
  private func isOfAnotherUnit(_ end: Int, limit: Int) -> Bool {
    ["/", "每", "港币", "港元", "美元", "欧元", "(美元)", "(港币)"].contains {
      follows($0, at: end, limit: limit)
    }
  }

  /// «约5万元», «5万元多», «5万元以上», «5万元至6万元»: rounded, or one end of a range.
  private func isInexact(from start: Int, end: Int, limit: Int) -> Bool {
    for word in ["多", "余", "以上", "以下", "以内", "左右", "上下"]
    where follows(word, at: end, limit: limit) {
      return true
    }
    for word in ["约", "近", "约为", "超过", "不超过", "不低于", "不少于"] where precedes(word, start) {
      return true
    }
    for mark in ["至", "-", "~", "—", "到"] {
      if follows(mark, at: end, limit: limit), end + mark.utf8.count < limit,
        scanner.isDigit(text[end + mark.utf8.count])
      {
        return true
      }
      let before = start - mark.utf8.count
      if precedes(mark, start), before > 0,
        scanner.isDigit(text[before - 1]) || text[before - 1] == UInt8(ascii: "%")
          || precedes("元", before)
      {
        return true
      }
    }
    return false
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
        return MeasureToken(kind: .date(Int(value.unscaled)), range: digits.lowerBound..<end)
      }
    }
    return MeasureToken(kind: .year(Int(value.unscaled)), range: digits.lowerBound..<end)
  }

  /// Figures that count nothing: «12月», «3号», «第2条», «〔2014〕66号», «(1)».
  private func isReference(_ digits: Range<Int>, limit: Int) -> Bool {
    for mark in ["月", "日", "号", "时", "级"] where follows(mark, at: digits.upperBound, limit: limit) {
      return true
    }
    for mark in ["第", "〔"] where precedes(mark, digits.lowerBound) { return true }
    // «表1» is a table's number, «自评表1个» counts tables.
    for mark in ["图", "表"] where precedes(mark, digits.lowerBound) {
      return unit(at: digits.upperBound, limit: limit) == nil
    }
    return digits.lowerBound > 0 && text[digits.lowerBound - 1] == UInt8(ascii: "(")
      && digits.count <= 2 && digits.upperBound < limit
      && text[digits.upperBound] == UInt8(ascii: ")")
  }

  /// The end of «1.», «(一)», «12)» at the start of a paragraph.
  private func ordinalEnd(in range: Range<Int>) -> Int? {
    let entry = ListNumbers.entry(leaf: 0, range: range, in: text)
    if entry.number != nil { return entry.range.lowerBound }
    if let end = circledEnd(at: range.lowerBound) ?? numberBeforeYear(in: range) { return end }
    var index = range.lowerBound
    while index < range.upperBound, scanner.isDigit(text[index]) { index += 1 }
    guard index > range.lowerBound, index - range.lowerBound <= 3, index < range.upperBound,
      text[index] == UInt8(ascii: ")")
    else { return nil }
    return index + 1
  }

  /// «①»: U+2460 to U+2473.
  private func circledEnd(at start: Int) -> Int? {
    guard start + 3 <= text.count, text[start] == 0xE2, text[start + 1] == 0x91,
      (0xA0...0xB3).contains(text[start + 2])
    else { return nil }
    return start + 3
  }

  /// «3.2021年…»: a number of an item and a year, and no figure with decimals.
  private func numberBeforeYear(in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound, scanner.isDigit(text[index]), index - range.lowerBound < 2 {
      index += 1
    }
    guard index > range.lowerBound, index < range.upperBound, text[index] == UInt8(ascii: ".")
    else { return nil }
    var digits = index + 1
    while digits < range.upperBound, scanner.isDigit(text[digits]) { digits += 1 }
    guard digits == index + 5, year(in: index + 1..<digits, limit: range.upperBound) != nil else {
      return nil
    }
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

  // MARK: Bytes

  private func punctuation(at position: Int) -> MeasureToken.Kind? {
    switch text[position] {
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .stop
    case 0xE3 where follows("。", at: position, limit: text.count): .stop
    default: nil
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
