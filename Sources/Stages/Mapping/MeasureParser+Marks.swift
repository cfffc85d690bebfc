import PhraseModel
import ReportModel

/// What marks and brackets do to the subject, the whole and the anchor.
extension MeasureParser {
  mutating func beginReason(_ index: Int, isPurpose: Bool) {
    reasonStart = index + 1
    reasonIsPurpose = isPurpose
  }

  mutating func beginParts(at index: Int) {
    partsToken = index
    if whole == nil {
      partsAreUnknown = lastIsUnknown
      whole = Frame(going: going, anchor: .none)
      wholeAspect = wholeAspect ?? aspectBefore
      partsStart = reading.measures.count
    }
    // «12个单位,其中1个…»: a part of them, whatever it is.
    anchor = .none
  }

  /// «采购总额9万元:货物5万元、服务4万元;其中中央资金2万元:货物1万元…»: the amount before the mark is the parts' whole.
  mutating func beginParts(behindFigureBefore index: Int) {
    guard brackets.isEmpty, index > 0, case .figure = tokens[index - 1].kind,
      reading.measures.last?.range == tokens[index - 1].range, beginsItem(index + 1)
    else { return }
    whole = nil
    beginParts(at: index)
  }

  mutating func beginItem() {
    itemIsForeign = false
    itemHasLabel = false
    narrowNouns = []
  }

  mutating func endClause() {
    clauseIsForeign = false
    followsUnknown = false
    atClauseStart = true
    if let equated {
      going = equated.going
      self.equated = nil
    }
    if !countsGoOn { anchor = .none }
  }

  mutating func closeBracket() {
    atClauseStart = false
    followsUnknown = false
    guard let frame = brackets.popLast() else { return }
    if !explains(frame) {
      going = frame.going
      anchor = frame.anchor
    }
    clauseIsForeign = frame.isForeign
    followsUnknown = frame.followsUnknown
  }

  /// «行政经费(机关运行经费)»: a name that no concept holds is told again in the bracket by one that has a concept.
  private func explains(_ frame: Frame) -> Bool {
    guard isUntold, case .label = frame.anchor, case .label = anchor,
      case .noun(let outer)? = frame.going?.subject, let inner = going,
      case .noun(let noun) = inner.subject
    else { return false }
    return finder.money(outer, around: inner.around) == nil
      && finder.money(noun, around: inner.around) != nil
  }

  /// «…(…5万元。)比上年减少»: the mark ends what the bracket says.
  func endsBracketOnly(_ index: Int) -> Bool {
    guard !brackets.isEmpty, index + 1 < tokens.count, case .closeBracket = tokens[index + 1].kind
    else { return false }
    return true
  }

  mutating func endSentence(at index: Int) {
    endClause()
    beginItem()
    anchor = .none
    distributes = false
    coordinated = []
    base = nil
    lastDirection = nil
    sharing = []
    aspectBefore = wholeAspect ?? aspectBefore
    wholeAspect = nil
    brackets.removeAll()
    // «其中:…(项)。年初预算为…»: what a sentence ends with is what the next one speaks of.
    var namesItem = false
    if index > 0, case .function = tokens[index - 1].kind { namesItem = true }
    if let whole, !namesItem { going = whole.going }
    doubtContradictions()
    whole = nil
    partsAreUnknown = false
    purchase = FeatureSet()
    listIsSplit = false
    reasonOwner = reading.measures.count
  }

  /// A count whose noun is counted in other units, too: «5批次,31人次,支出2万元».
  var countsGoOn: Bool {
    guard case .label = anchor, let settled = going?.settled else { return false }
    return settled.countUnit != nil
  }
}
