/// What the texts of cells look like.
enum XLSXText {
  /// Nothing but white space.
  static func isBlank(_ text: some Collection<UInt8>) -> Bool {
    var rest = text[...]
    while let byte = rest.first {
      if byte <= 0x20 {
        rest = rest.dropFirst()
      } else if byte == 0xC2, rest.starts(with: [0xC2, 0xA0]) {
        rest = rest.dropFirst(2)
      } else if byte == 0xE3, rest.starts(with: [0xE3, 0x80, 0x80]) {
        rest = rest.dropFirst(3)
      } else {
        return false
      }
    }
    return true
  }

  /// An ISO 8601 time without its midnight: `2024-12-31T00:00:00` is `2024-12-31`.
  static func day(ofISO text: [UInt8]) -> [UInt8] {
    guard let separator = text.firstIndex(of: UInt8(ascii: "T")) else { return text }
    let time = text[(separator + 1)...]
    let isMidnight = time.allSatisfy { [0x30, 0x3A, 0x2E, 0x5A].contains($0) }
    return Array(text[..<separator]) + (isMidnight ? [] : [0x20] + time)
  }
}

/// What a text says about the row that it stands in.
extension XLSXText {
  /// A figure, or the dash in its place: «1,871.38», «(3.5)», «-», «99.8%».
  static func isFigure(_ text: ArraySlice<UInt8>) -> Bool {
    var hasDigit = false
    var hasDash = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "-"): hasDash = true
      case 0x20, 0x2C, 0x2E, 0x25, 0x28, 0x29, 0x2B: break
      case 0xE2, 0x80, 0x94: hasDash = true
      default: return false
      }
    }
    return hasDigit || hasDash
  }

  /// «注：…», «备注：…», «说明：…»: a note under a table.
  static func isNote(_ text: ArraySlice<UInt8>) -> Bool {
    let text = trimmed(text)
    return noteMarks.contains { text.starts(with: $0) }
  }

  /// «收入决算表», «支出决算表（续）»: the title of a table.
  static func isTitle(_ text: ArraySlice<UInt8>) -> Bool {
    var text = trimmed(text)
    guard text.count <= 180, !text.contains(0x0A) else { return false }
    for (open, close) in brackets where text.hasSuffix(close) {
      guard let start = text.lastRange(of: open) else { return false }
      text = trimmed(text[..<start])
    }
    return text.count > 6 && text.hasSuffix(Array("表".utf8)) && !hasLabel(text)
  }

  /// «单位：万元», «公开01表»: what stands between a table's title and its head.
  static func isUnitOrForm(_ text: ArraySlice<UInt8>) -> Bool {
    let text = trimmed(text)
    if text.count <= 60, units.contains(where: { text.lastRange(of: $0) != nil }) {
      return unitLeads.contains { text.lastRange(of: $0) != nil } || text.count <= 12
    }
    guard text.count <= 30, text.contains(where: { (0x30...0x39).contains($0) }) else {
      return false
    }
    return text.hasSuffix(Array("表".utf8)) || formLeads.contains { text.starts(with: $0) }
  }

  /// A text of a row that is no row of a table: «部门：某某局», «2024年度», «单位：万元».
  static func isCaption(_ text: ArraySlice<UInt8>) -> Bool {
    if isUnitOrForm(text) { return true }
    let text = trimmed(text)
    if hasLabel(text) { return true }
    return text.count <= 24 && text.contains(where: { (0x30...0x39).contains($0) })
      && text.lastRange(of: Array("年".utf8)) != nil
  }

  /// «编制单位：…»: a short label and a colon, which «其中：…» is not.
  private static func hasLabel(_ text: ArraySlice<UInt8>) -> Bool {
    guard let colon = colons.compactMap({ text.prefix(60).firstRange(of: $0) }).min() else {
      return false
    }
    let label = trimmed(text[..<colon])
    guard label.count >= 6, let last = label.last, last >= 0x80 else { return false }
    return !label.hasSuffix(Array("其中".utf8))
  }

  private static let noteMarks = ["注：", "注:", "备注", "说明：", "说明:", "附注", "注1", "注１", "※"].map {
    Array($0.utf8)
  }
  private static let colons = ["：", ":"].map { Array($0.utf8) }
  private static let brackets = [("（", "）"), ("(", ")")].map { (Array($0.utf8), Array($1.utf8)) }
  private static let units = ["元"].map { Array($0.utf8) }
  private static let unitLeads = ["单位", "單位"].map { Array($0.utf8) }
  private static let formLeads = ["附表", "附件", "表", "公开"].map { Array($0.utf8) }

  /// Without white space at the ends, the ideographic one included.
  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let ideographic: [UInt8] = [0xE3, 0x80, 0x80]
    var text = text
    while true {
      if let first = text.first, first <= 0x20 {
        text = text.dropFirst()
      } else if let last = text.last, last <= 0x20 {
        text = text.dropLast()
      } else if text.starts(with: ideographic) {
        text = text.dropFirst(3)
      } else if text.hasSuffix(ideographic) {
        text = text.dropLast(3)
      } else {
        return text
      }
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }

  /// Where some bytes first begin.
  fileprivate func firstRange(of part: [UInt8]) -> Int? {
    indices.first { self[$0...].starts(with: part) }
  }

  /// Where some bytes last begin.
  fileprivate func lastRange(of part: [UInt8]) -> Int? {
    indices.last { self[$0...].starts(with: part) }
  }
}
