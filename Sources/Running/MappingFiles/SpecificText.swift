/// What in a label or heading holds for one report only.
package enum SpecificText {
  /// «2023年», «2023年度»; nil where no year is named.
  package static func year(in text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > 4 else { return nil }
    for start in 0..<scalars.count - 4 where scalars[start + 4] == "年" {
      let digits = scalars[start..<start + 4]
      guard digits.allSatisfy({ ("0"..."9").contains($0) }),
        digits.starts(with: ["1", "9"]) || digits.starts(with: ["2", "0"])
      else { continue }
      var end = start + 5
      if end < scalars.count, scalars[end] == "度" { end += 1 }
      var year = String.UnicodeScalarView()
      year.append(contentsOf: scalars[start..<end])
      return String(year)
    }
    return nil
  }

  private static let units = ["亿元", "百万元", "万元", "千元", "百元", "元", "%"]

  /// A unit of money or «%» at the end, also in a bracket; nil where there is none. «元» alone ends other
  /// words, too («单元»), and counts in a bracket only.
  static func unit(endOf text: String) -> String? {
    for unit in units {
      if text.hasSuffix("(\(unit))") { return "(\(unit))" }
      if unit != "元", text.hasSuffix(unit) { return unit }
    }
    return nil
  }
}
