/// A word that amounts of money are printed in; the raw value is the word in matching form.
///
/// Every place that looks for one takes them from here, in an order in which none hides another:
/// «万元» ends with «元».
package enum MoneyWord: String, Sendable, CaseIterable {
  case hundredMillion = "亿元"
  case tenThousand = "万元"
  /// A caption may say so; outputs have no unit for it, so its amounts are given no unit.
  case thousand = "千元"
  case yuan = "元"

  /// Those that outputs have a unit for.
  package static let withUnit: [MoneyWord] = [.hundredMillion, .tenThousand, .yuan]

  /// The word that a text is, byte by byte: `String` would first look what Unicode holds for equal.
  package init?(_ text: String) {
    let bytes = text.utf8
    guard bytes.count == 3 || bytes.count == 6,
      let word = Self.allCases.first(where: { $0.rawValue.utf8.elementsEqual(bytes) })
    else { return nil }
    self = word
  }

  /// The one of some words that a text begins with.
  package init?(startOf text: ArraySlice<UInt8>, among words: [MoneyWord]) {
    guard let word = words.first(where: { text.starts(with: $0.rawValue.utf8) }) else {
      return nil
    }
    self = word
  }
}

extension MoneyWord {
  /// What a caption in matching form says amounts are printed in: «单位:万元», «金额单位为人民币元», «(万元)»; nil
  /// where it says nothing.
  package init?(caption text: ArraySlice<UInt8>) {
    for mark in Self.marks {
      guard
        let start = text.indices.first(where: {
          text[$0] == mark.first && text[$0...].starts(with: mark)
        })
      else { continue }
      let rest = text[(start + mark.count)...].drop { $0 == 0x20 || $0 == UInt8(ascii: "(") }
      let word = rest.starts(with: Self.currency) ? rest.dropFirst(Self.currency.count) : rest
      if let unit = MoneyWord(startOf: word, among: Self.allCases) {
        self = unit
        return
      }
    }
    guard
      let unit = Self.withUnit.first(where: { text.elementsEqual("(\($0.rawValue))".utf8) })
    else { return nil }
    self = unit
  }

  private static let marks = ["单位:", "单位为", "单位"].map { Array($0.utf8) }
  private static let currency = Array("人民币".utf8)
}

extension MoneyWord: CustomStringConvertible {
  /// The word itself.
  package var description: String { rawValue }
}
