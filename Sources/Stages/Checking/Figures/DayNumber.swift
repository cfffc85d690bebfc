/// A printed day («2024年12月15日前», «12月10日») as a number of days, so that dates compare like figures.
struct DayNumber {
  let value: Int

  /// Reads a text that names one day; `year` is the year of a date without one.
  init?(_ text: String, year: Int?) {
    // Most texts have no digit or no «日»; looking at their bytes is much faster than reading characters.
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }), Self.namesDay(text) else {
      return nil
    }
    var numbers: [Int] = []
    var marks: [Character] = []
    var digits = ""
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else if "年月日".contains(character), !digits.isEmpty {
        guard let number = Int(digits) else { return nil }
        numbers.append(number)
        marks.append(character)
        digits = ""
      } else if !digits.isEmpty {
        return nil
      }
    }
    guard digits.isEmpty else { return nil }
    switch marks {
    case ["年", "月", "日"]: self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    case ["月", "日"]:
      guard let year else { return nil }
      self.init(year: year, month: numbers[0], day: numbers[1])
    default: return nil
    }
  }

  /// Counts days in the proleptic Gregorian calendar.
  private init?(year: Int, month: Int, day: Int) {
    guard (1900...2200).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    let shifted = month <= 2 ? year - 1 : year
    let months = (month + 9) % 12
    value =
      365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * months + 2) / 5 + day
  }

  /// Whether «日» occurs.
  private static func namesDay(_ text: String) -> Bool {
    var last: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      if last == (0xE6, 0x97), byte == 0xA5 { return true }
      last = (last.1, byte)
    }
    return false
  }
}
