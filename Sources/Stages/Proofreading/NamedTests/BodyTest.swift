internal import DocumentModel
internal import MappingModel
internal import TextLibraries

/// The accounts of a body are told (group `body`) that is not the report's.
///
/// A body of which the report speaks again is one of its units or a partner of its work, and one that shares the end
/// of its name is the report's own in other words.
struct BodyTest: NamedRemarkTest {
  let id: NamedCheckID = "other_body"

  /// So many characters at the end of two names make them one.
  private static let sharedEnd = 4

  func findings(
    of rule: RemarkRule, _ matches: [PatternMatch], in text: ProofText
  ) -> [TextFinding] {
    let own = text.institution
    guard own.unicodeScalars.count >= Self.sharedEnd else { return [] }
    return matches.compactMap { match in
      guard let range = match.groups["body"] else { return nil }
      let name = text.string(range)
      guard !Self.isSame(name, own), Self.count(of: name, in: text.normalized.text, upTo: 2) < 2
      else { return nil }
      return TextFinding(
        range: text.original(range), zh: "报告单位是“\(own)”", en: "the report is of «\(own)»")
    }
  }

  private static func isSame(_ name: String, _ own: String) -> Bool {
    if own.contains(name) || name.contains(own) { return true }
    let shared = zip(name.unicodeScalars.reversed(), own.unicodeScalars.reversed()).prefix {
      $0 == $1
    }
    return shared.count >= sharedEnd
  }

  private static func count(of name: String, in text: [UInt8], upTo limit: Int) -> Int {
    let needle = Array(name.utf8)
    var count = 0
    var rest = text[...]
    while count < limit, let place = ByteSearch.first(needle, in: rest) {
      count += 1
      rest = rest[(place + needle.count)...]
    }
    return count
  }
}
