/// The rules of the matching form that look at one character.
enum CharacterRules {
  private typealias Class = CharacterTable.Class

  /// Characters that NFKC would make into digits, which then stand beside other digits: «①2» is no
  /// 12 and «m²» no m2. Superscripts, subscripts, fractions, circled and dotted numbers.
  private static let unchanged: [ClosedRange<Int>] = [
    0xB2...0xB3, 0xB9...0xB9, 0xBC...0xBE, 0x2070...0x208E, 0x2150...0x215F, 0x2189...0x2189,
    0x2460...0x2473, 0x2488...0x249B, 0x24EA...0x24FF, 0x3251...0x325F, 0x3280...0x3289,
    0x32B1...0x32BF,
  ]

  /// Radicals that some PDFs print for the characters they look like, each with its character. NFKC
  /// knows the Kangxi radicals, and of these but two.
  private static let radicals =
    "⺁厂⺄乙⺒巳⺓幺⺝月⺠民⺩王⺬示⺼月⻁虎⻄西⻅见"
    + "⻆角⻉贝⻋车⻑长⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞"
    + "⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿"
    + "⻰龙"

  /// What stands in ``entries`` for a scalar without a rule: no table entry is so large.
  static let none = UInt16.max

  /// Per scalar of the Basic Multilingual Plane, the table entry that carries its rule.
  static let entries: [UInt16] = {
    var entries = [UInt16](repeating: none, count: 0x10000)
    func set(_ entry: UInt16, _ scalars: some Sequence<Int>) {
      for scalar in scalars { entries[scalar] = entry }
    }
    var pairs = TraditionalHan.pairs.makeIterator()
    while let traditional = pairs.next(), let simplified = pairs.next() {
      set(UInt16(simplified.value), [Int(traditional.value)])
    }
    var looks = radicals.unicodeScalars.makeIterator()
    while let radical = looks.next(), let character = looks.next() {
      set(UInt16(character.value), [Int(radical.value)])
    }
    // Control characters, the soft hyphen, joiners, directional marks, variation selectors, the
    // byte order mark.
    set(Class.dropped, 0x00...0x1F)
    set(Class.dropped, 0x7F...0x9F)
    set(Class.dropped, [0xAD, 0x61C, 0x180E, 0xFEFF])
    set(Class.dropped, 0x200B...0x200F)
    set(Class.dropped, 0x202A...0x202E)
    // What is behind it runs backwards; what is before it may be struck over: no figure beside it is sure.
    set(0xFFFC, [0x202E, 0x08])
    set(Class.dropped, 0x2060...0x206F)
    set(Class.dropped, 0xFE00...0xFE0F)
    set(Class.dropped, 0xFFF9...0xFFFB)
    set(Class.space, 0x09...0x0D)
    set(Class.space, [0x20, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000])
    set(Class.space, 0x2000...0x200A)
    set(Class.quotationMark, scalars("\"'«»‹›「」『』〝〞〟"))
    set(Class.quotationMark, 0x2018...0x201F)
    // Hyphens, dashes and the minus sign; NFKC leads the small and wide ones here.
    set(UInt16(UInt8(ascii: "-")), 0x2010...0x2015)
    set(UInt16(UInt8(ascii: "-")), [0x2212, 0xFE58])
    set(Class.atLeast, scalars("≥≧"))
    set(Class.atMost, scalars("≤≦"))
    set(Class.comma, scalars(","))
    set(Class.openingBracket, scalars("("))
    set(Class.debrisLead, scalars("[PD"))
    for range in unchanged { set(Class.stable, range) }
    set(Class.noteMark, [0xB2, 0xB3, 0xB9, 0x2070])
    set(Class.noteMark, 0x2074...0x2079)
    set(Class.noteMark, 0x2080...0x2089)
    return entries
  }()

  private static func scalars(_ text: String) -> [Int] {
    text.unicodeScalars.map { Int($0.value) }
  }
}
