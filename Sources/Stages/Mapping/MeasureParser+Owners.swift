import PhraseModel
import ReportModel

/// Whose a change is that follows a list of parts.
extension MeasureParser {
  /// Whether it is clear whose change follows a list of parts: «X 100万元,其中:A 40万元,B 60万元,同比增加
  /// 10万元,增长11.1%» may speak of B or of X. Where amount and percentage fit only one of the two,
  /// that one becomes the subject; where they fit both or none, nobody is.
  mutating func settleOwner(
    _ value: Amount, isAmount: Bool, _ unit: Unit, _ token: MeasureToken
  ) -> Bool {
    guard let whole = whole?.going, brackets.isEmpty, let part = subject, part != whole.subject
    else { return true }
    let wholeSubject = whole.subject
    let parts = reading.measures[min(partsStart, reading.measures.count)...]
    let levels = parts.filter { $0.aspect == .actual || $0.aspect == .initialBudget }
    guard Set(levels.map { "\($0.subject)" }).count >= 2,
      !parts.contains(where: { $0.aspect.isChange }),
      !listIsSplit
    else { return true }
    if isEnumerated(before: token) {
      going = whole
      self.whole = nil
      return true
    }
    guard isAmount, let percent = percentBehind(token) else { return false }
    let levelOfWhole = reading.measures.last {
      $0.subject == wholeSubject && !$0.aspect.isPercent && !$0.aspect.isChange
    }
    let levelOfPart = levels.last { $0.subject == part }
    let fitsWhole =
      levelOfWhole.map { ChangeProof.fits($0.value, change: value, percent: percent) } ?? false
    let fitsPart =
      levelOfPart.map { ChangeProof.fits($0.value, change: value, percent: percent) } ?? false
    guard fitsWhole != fitsPart else { return false }
    if fitsWhole {
      going = whole
      self.whole = nil
    }
    return true
  }

  /// «X 9万元,其中:A 4万元、B 5万元,比上年减少1万元»: «、» keeps the parts together, and the wider mark behind them
  /// goes back to the whole.
  func isEnumerated(before token: MeasureToken) -> Bool {
    var enumerations = 0
    for part in tokens[min(partsToken, tokens.count)...].prefix(Self.longestEnumeration) {
      if part.range.lowerBound >= token.range.lowerBound { return false }
      switch part.kind {
      case .enumerationComma: enumerations += 1
      case .comma: return enumerations > 0 && !figureFollows(before: token, behind: part)
      case .semicolon: return false
      default: break
      }
    }
    return false
  }

  private static let longestEnumeration = 48

  /// Another part stands between a mark and the change.
  func figureFollows(before token: MeasureToken, behind mark: MeasureToken) -> Bool {
    reading.measures.contains {
      $0.range.lowerBound >= mark.range.upperBound && $0.range.lowerBound < token.range.lowerBound
    }
  }

  /// The percentage that the next clause gives for the same change.
  func percentBehind(_ token: MeasureToken) -> Amount? {
    guard let index = tokens.firstIndex(where: { $0.range.lowerBound >= token.range.upperBound })
    else { return nil }
    for next in tokens[index..<min(tokens.count, index + 4)] {
      switch next.kind {
      case .figure(let figure): return figure.unit == .percent ? figure.value : nil
      case .comma, .direction, .filler, .openBracket: continue
      default: return nil
      }
    }
    return nil
  }
}
