/// Colours as pages write them.
enum HTMLColor {
  /// «#fff», «#ffffff», «rgb(255,255,255)», «white»; nil for others.
  static func parse(_ text: String) -> PrintedColor? {
    let text = text.lowercased()
    if text.hasPrefix("#") {
      let digits = text.dropFirst()
      return digits.count < 6
        ? PrintedColor(hex: digits.prefix(3).map { "\($0)\($0)" }.joined())
        : PrintedColor(hex: String(digits.prefix(6)))
    }
    if text.hasPrefix("rgb") {
      let parts = components(of: text).prefix(3).compactMap {
        UInt32(exactly: min(255, $0).rounded())
      }
      return parts.count == 3 ? PrintedColor(rgb: parts[0] << 16 | parts[1] << 8 | parts[2]) : nil
    }
    return PrintedColor.named(text) ?? PrintedColor(hex: text)
  }

  /// «transparent», «rgba(0,0,0,0)», «#0000».
  static func isTransparent(_ text: String) -> Bool {
    if text == "transparent" { return true }
    if text.hasPrefix("#") {
      return text.utf8.count == 9 && text.hasSuffix("00")
        || text.utf8.count == 5 && text.hasSuffix("0")
    }
    let components = components(of: text)
    return text.hasPrefix("rgba") && components.count == 4 && components[3] == 0
  }

  private static func components(of color: String) -> [Double] {
    color.split { !($0.isNumber || $0 == ".") }.compactMap { Double($0) }
  }
}
