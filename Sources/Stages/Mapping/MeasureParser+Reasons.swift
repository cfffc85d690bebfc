import MappingModel
import ReportModel

extension MeasureParser {
  /// «,为市本级拨付的资金»: behind a mark and with no figure after it, the word begins a definition.
  func beginsDefinition(_ index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count else { return false }
    switch tokens[index - 1].kind {
    case .comma, .semicolon: break
    default: return false
    }
    switch tokens[index + 1].kind {
    case .figure, .aspect, .noun, .side, .function, .economic, .distributive: return false
    default: return true
    }
  }

  /// A reason runs to the end of its sentence, or to a mark behind which a known label with its
  /// figure begins the next item of a list.
  func endsReason(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .stop: return !goesOn(behind: index)
    case .semicolon: return beginsItem(index + 1)
    case .comma:
      if tellsCount(index + 1) { return true }
      if reasonIsPurpose { return !fenceHasFigures(index) && goesOnWithFigures(index + 1) }
      return provesChange(index + 1)
    default: return false
    }
  }

  /// «,公务用车保有量为5辆»: a count of its own is told, whatever the sentence began with.
  private func tellsCount(_ start: Int) -> Bool {
    var counted: Noun?
    for token in tokens[min(start, tokens.count)..<min(tokens.count, start + 10)] {
      switch token.kind {
      case .noun(let noun): counted = noun
      case .filler, .copula: break
      case .reference, .date, .year, .ownBody, .comma:
        if counted != nil { return false }
      case .figure(let figure):
        guard case .count(let word)? = figure.unit, let counted,
          let found = finder.count(counted, word: word, around: context.around)
        else { return false }
        return finder.isOwn(word, of: found)
      default: return false
      }
    }
    return false
  }

  /// «主要用于2个因公出国(境)团组10人次», «用于国内公务接待427批»: counts of what the money is for are told, and no
  /// explanation.
  func tellsCountOfItsOwn(_ start: Int) -> Bool {
    for index in start..<min(tokens.count, start + 4) {
      switch tokens[index].kind {
      case .filler, .and, .reference: continue
      case .noun: return tellsCount(index)
      case .figure(let figure):
        guard case .count(let word)? = figure.unit, index + 1 < tokens.count,
          case .noun(let noun) = tokens[index + 1].kind,
          let found = finder.count(noun, word: word, around: context.around)
        else { return false }
        return !found.isPartial
      default: return false
      }
    }
    return false
  }

  /// «计划购置车辆3辆,主要是:执法执勤用车2辆»: what is counted in the unit just counted in are parts of that, and no
  /// reason.
  func countsParts(behind index: Int) -> Bool {
    guard let counted = reading.measures.suffix(2).last(where: { $0.found.countUnit != nil })
    else { return false }
    for index in index + 1..<min(tokens.count, index + 5) {
      switch tokens[index].kind {
      case .filler, .and, .reference, .colon: continue
      case .noun(let noun):
        guard index + 1 < tokens.count, case .figure(let figure) = tokens[index + 1].kind,
          case .count(let word)? = figure.unit
        else { return false }
        return finder.count(noun, word: word, around: surroundings)?.countUnit == counted.unit
      default: return false
      }
    }
    return false
  }

  private func fenceHasFigures(_ end: Int) -> Bool {
    guard let start = reasonStart, end - start < 64 else { return true }
    return tokens[start..<end].contains { if case .figure = $0.kind { true } else { false } }
  }

  /// «主要原因是接待减少,与上年相比减少1.34万元,减少21.61%»: amount and percentage that fit the subject's own
  /// level are its change and no part of the reason.
  private func provesChange(_ start: Int) -> Bool {
    guard start < tokens.count else { return false }
    switch tokens[start].kind {
    case .comparison, .datedComparison: break
    default: return false
    }
    var amount: Amount?
    var sign = false
    for token in tokens[start + 1..<min(tokens.count, start + 8)] {
      switch token.kind {
      case .direction(let direction): sign = direction == .down
      case .comma, .filler, .copula, .relativeYear: break
      case .figure(let figure):
        if case .money? = figure.unit, amount == nil {
          amount = sign ? figure.value.negated : figure.value
        } else if figure.unit == .percent, let amount,
          let level = reading.measures.last(where: {
            $0.subject == subject && $0.aspect == .actual
          })
        {
          return ChangeProof.fits(level.value, change: amount, percent: figure.value)
        } else {
          return false
        }
      default: return false
      }
    }
    return false
  }

  /// «,完成年初预算100%», «,较上年增加5万元», «,占3%»: the subject's own figures go on.
  private func goesOnWithFigures(_ start: Int) -> Bool {
    var index = start
    var isComparison = false
    while index < min(tokens.count, start + 6) {
      switch tokens[index].kind {
      case .aspect(.completionPercent), .share: isComparison = true
      case .comparison, .datedComparison: isComparison = true
      case .direction, .filler, .relativeYear, .copula, .side: break
      case .figure: return isComparison
      default: return false
      }
      index += 1
    }
    return false
  }

  /// «主要是:教育支出增加5万元,增长3%;…»: the classes by their official names with their own changes are
  /// a list, not an explanation; so is what a colon introduces by the name of something of its own.
  func listsFunctionChanges(_ index: Int) -> Bool {
    var next = index + 1
    var isAfterColon = false
    if next < tokens.count, case .colon = tokens[next].kind {
      next += 1
      isAfterColon = true
    }
    guard next + 2 < tokens.count, case .direction = tokens[next + 1].kind,
      case .figure(let figure) = tokens[next + 2].kind
    else { return false }
    switch tokens[next].kind {
    case .function: return true
    case .noun(let noun):
      guard isAfterColon, case .money? = figure.unit,
        let found = finder.money(noun, around: context.around)
      else { return false }
      return !found.isPartial
    default: return false
    }
  }

  /// «一是…。二是…。»: the next sentence gives the next reason.
  private func goesOn(behind index: Int) -> Bool {
    guard index + 1 < tokens.count, case .reason = tokens[index + 1].kind else { return false }
    return text[tokens[index + 1].range].suffix(3).elementsEqual("是".utf8)
      && tokens[index + 1].range.count == 6
  }

  func beginsItem(_ start: Int) -> Bool {
    var index = start
    var seenSubject = false
    // An item's label and figure stand close together; the bound keeps a hostile list linear.
    while index < min(tokens.count, start + 16) {
      switch tokens[index].kind {
      case .noun, .side, .function, .economic: seenSubject = true
      case .filler, .and, .distributive, .aspect, .year, .reference, .date, .parts, .colon, .copula,
        .relativeYear, .ownBody:
        break
      case .figure: return seenSubject
      default: return false
      }
      index += 1
    }
    return false
  }

  mutating func endReason(before end: Int) {
    guard var start = reasonStart else { return }
    reasonStart = nil
    while start < end, tokens[start].isMark { start += 1 }
    guard start < end else { return }
    // Words that say nothing may stand behind the last token: «高于年初数».
    let last = end < tokens.count ? tokens[end].range.lowerBound : tokens[end - 1].range.upperBound
    let range = tokens[start].range.lowerBound..<last
    for index in reading.measures.indices.dropFirst(reasonOwner)
    where reading.measures[index].aspect.isComparison && reading.measures[index].reason == nil {
      reading.measures[index].reason = range
    }
    reasonOwner = reading.measures.count
  }
}

extension MeasureToken {
  fileprivate var isMark: Bool {
    switch kind {
    case .colon, .comma: true
    default: false
    }
  }
}

extension Aspect {
  /// A difference, as an amount or a percentage.
  var isChange: Bool {
    switch self {
    case .change, .changePercent, .budgetChange, .budgetChangePercent: true
    default: false
    }
  }

  var isPercent: Bool {
    switch self {
    case .changePercent, .budgetChangePercent, .sharePercent, .completionPercent, .variancePercent:
      true
    case .actual, .initialBudget, .annualBudget, .priorYear, .change, .budgetChange: false
    }
  }

  /// Whether a reason explains it: a difference to another year or to the budget.
  fileprivate var isComparison: Bool {
    switch self {
    case .change, .changePercent, .budgetChange, .budgetChangePercent, .variancePercent,
      .completionPercent:
      true
    case .actual, .initialBudget, .annualBudget, .priorYear, .sharePercent: false
    }
  }
}
