import DocumentModel
import Mapping
import MappingFiles
import MappingModel
import ReportModel
import TestSupport
import ValueModel

/// The project's own mapping files and reports made of lines already in matching form.
enum Fixture {
  static let mappings: MappingSet = {
    do {
      return try MappingSet.load(from: Repository.mappings)
    } catch {
      fatalError("unreachable: the committed mapping files are valid: \(error)")
    }
  }()

  /// The facts of one section with the given paragraphs, in a report of 2024.
  static func facts(section heading: String, _ paragraphs: String...) -> [Fact] {
    report(section: heading, paragraphs).facts
  }

  static func report(
    section heading: String, _ paragraphs: [String], kind: ReportKind = .departmentFinalAccounts
  ) -> Report {
    let title = "云岭县交通局2024年度部门\(kind.isBudget ? "预算" : "决算")"
    let normalized = NormalizedDocument(
      unchanged: Document(paragraphs: [title, heading] + paragraphs))
    let segmented = SegmentedReport(
      title: ReportTitle(
        leaf: 0, text: title, institution: "云岭县交通局", fiscalYear: 2024, kind: kind),
      sections: [
        Section(
          parent: nil, level: 2, headingLeaf: 1, ordinal: "一、", heading: heading,
          items: paragraphs.indices.map { .paragraph(leaf: $0 + 2, start: 0) })
      ])
    return ReportMapper(mapping: mappings).map(
      segmented, in: normalized,
      file: SourceFile(
        file: "a.txt", format: .txt, encoding: "UTF-8", sha256: "0123456789abcdef00", bytes: 1,
        pages: nil))
  }
}

extension Fact {
  /// «concept aspect value unit {dimensions}» for comparison.
  var line: String {
    let dimensions = dimensions.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    return "\(concept) \(aspect.rawValue) \(value) \(unit.rawValue)\(dimensions)"
  }
}
