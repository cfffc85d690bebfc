package import MappingModel
internal import ReportModel

extension Vocabulary {
  /// The schemes of labels that databases tell beside the classifications; the list of labels has
  /// others for the words of review pages.
  private static let schemes: Set = [
    "aspect", "unit", "fund", "kind", "statement", "vehicle_use", "funding", "check_status",
  ]

  /// Concepts and classifications of the mapping files and the labels of all other codes, sorted by
  /// their keys.
  package init(_ mapping: MappingSet, labels: [CodeLabel]) {
    let concepts = mapping.concepts.values.sorted { $0.id < $1.id }.map {
      [$0.id, $0.kind.rawValue, $0.unit?.rawValue, $0.labelZh, $0.labelEn]
    }
    var codes: [[String?]] = []
    for (scheme, classification) in [
      ("economic", mapping.economic), ("function", mapping.functions),
    ] {
      let english = Dictionary(
        labels.filter { $0.scheme == scheme }.map { ($0.code, $0.en) }, uniquingKeysWith: { $1 })
      codes += Self.rows(of: classification, scheme, english)
    }
    codes += labels.filter { Self.schemes.contains($0.scheme) }.map {
      [$0.scheme, $0.code, nil, nil, $0.zh, $0.en, nil]
    }
    self.init(
      concepts: concepts,
      codes: codes.sorted { ($0[0] ?? "", $0[1] ?? "") < ($1[0] ?? "", $1[1] ?? "") })
  }

  /// One row for each code, with the name in force where there are several.
  private static func rows(
    of classification: Classification, _ scheme: String, _ english: [String: String]
  ) -> [[String?]] {
    var byCode: [String: ClassificationItem] = [:]
    for item in classification.items where byCode[item.code]?.isCurrent != true {
      byCode[item.code] = item
    }
    return byCode.values.map { item in
      let parent = String(item.code.dropLast(2))
      return [
        scheme, item.code, byCode[parent] == nil ? nil : parent,
        String((item.code.utf8.count - 1) / 2), item.name, english[item.code],
        item.isVerified ? "true" : "false",
      ]
    }
  }
}
