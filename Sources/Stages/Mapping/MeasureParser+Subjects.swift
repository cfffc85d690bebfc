import MappingModel
import ReportModel

extension MeasureParser {
  mutating func takeSubject(_ named: Measure.Subject, at index: Int, negated: Int?) {
    guard !isShare else { return }
    guard let new = resolved(named) else { return }
    if case .label(let index) = new, vocabulary.labels[index].onlyAtClauseStart, !atClauseStart {
      return
    }
    guard !followsUnknown else {
      // «某某项目支出» is not 项目支出: the label's own beginning is not known.
      subject = nil
      anchor = .none
      return
    }
    if index > 0, case .label = tokens[index - 1].kind, !coordinated.isEmpty {
      coordinated.removeLast()
    }
    subject = new
    isSettled = isUnambiguous(new)
    itemHasLabel = true
    itemIsForeign = false
    coordinated.append(new)
    label = tokens[index].range
    anchor = .label
    clauseIsForeign = false
    if let negated, let end = nothingEnd(after: index) {
      addNothing(of: new, in: negated..<end)
      anchor = .none
    }
  }

  /// The reading of a label that fits its place; nil where none does.
  ///
  /// A label that leans on the concept before it («房屋…,价值…») needs that concept as the subject or
  /// the whole; one with two readings needs the concept beside which it has that reading.
  private func resolved(_ named: Measure.Subject) -> Measure.Subject? {
    guard case .label(let index) = named else { return named }
    let label = vocabulary.labels[index]
    guard label.after != nil || label.beside != nil || !label.alternatives.isEmpty else {
      return named
    }
    let readings = [index] + label.alternatives
    let before = [subject, whole?.subject].compactMap(concept)
    if let leaning = readings.first(where: {
      vocabulary.labels[$0].after.map(before.contains) ?? false
    }) {
      return .label(leaning)
    }
    if let beside = readings.first(where: {
      vocabulary.labels[$0].beside.map(self.named.contains) ?? false
    }) {
      return .label(beside)
    }
    return readings.first {
      vocabulary.labels[$0].after == nil && vocabulary.labels[$0].beside == nil
    }
    .map { .label($0) }
  }

  /// Whether the label has no other reading than an amount.
  private func isUnambiguous(_ subject: Measure.Subject) -> Bool {
    guard case .label(let index) = subject else { return true }
    return !vocabulary.labels[index].alternatives.contains {
      vocabulary.labels[$0].after == nil && vocabulary.labels[$0].beside == nil
    }
  }

  func concept(_ subject: Measure.Subject?) -> String? {
    guard case .label(let index) = subject else { return nil }
    return vocabulary.labels[index].concept.id
  }

  // MARK: Told zeros

  /// «无下属预算单位,», «无国(境)外公务接待情况。»: the end of a told nothing, where only words that
  /// change nothing stand before the next mark.
  private func nothingEnd(after index: Int) -> Int? {
    var end = index
    while end + 1 < tokens.count, case .filler = tokens[end + 1].kind { end += 1 }
    return followsMark(end) ? tokens[end].range.upperBound : nil
  }

  mutating func addNothing(of subject: Measure.Subject, in range: Range<Int>) {
    guard case .label(let label) = subject else { return }
    let unit = vocabulary.labels[label].concept.unit ?? .tenThousandYuan
    reading.measures.append(
      Measure(
        subject: subject, label: self.label, aspect: .actual,
        value: Amount(unscaled: 0, scale: 0), unit: unit, range: range, year: year,
        entity: context.entity))
    anchor = .none
  }

  func followsMark(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return true }
    switch tokens[index + 1].kind {
    case .comma, .enumerationComma, .semicolon, .stop, .closeBracket: return true
    default: return false
    }
  }
}
