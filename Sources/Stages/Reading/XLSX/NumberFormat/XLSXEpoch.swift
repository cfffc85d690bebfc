internal import DocumentModel

/// The day that a workbook counts its dates from.
enum XLSXEpoch: Sendable {
  case year1900, year1904

  /// Year, month and day of a serial number's whole days.
  ///
  /// Excel's 1900 has a 29 February (day 60) that never was; day 0 is 0 January.
  func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
    switch self {
    case .year1904: return Self.civil(day + Self.daysTo1904)
    case .year1900:
      if day == 0 { return (1900, 1, 0) }
      if day == 60 { return (1900, 2, 29) }
      return Self.civil(day + Self.daysTo1900 - (day > 60 ? 1 : 0))
    }
  }

  /// 0 for Sunday; as Excel counts, with its own 29 February.
  func weekday(ofDay day: Int) -> Int {
    switch self {
    case .year1900: (day + 6) % 7
    case .year1904: (day + 5) % 7
    }
  }

  /// Days from 1970-01-01 to 1899-12-31.
  private static let daysTo1900 = -25_568
  /// Days from 1970-01-01 to 1904-01-01.
  private static let daysTo1904 = -24_107

  /// The proleptic Gregorian date so many days after 1970-01-01.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400
    return month < 10 ? (year, month + 3, day) : (year + 1, month - 9, day)
  }
}

extension XLSXNumberFormat.Section {
  /// The number as a date or time; nil where it is none.
  func print(_ number: XLSXDecimal, epoch: XLSXEpoch) -> [UInt8]? {
    guard var (days, milliseconds) = number.daysAndMilliseconds else { return nil }
    let hasFraction = tokens.contains { if case .date(.fraction, _) = $0 { true } else { false } }
    if !hasFraction {
      milliseconds = (milliseconds + 500) / 1000 * 1000
      if milliseconds >= 86_400_000 { (days, milliseconds) = (days + 1, 0) }
    }
    let seconds = milliseconds / 1000
    let isHalfDay = tokens.contains {
      switch $0 {
      case .date(.halfDay, _), .date(.chineseHalfDay, _): true
      default: false
      }
    }
    var text: [UInt8] = []
    for token in tokens {
      switch token {
      case .literal(let bytes): text += bytes
      case .point: text.append(UInt8(ascii: "."))
      case .percent: text.append(UInt8(ascii: "%"))
      case .date(let part, let width):
        switch part {
        case .year, .month, .day, .weekday, .chineseWeekday:
          text += Self.day(part, width: width, of: days, epoch: epoch).utf8
        case .hour:
          let hour = seconds / 3600
          text += Self.padded(isHalfDay ? (hour + 11) % 12 + 1 : hour, width: width)
        case .minute: text += Self.padded(seconds / 60 % 60, width: width)
        case .second: text += Self.padded(seconds % 60, width: width)
        case .elapsedHours: text += Self.padded(days * 24 + seconds / 3600, width: width)
        case .elapsedMinutes: text += Self.padded(days * 1440 + seconds / 60, width: width)
        case .elapsedSeconds: text += Self.padded(days * 86_400 + seconds, width: width)
        case .halfDay: text += (seconds < 43_200 ? "AM" : "PM").utf8.prefix(width)
        case .chineseHalfDay: text += (seconds < 43_200 ? "上午" : "下午").utf8
        case .fraction:
          text.append(UInt8(ascii: "."))
          text += Self.padded(milliseconds % 1000, width: 3).prefix(width)
        }
      case .digit, .general, .text, .exponent: break
      }
    }
    return text
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  private static func day(
    _ part: XLSXNumberFormat.DatePart, width: Int, of days: Int, epoch: XLSXEpoch
  ) -> String {
    let date = epoch.date(ofDay: days)
    let weekday = epoch.weekday(ofDay: days)
    switch part {
    case .year:
      return String(
        decoding: padded(width <= 2 ? date.year % 100 : date.year, width: width), as: UTF8.self)
    case .month where width > 2:
      let name = months[date.month - 1]
      return width == 4 ? name : String(name.prefix(width == 3 ? 3 : 1))
    case .month: return String(decoding: padded(date.month, width: width), as: UTF8.self)
    case .weekday: return width == 3 ? String(weekdays[weekday].prefix(3)) : weekdays[weekday]
    case .chineseWeekday:
      return (width > 3 ? "星期" : "周") + ["日", "一", "二", "三", "四", "五", "六"][weekday]
    default: return String(decoding: padded(date.day, width: width), as: UTF8.self)
    }
  }

  private static func padded(_ value: Int, width: Int) -> [UInt8] {
    let digits = Array(String(value).utf8)
    return Array(repeating: UInt8(ascii: "0"), count: max(0, min(width, 4) - digits.count)) + digits
  }
}
