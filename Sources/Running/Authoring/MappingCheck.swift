internal import Conversion
internal import DocumentModel
internal import Mapping
internal import MappingFiles
internal import MappingModel
internal import ReportModel

/// Tries mapping files: lint, and the cases that live beside them.
package enum MappingCheck {
  /// Lines for people, and whether there is an error.
  package static func lint(_ folder: String) -> (lines: [String], hasErrors: Bool) {
    let problems = MappingLint.problems(
      in: MappingFolder(folder), namedChecks: Converter.namedChecks,
      namedTests: Converter.namedTests,
      matchingForm: Converter(mapping: MappingSet(concepts: [:], layouts: [])).matchingForm)
    return (problems.map(\.description), problems.contains(where: \.isError))
  }

  /// Runs the cases of `tests/*.yaml`.
  package static func runCases(
    _ folder: String
  ) throws -> (passed: Int, failures: [String]) {
    let folder = MappingFolder(folder)
    let mapping = try MappingSet.load(from: folder)
    let converter = Converter(mapping: mapping)
    var passed = 0
    var failures: [String] = []
    for item in try MappingCase.all(in: folder) {
      let title = "\(item.file)\(item.line.map { ":\($0)" } ?? ""): «\(item.name)»"
      guard let layout = mapping.layouts.first(where: { $0.id == item.layout }) else {
        failures.append("\(title): there is no layout «\(item.layout)»")
        continue
      }
      guard
        let found = converter.facts(
          of: item.paragraphs, section: item.section, layout: layout,
          fiscalYear: item.fiscalYear)
      else {
        failures.append("\(title): layout «\(layout.id)» has no section «\(item.section)»")
        continue
      }
      let facts = found.facts.map(line)
      let left = found.unmapped.map(\.text)
      let doubtful = found.doubtful.map { "\($0.value) \($0.reason.rawValue)" }
      if facts == item.facts, doubtful == item.doubtful, left == item.unmapped {
        passed += 1
      } else {
        failures.append(
          title + "\n" + difference(expected: item.facts, found: facts)
            + (doubtful == item.doubtful
              ? "" : "\n  doubtful: expected \(item.doubtful), found \(doubtful)")
            + (left == item.unmapped
              ? "" : "\n  unmapped: expected \(item.unmapped), found \(left)"))
      }
    }
    return (passed, failures)
  }

  private static func difference(expected: [String], found: [String]) -> String {
    let missing = expected.filter { !found.contains($0) }.map { "  - \($0)" }
    let extra = found.filter { !expected.contains($0) }.map { "  + \($0)" }
    let order =
      missing.isEmpty && extra.isEmpty ? ["  the same facts in another order or number"] : []
    return (missing + extra + order).joined(separator: "\n")
  }

  /// «concept aspect value unit dimension=value …».
  private static func line(_ fact: Fact) -> String {
    let dimensions = fact.dimensions.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
    return "\(fact.concept) \(fact.aspect.rawValue) \(fact.value) \(fact.unit.rawValue)"
      + dimensions.joined()
  }
}
