package import MappingModel

extension ReviewLabels {
  /// The names of concepts, codes, checks and remarks as the mapping files have them.
  package init(
    _ mapping: MappingSet, rules: [CheckRule], remarks: [RemarkRule] = [],
    codes: [CodeLabel]
  ) {
    func names(_ classification: Classification) -> [String: String] {
      Dictionary(
        classification.items.filter(\.isCurrent).map { ($0.code, $0.name) },
        uniquingKeysWith: { first, _ in first })
    }
    self.init(
      concepts: mapping.concepts.mapValues { Name(zh: $0.labelZh, en: $0.labelEn) },
      functions: names(mapping.functions), economic: names(mapping.economic),
      checks: Dictionary(
        rules.map { ($0.id, Name(zh: $0.statementZh, en: $0.statementEn)) }
          + remarks.map { ($0.id, Name(zh: $0.statementZh, en: $0.statementEn)) },
        uniquingKeysWith: { first, _ in first }), codes: codes)
  }
}
