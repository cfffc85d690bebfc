internal import MappingModel

/// An item (group `name`) whose purpose (group `purpose`) was copied from another: both purposes are the same words,
/// which name the other item and not this one.
struct CopiedPurposeTest: NamedRemarkTest {
  let id: NamedCheckID = "copied_purpose"

  /// What items of many kinds have in their names, and what says nothing of a purpose. The arguments of the rule.
  private func stem(_ name: String, _ rule: RemarkRule) -> String {
    var stem = name
    for word in rule.arguments {
      while let range = stem.range(of: word) { stem.removeSubrange(range) }
    }
    return stem
  }

  func findings(
    of rule: RemarkRule, _ matches: [PatternMatch], in text: ProofText
  ) -> [TextFinding] {
    let items = matches.compactMap {
      match -> (name: String, stem: String, purpose: String, place: Range<Int>)? in
      guard let name = match.groups["name"], let purpose = match.groups["purpose"] else {
        return nil
      }
      let words = text.string(name)
      return (words, stem(words, rule), text.string(purpose), purpose)
    }
    return items.compactMap { item in
      guard item.stem.unicodeScalars.count >= 2, !item.purpose.contains(item.stem),
        let other = items.first(where: {
          $0.purpose == item.purpose && $0.name != item.name && $0.stem.unicodeScalars.count >= 3
            && item.purpose.contains($0.stem)
        })
      else { return nil }
      return TextFinding(
        range: text.original(item.place), zh: "与“\(other.name)”的用途相同",
        en: "the same words as for «\(other.name)»")
    }
  }
}

extension String {
  /// Where a text stands first in this one.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    guard !text.isEmpty else { return nil }
    return indices.lazy.compactMap { start -> Range<String.Index>? in
      guard self[start...].hasPrefix(text) else { return nil }
      return start..<index(start, offsetBy: text.count)
    }.first
  }
}
