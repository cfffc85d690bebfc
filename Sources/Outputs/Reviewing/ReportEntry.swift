package import OutputReading
internal import ReportModel

/// What the index tells of one report.
package struct ReportEntry: Sendable {
  package var title: String
  package var institution: String?
  package var year: Int?
  package var region: String
  package var kind: String
  package var layout: String
  package var facts: Int
  package var figures: Int
  package var mapped: Int
  package var doubtful: Int
  package var unmapped: Int
  package var failed: Int
  /// False where most of its figures are doubtful.
  package var isUnderstood: Bool
  /// The path of the output below its folder, and the relative address of the page.
  package var path = ""
  package var link = ""

  package init(_ output: Output) {
    let identity = output.identity
    institution = identity.institution
    title = identity.title ?? institution ?? identity.source.file ?? "juesuan"
    year = identity.fiscalYear
    kind = identity.kind
    layout = identity.layout
    region = RegionName.leading(in: institution ?? title) ?? ""
    facts = output.facts.count
    figures = output.coverage.figures
    mapped = output.coverage.mapped
    doubtful = output.coverage.doubtful
    unmapped = output.coverage.unmapped
    isUnderstood = output.isUnderstood
    failed = output.checks.count { $0.status == .fail }
  }

  /// Share of figures that became facts or are explained, in tenths of a percent, rounded down so
  /// that 100 % means all; nil where there are no figures.
  var coverage: Int? {
    guard figures > 0 else { return nil }
    return max(0, (figures - doubtful - unmapped)) * 1000 / figures
  }
}

/// The region that the name of a body begins with: «昌吉回族自治州», «上海市普陀区».
enum RegionName {
  private static let endings: [(ending: String, shortest: Int)] = [
    ("自治区", 5), ("特别行政区", 7), ("自治州", 5), ("自治县", 5), ("省", 3), ("地区", 4), ("市", 3), ("州", 3),
    ("盟", 3), ("县", 2), ("区", 3), ("旗", 3),
  ]
  /// What follows a short ending when it is none: «苏州市», «城市管理», «区级».
  private static let notBefore: [Character] = ["市", "级", "直", "管", "委"]
  private static let longest = 12

  /// Nil where the name begins with none. Read off names alone: «开发区» counts as a region.
  static func leading(in name: String) -> String? {
    let characters = Array(name.prefix(40))
    var end = 0
    while let next = step(characters, from: end) { end = next }
    return end == 0 ? nil : String(characters[..<end])
  }

  private static func step(_ characters: [Character], from start: Int) -> Int? {
    guard start < characters.count else { return nil }
    for end in (start + 2)..<max(start + 3, min(characters.count, start + longest) + 1)
    where end <= characters.count {
      let part = String(characters[start..<end])
      guard let match = endings.first(where: { part.hasSuffix($0.ending) }),
        part.count >= match.shortest
      else { continue }
      if end < characters.count, notBefore.contains(characters[end]), match.ending != "市" {
        continue
      }
      // «自治州» and «自治县» are longer than the first «州» or «县» seen: none of them ends before.
      return end
    }
    return nil
  }
}
