import MappingModel
import ReportModel

extension Layout {
  /// This layout with what the parent has and it does not say itself.
  ///
  /// Sections merge by id (headings and labels add up; dimensions said here stand above the
  /// parent's), statements by id, names of fields by label.
  func extending(_ parent: Layout) -> Layout {
    var result = self
    result.sections = parent.sections.map { inherited in
      guard let own = sections.first(where: { $0.id == inherited.id }) else { return inherited }
      var merged = own
      merged.headings = own.headings + inherited.headings.filter { !own.headings.contains($0) }
      merged.dimensions = inherited.dimensions.merging(own.dimensions) { $1 }
      if !own.saysContent { merged.content = inherited.content }
      merged.narrowness = min(own.narrowness, inherited.narrowness)
      merged.listsFunctions = own.listsFunctions || inherited.listsFunctions
      merged.labels = own.labels + inherited.labels.without(own.labels)
      return merged
    }
    result.sections += sections.filter { own in !parent.sections.contains { $0.id == own.id } }
    result.labels = labels + parent.labels.without(labels)
    for inherited in parent.statements {
      if let index = result.statements.firstIndex(where: { $0.id == inherited.id }) {
        result.statements[index].titles += inherited.titles
        result.statements[index].section = result.statements[index].section ?? inherited.section
        result.statements[index].total = result.statements[index].total ?? inherited.total
        if result.statements[index].rows == .labels {
          result.statements[index].rows = inherited.rows
        }
      } else {
        result.statements.append(inherited)
      }
    }
    result.performance = PerformanceRule(
      fields: parent.performance.fields.merging(performance.fields) { $1 },
      fundRows: parent.performance.fundRows.merging(performance.fundRows) { $1 },
      fundColumns: parent.performance.fundColumns.merging(performance.fundColumns) { $1 },
      indicatorColumns: parent.performance.indicatorColumns.merging(performance.indicatorColumns) {
        $1
      })
    return result
  }
}

extension [LabelRule] {
  /// These rules without the labels that others give a meaning of their own.
  fileprivate func without(_ others: [LabelRule]) -> [LabelRule] {
    let taken = Set(others.flatMap { $0.labels.map(ExactText.init) })
    guard !taken.isEmpty else { return self }
    return compactMap { rule in
      guard rule.labels.contains(where: { taken.contains(ExactText($0)) }) else { return rule }
      var rule = rule
      rule.labels.removeAll { taken.contains(ExactText($0)) }
      return rule.labels.isEmpty ? nil : rule
    }
  }
}

/// A label that leads to two concepts in one place would make a guess of every figure behind it,
/// unless the two are counted in different units.
struct LabelCollisions {
  let concepts: [String: Concept]

  /// Checks what the file says itself; what it inherits unchanged was checked where it stands.
  func check(_ layout: Layout, changedBy file: LayoutFile) throws(MappingError) {
    let own = file.layout
    if !own.labels.isEmpty { try check(layout.labels, in: "the layout's labels", file.path) }
    for section in layout.sections
    where own.sections.contains(where: { $0.id == section.id && !$0.labels.isEmpty }) {
      try check(section.labels, in: "section «\(section.id)»", file.path)
    }
  }

  private func check(
    _ rules: [LabelRule], in place: String, _ file: String
  ) throws(MappingError) {
    // Per label, the position of the last rule that has it.
    var meaning: [ExactText: Int] = [:]
    meaning.reserveCapacity(rules.reduce(0) { $0 + $1.labels.count })
    for (position, rule) in rules.enumerated() {
      for label in rule.labels {
        let last = meaning.updateValue(position, forKey: ExactText(label))
        if let other = last.map({ rules[$0] }), collide(rule, other) {
          throw MappingError(
            file: file,
            message: "in \(place) «\(label)» stands for both \(other.concept) and \(rule.concept); "
              + "remove it from one, or put it under the section it belongs to")
        }
      }
    }
  }

  private func collide(_ rule: LabelRule, _ other: LabelRule) -> Bool {
    if rule.concept == other.concept { return rule.dimensions != other.dimensions }
    return concepts[rule.concept]?.unit == concepts[other.concept]?.unit
  }
}
