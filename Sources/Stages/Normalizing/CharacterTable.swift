import TextLibraries

/// What each character of the Basic Multilingual Plane becomes, or which rule looks after it.
///
/// An entry is a ``Class`` or, from 32 on, the scalar that takes the character's place.
struct CharacterTable: Sendable {
  /// The entries that are not replacements. The first three are those of
  /// ``UnicodeNormalization``, written out because a constant of another module costs a call for
  /// each character.
  enum Class {
    /// Stays; nearly all text.
    static let stable: UInt16 = 0
    /// May combine with what stands before it.
    static let joining: UInt16 = 1
    /// ICU has to be asked.
    static let unstable: UInt16 = 2
    /// Invisible.
    static let dropped: UInt16 = 3
    /// White space; its neighbours decide.
    static let space: UInt16 = 4
    /// A quotation mark.
    static let quotationMark: UInt16 = 5
    /// «≥», two characters in the matching form.
    static let atLeast: UInt16 = 6
    /// «≤».
    static let atMost: UInt16 = 7
    /// A comma, which may be one too many.
    static let comma: UInt16 = 8
    /// An opening bracket, which may open a reading in Pinyin.
    static let openingBracket: UInt16 = 9
    /// A letter or bracket with which the debris of a word processor begins.
    static let debrisLead: UInt16 = 10
    /// A raised or lowered digit, which may be the mark of a note.
    static let noteMark: UInt16 = 11
    /// The first entry that is a replacement.
    static let firstReplacement: UInt16 = 32
  }

  /// 65,536 entries.
  let entries: [UInt16]
  /// Whether more is done than NFKC.
  let matches: Bool

  /// NFKC alone.
  static let nfkcOnly = CharacterTable(entries: UnicodeNormalization.entries(), matches: false)

  /// All rules of the matching form.
  static let matching = CharacterTable(
    entries: withMatchingRules(nfkcOnly.entries), matches: true)

  /// The entry of a scalar beyond the Basic Multilingual Plane.
  func supplementaryEntry(of scalar: UInt32) -> UInt16 {
    // Tags and the selectors of ideographic variants.
    if matches, 0xE0000...0xE0FFF ~= scalar { return Class.dropped }
    // Ideographs but for the compatibility ones: no need to ask.
    if 0x20000..<0x2F800 ~= scalar { return Class.stable }
    return UnicodeNormalization.entry(of: scalar)
  }

  /// Lays the rules for single characters over the entries of NFKC. A rule also takes the
  /// characters that NFKC makes into the one it is for.
  private static func withMatchingRules(_ nfkc: [UInt16]) -> [UInt16] {
    let rules = CharacterRules.entries
    return nfkc.indices.map { scalar in
      let entry = nfkc[scalar]
      if rules[scalar] != CharacterRules.none { return rules[scalar] }
      guard entry >= Class.firstReplacement else { return entry }
      // Debris is ASCII: the wide form of its first letter is just a letter.
      let rule = rules[Int(entry)]
      return rule == CharacterRules.none || rule == Class.debrisLead ? entry : rule
    }
  }
}
