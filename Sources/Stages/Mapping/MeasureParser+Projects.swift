import MappingModel
import PhraseModel
import ReportModel

extension MeasureParser {
  /// In bytes; longer texts before a colon are sentences.
  private static let longestName = 180

  /// What stands before the first colon of a paragraph of a performance section names a project, where no figure
  /// stands in it: what follows is told of that project.
  mutating func nameProject(before index: Int) {
    guard project == nil, reading.measures.isEmpty, terms.has(context.around, terms.performance),
      let start = tokens[..<index].firstIndex(where: { !$0.isNumber }), start < index
    else { return }
    let range = tokens[start].range.lowerBound..<tokens[index - 1].range.upperBound
    let words = ByteSearch.firstRange(of: Array("项目".utf8), in: range, of: text)
    guard let words, range.count <= Self.longestName, words.lowerBound > range.lowerBound,
      !tokens[start..<index].contains(where: \.isFigure)
    else { return }
    // «…项目绩效自评综述»: what is told of it is no part of its name.
    project = String(decoding: text[range.lowerBound..<words.upperBound], as: UTF8.self)
    context.entity = nil
    year = context.year
    going = nil
  }

  /// «全年预算数», «执行数» of a project.
  mutating func takeProjectAmount(_ aspect: Aspect) {
    guard let project else { return }
    let id: String
    switch aspect {
    case .initialBudget, .annualBudget: id = "performance.projects_budget"
    case .actual, .completionPercent: id = "performance.projects_executed"
    default: return
    }
    guard let concept = concepts[id] else { return }
    going = GoingSubject(
      subject: .fixed(
        FoundConcept(
          concept: concept, dimensions: ["project": project], countUnit: nil, leavesScope: true)),
      label: 0..<0, around: context.around)
    anchor = aspect == .completionPercent ? .aspect(aspect) : .aspect(.actual)
  }
}

extension MeasureToken {
  fileprivate var isNumber: Bool {
    switch kind {
    case .reference: true
    default: false
    }
  }

  fileprivate var isFigure: Bool {
    if case .figure = kind { true } else { false }
  }
}
