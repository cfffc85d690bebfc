import DocumentModel
import TextLibraries

/// How the text of an element is seen: what its own declarations, those of the page's style sheets and those
/// of the elements around it come to.
struct HTMLSight: Equatable {
  private var isInvisible = false
  private var isTransparent = false
  private var isTiny = false
  /// Nil for the colour that pages write in by themselves, and the ground nil where nobody knows it.
  private var color: PrintedColor?
  private var ground: PrintedColor? = .white
  private(set) var isStruck = false
  private(set) var shift: Legibility.Shift?
  private(set) var isReversed = false

  /// Text is seen as any other.
  static let plain = HTMLSight()

  /// Whether nobody sees the text.
  var isHidden: Bool { isInvisible || isTransparent || isTiny || isUnseen }

  private var isUnseen: Bool {
    guard let color, let ground else { return false }
    return color.vanishes(on: ground)
  }

  /// The sight of an element of a kind within this one.
  func within(_ kind: HTMLElement.Kind, _ look: HTMLLook?) -> HTMLSight {
    var sight = self
    switch kind {
    case .struck: sight.isStruck = true
    case .raised: sight.shift = .raised
    case .lowered: sight.shift = .lowered
    default: break
    }
    guard let look else { return sight }
    sight.isInvisible = look.isInvisible ?? isInvisible
    sight.isTransparent = isTransparent || look.isTransparent == true
    sight.isTiny = look.isTiny ?? isTiny
    sight.color = look.color ?? color
    sight.ground = look.ground ?? ground
    if look.isStruck == true { sight.isStruck = true }
    if let shift = look.shift ?? nil, kind.standsInLine { sight.shift = shift }
    if look.standsHigher, kind.standsInLine { sight.shift = .raised }
    if look.isReversed { sight.isReversed = true }
    return sight
  }

  mutating func reverse() { isReversed = true }
}

extension HTMLElement.Kind {
  /// In cells and the like a vertical alignment moves all of the text.
  fileprivate var standsInLine: Bool {
    switch self {
    case .cell, .row, .table, .paragraph, .item, .list, .orderedList, .heading, .picture: false
    default: true
    }
  }
}

/// Tells of each element how its text is seen, by its attributes and the style sheets of the page.
struct HTMLSights {
  private var rules: HTMLRules
  private var names: [HTMLRules.Name] = []
  private var open: [HTMLSight] = []
  private var known: [String: (own: HTMLLook, important: HTMLLook)] = [:]
  private var last: (key: String, look: (own: HTMLLook, important: HTMLLook))?
  private static let mostKnown = 1000
  /// Styles that are not in the page may give text another ground.
  private let hasOtherStyles: Bool

  init(rules: HTMLRules, hasOtherStyles: Bool) {
    self.rules = rules
    self.hasOtherStyles = hasOtherStyles
  }

  /// The sight of what is read.
  var current: HTMLSight { open.last ?? .plain }

  mutating func begin(
    _ name: String, _ kind: HTMLElement.Kind, _ look: HTMLLook?, _ attributes: MarkupAttributes
  ) {
    var sight = current.within(kind, look)
    if case .backwards = kind, attributes["dir"]?.lowercased() == "rtl" { sight.reverse() }
    open.append(sight)
    if !rules.isEmpty { names.append(Self.name(name, attributes)) }
  }

  mutating func end() {
    _ = open.popLast()
    _ = names.popLast()
  }

  /// What is said of an element; nil where nothing is.
  mutating func look(_ element: String, _ attributes: MarkupAttributes) -> HTMLLook? {
    let style = attributes.bytes(of: "style").map { parsed($0) }
    var look: HTMLLook?
    if !rules.isEmpty {
      let ruled = rules.look(of: Self.name(element, attributes), around: names)
      look = ruled.own
      if let style { look?.overlay(style.own) }
      look?.overlay(ruled.important)
      if let style { look?.overlay(style.important) }
    } else if let style {
      look = style.own
      look?.overlay(style.important)
    }
    if let ground = attributes["bgcolor"] {
      look = look ?? HTMLLook()
      look?.ground = .some(HTMLColor.parse(ground))
    } else if attributes.contains("background") {
      look = look ?? HTMLLook()
      look?.ground = .some(nil)
    }
    if let color = attributes["color"] {
      look = look ?? HTMLLook()
      look?.color = HTMLColor.parse(color)
    }
    if hasOtherStyles || rules.hasOtherGrounds { look?.color = nil }
    return look
  }

  /// Pages repeat their declarations on thousands of elements.
  private mutating func parsed(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (own: HTMLLook, important: HTMLLook) {
    let key = String(decoding: text, as: UTF8.self)
    if let last, last.key == key { return last.look }
    let look = known[key] ?? HTMLLook.parse(text)
    if known.count < Self.mostKnown { known[key] = look }
    last = (key, look)
    return look
  }

  private static func name(_ element: String, _ attributes: MarkupAttributes) -> HTMLRules.Name {
    HTMLRules.Name(
      element: element, id: attributes["id"]?.lowercased(),
      classes: attributes["class"].map { $0.lowercased().split(separator: " ") } ?? [])
  }
}
