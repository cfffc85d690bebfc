import MappingModel
import PhraseModel
import ReportModel

/// Figures in a row, and counts before what they count.
extension MeasureParser {
  /// «收、支总计各是A,B万元», «A和B分别为x万元和y万元»: as many figures as subjects, in order. A list
  /// that does not come out even is left unmapped, every figure of it.
  mutating func takeList(at index: Int) -> Bool {
    guard distributes, let last = going else { return false }
    let list = FigureList(at: index, in: tokens)
    guard list.figures.count > 1 else { return false }
    next = list.end
    var subjects = coordinated
    if let pair = pair(of: last), pair.count == list.figures.count { subjects = pair }
    let anchorOfAll = anchor
    distributes = false
    for (position, entry) in list.figures.enumerated() {
      guard subjects.count == list.figures.count else {
        reject(entry.figure, .unevenList)
        continue
      }
      going = subjects[position]
      anchor = anchorOfAll
      takeFigure(entry.figure, at: entry.index)
    }
    going = last
    return true
  }

  /// The concepts that a noun for two stands for, in order.
  func pair(of going: GoingSubject) -> [GoingSubject]? {
    guard case .noun(let noun) = going.subject,
      let found = finder.money(noun, around: going.around),
      let pair = terms.lexicon.pairs[found.concept.id]
    else { return nil }
    return pair.compactMap { concepts[$0] }.map { concept in
      var part = going
      part.subject = .fixed(Self.found(concept))
      part.handedFund = fund(of: going)
      return part
    }
  }

  func isFigure(_ index: Int) -> Bool {
    guard index < tokens.count, case .figure = tokens[index].kind else { return false }
    return true
  }

  /// «下设10个科室»: the count stands before what is counted.
  mutating func takeCountBeforeLabel(_ figure: MeasureToken.Figure, at index: Int) -> Bool {
    guard case .none = anchor, case .count(let word)? = figure.unit, index + 1 < tokens.count,
      case .noun(let noun) = tokens[index + 1].kind,
      let found = finder.count(noun, word: word, around: context.around), !found.isPartial,
      let unit = found.countUnit,
      followsMark(index + 1) || unit == .project || unit == .division
        || isFigure(index + 2),
      context.counted.insert(found.concept.id).inserted
    else { return false }
    going = GoingSubject(
      subject: .noun(noun), label: tokens[index + 1].range, around: context.around)
    add(.actual, figure.value, unit, tokens[index], found)
    return true
  }
}
