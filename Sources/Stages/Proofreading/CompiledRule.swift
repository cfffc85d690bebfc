internal import DocumentModel
internal import MappingModel
internal import ReportModel
internal import TextLibraries

/// A rule with its patterns compiled and its test found.
struct CompiledRule: Sendable {
  let rule: RemarkRule
  private let patterns: [TextPattern]
  private let unless: TextPattern?
  private let test: (any NamedRemarkTest)?

  /// A rule that was read strictly.
  init(_ rule: RemarkRule) {
    self.rule = rule
    patterns = rule.patterns.map(Self.compiled)
    unless = rule.unless.map(Self.compiled)
    test = rule.test.map { id in
      guard let test = NamedRemarkTests.test(id) else {
        preconditionFailure("no named test «\(id.rawValue)»; add it to NamedRemarkTests.all")
      }
      return test
    }
  }

  private static func compiled(_ source: String) -> TextPattern {
    do {
      return try TextPattern(source)
    } catch {
      preconditionFailure("«\(source)» is no pattern; remark files are read strictly")
    }
  }

  /// What it remarks on, in the order of the text, and whether it gave up on some of it.
  func findings(in text: ProofText, limit: Int) -> (findings: [TextFinding], gaveUp: Bool) {
    let (matches, gaveUp) = matches(in: text, limit: limit)
    let findings =
      test?.findings(of: rule, matches, in: text) ?? matches.compactMap { compared($0, text) }
    return (findings.sorted { $0.range.lowerBound < $1.range.lowerBound }, gaveUp)
  }

  private func matches(in text: ProofText, limit: Int) -> ([PatternMatch], gaveUp: Bool) {
    guard !patterns.isEmpty else { return ([], false) }
    let stretches = text.leaves(in: rule.places).map { range(ofLeaf: $0, text) }
    var matches: [PatternMatch] = []
    var gaveUp = false
    // A test may look for what few of many matches have.
    let limit = test == nil ? limit : 100 * limit
    for pattern in patterns {
      let found = pattern.matches(
        in: searched(text), stretches: stretches, groups: PatternMatch.names, limit: limit)
      gaveUp = gaveUp || found.gaveUp
      for match in found.found where isExcused(match.range, text) == false {
        let match = PatternMatch(
          range: match.range,
          groups: Dictionary(
            uniqueKeysWithValues: zip(PatternMatch.names, match.groups).compactMap { name, range in
              range.map { (name, $0) }
            }))
        if isOfYear(match, text) { matches.append(match) }
      }
    }
    return (matches, gaveUp)
  }

  /// The text that patterns are searched in.
  private func searched(_ text: ProofText) -> [UInt8] {
    rule.isPrinted ? text.normalized.document.text : text.normalized.text
  }

  private func range(ofLeaf leaf: Int, _ text: ProofText) -> Range<Int> {
    rule.isPrinted ? text.normalized.document.leaves[leaf].range : text.normalized.ranges[leaf]
  }

  // MARK: What a match must say

  /// Whether the sentence that a match stands in is excused.
  private func isExcused(_ range: Range<Int>, _ text: ProofText) -> Bool {
    guard let unless else { return false }
    let leaf =
      rule.isPrinted ? text.leaf(atOriginal: range.lowerBound) : text.leaf(at: range.lowerBound)
    let sentence = Sentence.around(range, in: self.range(ofLeaf: leaf, text), of: searched(text))
    return !unless.matches(in: searched(text), stretches: [sentence], limit: 1).found.isEmpty
  }

  private func isOfYear(_ match: PatternMatch, _ text: ProofText) -> Bool {
    guard !rule.years.isEmpty else { return true }
    guard let own = text.report.identity.fiscalYear,
      let year = match.groups["year"].flatMap({ Int(text.string($0)) })
    else { return false }
    return rule.years.contains(year < own ? .earlier : year > own ? .later : .own)
  }

  /// The match as it is remarked on; nil where amounts are compared as they are.
  private func compared(_ match: PatternMatch, _ text: ProofText) -> TextFinding? {
    let range = rule.isPrinted ? match.range : text.original(match.range)
    guard !rule.words.isEmpty else { return TextFinding(range: range) }
    guard let first = amount("first", match, text),
      let second = match.groups["second"] == nil
        ? Amount(unscaled: 100, scale: 0) : amount("second", match, text),
      let word = match.groups["word"].map({ text.string($0) }),
      case let said = rule.words.keys.filter({ rule.words[$0, default: []].contains(word) }),
      !said.isEmpty, !said.contains(Self.comparison(of: first, with: second))
    else { return nil }
    return TextFinding(
      range: range, zh: "\(first) 与 \(second) 不是“\(word)”",
      en: "of \(first) and \(second) «\(word)» is not true")
  }

  /// Exact: amounts have at most 18 digits and as many behind the point.
  private static func comparison(of first: Amount, with second: Amount) -> RemarkRule.Comparison {
    func whole(_ amount: Amount) -> Int128 {
      (amount.scale..<max(first.scale, second.scale)).reduce(Int128(amount.unscaled)) { number, _ in
        number * 10
      }
    }
    let (left, right) = (whole(first), whole(second))
    return left == right ? .equal : left < right ? .less : .greater
  }

  private func amount(_ group: String, _ match: PatternMatch, _ text: ProofText) -> Amount? {
    match.groups[group].flatMap { Amount(parsing: text.normalized.text[$0]) }
  }
}

/// Sentences of the matching form.
enum Sentence {
  private static let end = Array("。".utf8)

  /// The sentence that a stretch of a leaf stands in: up to the full stops around it.
  static func around(_ range: Range<Int>, in leaf: Range<Int>, of text: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    while start > leaf.lowerBound, !isEnd(start - end.count, leaf, text) { start -= 1 }
    var last = range.upperBound
    while last < leaf.upperBound, !isEnd(last - end.count, leaf, text) { last += 1 }
    return start..<last
  }

  private static func isEnd(_ offset: Int, _ leaf: Range<Int>, _ text: [UInt8]) -> Bool {
    offset >= leaf.lowerBound && offset + end.count <= leaf.upperBound
      && text[offset..<offset + end.count].elementsEqual(end)
  }
}
