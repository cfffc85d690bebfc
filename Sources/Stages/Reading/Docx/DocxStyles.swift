import TextLibraries

/// `word/styles.xml`: outline levels and numbering that paragraphs take from their style.
final class DocxStyles: MarkupElementHandler {
  struct Style {
    var basedOn: String?
    /// 1…9.
    var outlineLevel: Int?
    var numbering: DocxNumbering.Reference?
  }

  private var styles: [String: Style] = [:]
  private var current: String?
  private var style = Style()
  /// The level that the current style's name tells, for files that leave `outlineLvl` out.
  private var named: Int?
  private static let longestChain = 16

  private enum Element: Int {
    case style, basedOn, name, outlineLevel, numberID, numberLevel
  }

  private static let elements: [String: Element] = [
    "style": .style, "basedOn": .basedOn, "name": .name, "outlineLvl": .outlineLevel,
    "numId": .numberID, "ilvl": .numberLevel,
  ]

  func number(ofElements name: String) -> Int? { Self.elements[name]?.rawValue }

  func start(_ number: Int, attributes: MarkupAttributes) {
    guard let element = Element(rawValue: number) else { return }
    if element == .style {
      current = attributes["type"] == "paragraph" ? attributes["styleId"] : nil
      style = Style()
      named = nil
      return
    }
    guard current != nil else { return }
    switch element {
    case .style: break
    case .basedOn: style.basedOn = attributes["val"]
    case .name: named = Self.headingLevel(attributes["val"] ?? "")
    case .outlineLevel:
      if let level = attributes["val"].flatMap({ Int($0) }), (0...8).contains(level) {
        style.outlineLevel = level + 1
      }
    case .numberID:
      style.numbering = .init(id: attributes["val"] ?? "", level: style.numbering?.level ?? 0)
    case .numberLevel:
      let level = attributes["val"].flatMap { Int($0) } ?? 0
      style.numbering = .init(id: style.numbering?.id ?? "", level: level)
    }
  }

  func end(_ number: Int) {
    guard number == Element.style.rawValue, let id = current else { return }
    style.outlineLevel = style.outlineLevel ?? named
    styles[id] = style
    current = nil
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func outlineLevel(of id: String?) -> Int? { inherited(id) { $0.outlineLevel } }

  /// A style may give the level only and leave the list to the one that it is based on.
  func numbering(of id: String?) -> DocxNumbering.Reference? {
    guard let nearest = inherited(id, { $0.numbering }) else { return nil }
    let list = inherited(id) { $0.numbering.flatMap { $0.id.isEmpty ? nil : $0.id } }
    return list.map { .init(id: $0, level: nearest.level) }
  }

  /// «heading 2» and «标题 2» are level 2.
  private static func headingLevel(_ name: String) -> Int? {
    let name = name.lowercased()
    guard let lead = ["heading", "标题"].first(where: { name.hasPrefix($0) }) else { return nil }
    let digits = name.dropFirst(lead.count).drop { $0 == " " }
    return Int(digits).flatMap { (1...9).contains($0) ? $0 : nil }
  }

  private func inherited<Value>(_ id: String?, _ value: (Style) -> Value?) -> Value? {
    var id = id
    for _ in 0..<Self.longestChain {
      guard let known = id.flatMap({ styles[$0] }) else { return nil }
      if let found = value(known) { return found }
      id = known.basedOn
    }
    return nil
  }
}
