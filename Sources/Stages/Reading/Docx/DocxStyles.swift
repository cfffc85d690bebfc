import TextLibraries

/// `word/styles.xml`: outline levels and numbering that paragraphs take from their style, and how styles
/// make text look.
final class DocxStyles: MarkupElementHandler {
  struct Style {
    var basedOn: String?
    /// 1…9.
    var outlineLevel: Int?
    var numbering: DocxNumbering.Reference?
    var look = DocxLook.plain
  }

  private var styles: [String: Style] = [:]
  private var current: String?
  private var style = Style()
  /// The level that the current style's name tells, for files that leave `outlineLvl` out.
  private var named: Int?
  private static let longestChain = 16
  /// What runs look like that say nothing of it.
  private var defaults = DocxLook.plain
  /// The style of paragraphs and of runs that name none.
  private var defaultParagraph: String?
  private var defaultCharacter: String?
  private var isInDefaults = false
  /// Within the properties that a table style has for its first row and the like.
  private var conditions = 0
  /// Whether a style changes the look of any text.
  private var changesLook = false
  private var paragraphLooks: [String?: DocxLook] = [:]
  private var characterLooks: [String?: DocxLook] = [:]

  private enum Element: Int {
    case style, basedOn, name, outlineLevel, numberID, numberLevel, defaults, condition
    /// The properties of runs come behind it.
    case look
  }

  private static let elements: [String: Element] = [
    "style": .style, "basedOn": .basedOn, "name": .name, "outlineLvl": .outlineLevel,
    "numId": .numberID, "ilvl": .numberLevel, "docDefaults": .defaults,
    "tblStylePr": .condition,
  ]

  private static let properties = Array(DocxLook.Property.allCases)

  func number(ofElements name: String) -> Int? {
    if let element = Self.elements[name] { return element.rawValue }
    return Self.properties.firstIndex { $0.name == name }.map { $0 + Element.look.rawValue }
  }

  func start(_ number: Int, attributes: MarkupAttributes) {
    guard let element = Element(rawValue: min(number, Element.look.rawValue)) else { return }
    if element == .style {
      begin(attributes)
      return
    }
    if element == .defaults { isInDefaults = true }
    if isInDefaults, element == .look {
      defaults.take(Self.properties[number - Element.look.rawValue], attributes)
    }
    guard current != nil else { return }
    switch element {
    case .style, .defaults: break
    case .condition: conditions += 1
    case .look:
      if conditions == 0 {
        style.look.take(Self.properties[number - Element.look.rawValue], attributes)
      }
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

  private func begin(_ attributes: MarkupAttributes) {
    current = attributes["styleId"]
    style = Style()
    named = nil
    conditions = 0
    guard attributes["default"].map({ $0 == "1" || $0 == "true" }) ?? false else { return }
    switch attributes["type"] {
    case "paragraph": defaultParagraph = current
    case "character": defaultCharacter = current
    default: break
    }
  }

  func end(_ number: Int) {
    if number == Element.defaults.rawValue { isInDefaults = false }
    if number == Element.condition.rawValue { conditions -= 1 }
    guard number == Element.style.rawValue, let id = current else { return }
    style.outlineLevel = style.outlineLevel ?? named
    if !style.look.isOrdinary { changesLook = true }
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

  /// How a run looks by its styles alone.
  func look(paragraph: String?, character: String?, table: String?) -> DocxLook {
    guard changesLook else { return defaults }
    var look = defaults
    if let table { look = look.overlaid(by: self.look(of: table, &paragraphLooks)) }
    let paragraph = self.look(of: paragraph ?? defaultParagraph, &paragraphLooks)
    let character = self.look(of: character ?? defaultCharacter, &characterLooks)
    return look.toggled(by: paragraph.toggled(by: character))
  }

  private func look(of id: String?, _ known: inout [String?: DocxLook]) -> DocxLook {
    guard let id else { return .plain }
    if let look = known[id] { return look }
    var look = DocxLook.plain
    var chain: [DocxLook] = []
    var next: String? = id
    while chain.count < Self.longestChain, let style = next.flatMap({ styles[$0] }) {
      chain.append(style.look)
      next = style.basedOn
    }
    for part in chain.reversed() { look = look.overlaid(by: part) }
    known[id] = look
    return look
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
