package import MappingModel

/// Names of what outputs tell by ids, as the mapping files have them.
package struct ReviewLabels: Sendable {
  /// A name in both languages.
  package struct Name: Sendable, Equatable {
    /// Chinese.
    package var zh: String
    /// English.
    package var en: String

    /// One thing under both its names.
    package init(zh: String, en: String) {
      self.zh = zh
      self.en = en
    }
  }

  /// What a code is of; the raw value is the scheme's name in `labels.tsv`.
  package enum Scheme: String, Sendable, CaseIterable {
    case aspect, unit, fund, funding, kind, side, slip
    case vehicleUse = "vehicle_use"
    case checkStatus = "check_status"
    case checkSeverity = "check_severity"
    case unmappedReason = "unmapped_reason"
    case doubtReason = "doubt_reason"
    case trustGrade = "trust_grade"
    case trustFeature = "trust_feature"
    /// How a feature of a fact is known.
    case footing
    case performanceField = "performance_field"
    /// What the id of a concept begins with.
    case conceptFamily = "concept_family"
  }

  /// By concept id.
  package var concepts: [String: Name]
  /// By functional code; Chinese, since there is no official English.
  package var functions: [String: String]
  /// By economic code.
  package var economic: [String: String]
  /// What a check or a remark states, by its id.
  package var checks: [String: Name]
  private var codes: [Scheme: [String: Name]] = [:]

  /// All names that are known; what has none is told by its id.
  package init(
    concepts: [String: Name] = [:], functions: [String: String] = [:],
    economic: [String: String] = [:], checks: [String: Name] = [:], codes: [CodeLabel] = []
  ) {
    self.concepts = concepts
    self.functions = functions
    self.economic = economic
    self.checks = checks
    for label in codes {
      guard let scheme = Scheme(rawValue: label.scheme) else { continue }
      self.codes[scheme, default: [:]][label.code] = Name(zh: label.zh, en: label.en)
    }
  }

  /// The name of a concept.
  func concept(_ id: String, _ language: ReviewLanguage) -> String {
    concepts[id].map { language.pick($0.zh, $0.en) } ?? id
  }

  /// What a code means by the first of the schemes that has it.
  func word(_ schemes: Scheme..., for code: String, _ language: ReviewLanguage) -> String {
    schemes.lazy.compactMap { codes[$0]?[code] }.first.map { language.pick($0.zh, $0.en) } ?? code
  }
}
