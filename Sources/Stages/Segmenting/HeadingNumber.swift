import ValueModel

/// The number that a heading or list entry begins with, by kind.
struct HeadingNumber {
  /// 1 «第一部分», 2 «一、», 3 «(一)», 4 «1.», 5 «(1)».
  var level: Int
  /// The end of the number in the text.
  var end: Int

  /// Reads the number at the start of normalized text; nil where there is none.
  init?(in text: ArraySlice<UInt8>) {
    guard let number = ListNumber(in: text, as: .heading) else { return nil }
    end = number.end
    level =
      switch number.form {
      case .part: 1
      case .chinese: 2
      case .bracketedChinese: 3
      case .arabic: 4
      case .bracketedArabic: 5
      }
  }

  /// Whether a word stands at a place.
  static func follows(_ word: String, at start: Int, in text: ArraySlice<UInt8>) -> Bool {
    start <= text.endIndex && text[start...].starts(with: word.utf8)
  }
}
