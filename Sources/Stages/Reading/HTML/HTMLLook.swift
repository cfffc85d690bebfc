import DocumentModel

/// What declarations of CSS say of how an element is seen; nil where they say nothing.
struct HTMLLook {
  var isGone: Bool?
  var isInvisible: Bool?
  var isTransparent: Bool?
  var isTiny: Bool?
  var isStruck: Bool?
  /// The outer optional: whether it is told at all.
  var shift: Legibility.Shift??
  var color: PrintedColor?
  /// The outer optional: whether it is told at all; the inner one is nil where nobody knows its colour.
  var ground: PrintedColor??
  private var isPlaced: Bool?
  private var isRelative: Bool?
  private var isFar: Bool?
  private var isBeside: Bool?
  private var isCut: Bool?
  private var hasNoExtent: Bool?
  private var hidesOverflow: Bool?
  private var isLifted: Bool?
  private var isBackwards: Bool?
  private var isOverridden: Bool?

  /// Whether the element is not shown, and nothing in it.
  var removes: Bool {
    isGone == true || isCut == true || isBeside == true || isPlaced == true && isFar == true
      || hasNoExtent == true && hidesOverflow == true
  }

  /// Raised without being smaller, as pages do that reset how their elements look.
  var standsHigher: Bool { isRelative == true && isLifted == true }

  /// Its characters run against the order in which they stand in the page.
  var isReversed: Bool { isBackwards == true && isOverridden == true }

  var saysNothing: Bool {
    isGone == nil && isInvisible == nil && isTransparent == nil && isTiny == nil && isStruck == nil
      && shift == nil && color == nil && ground == nil && !removes && !standsHigher
      && !isReversed
  }

  /// What a rule that stands above this one says instead.
  mutating func overlay(_ other: HTMLLook) {
    isGone = other.isGone ?? isGone
    isInvisible = other.isInvisible ?? isInvisible
    isTransparent = other.isTransparent ?? isTransparent
    isTiny = other.isTiny ?? isTiny
    isStruck = other.isStruck ?? isStruck
    shift = other.shift ?? shift
    color = other.color ?? color
    ground = other.ground ?? ground
    isPlaced = other.isPlaced ?? isPlaced
    isRelative = other.isRelative ?? isRelative
    isFar = other.isFar ?? isFar
    isBeside = other.isBeside ?? isBeside
    isCut = other.isCut ?? isCut
    hasNoExtent = other.hasNoExtent ?? hasNoExtent
    hidesOverflow = other.hidesOverflow ?? hidesOverflow
    isLifted = other.isLifted ?? isLifted
    isBackwards = other.isBackwards ?? isBackwards
    isOverridden = other.isOverridden ?? isOverridden
  }
}

/// Reads declarations: «display:none; color:#fff».
extension HTMLLook {
  /// Points or pixels that nobody can read.
  private static let tiny = 1.0
  /// Pixels beside the page.
  private static let far = -300.0

  /// The look of an element's own declarations, and that of those marked as important.
  static func parse(_ text: UnsafeBufferPointer<UInt8>) -> (own: HTMLLook, important: HTMLLook) {
    var own = HTMLLook()
    var important = HTMLLook()
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != UInt8(ascii: ";") { end += 1 }
      if let colon = text[start..<end].firstIndex(of: UInt8(ascii: ":")),
        let property = Property(name: text[start..<colon])
      {
        var value = String(decoding: text[(colon + 1)..<end], as: UTF8.self).lowercased()
        let mark = value.firstIndex(of: "!")
        if let mark { value = String(value[..<mark]) }
        let words = value.split(whereSeparator: \.isWhitespace).map(String.init)
        if mark == nil {
          own.take(property, words)
        } else {
          important.take(property, words)
        }
      }
      start = end + 1
    }
    return (own, important)
  }

  private enum Property: String {
    case display, visibility, opacity, color, background, position, left, right, top, bottom, clip
    case transform, width, height, overflow, direction
    case fontSize = "font-size"
    case font
    case line = "text-decoration"
    case lineOnly = "text-decoration-line"
    case verticalAlign = "vertical-align"
    case backgroundColor = "background-color"
    case backgroundImage = "background-image"
    case indent = "text-indent"
    case marginLeft = "margin-left"
    case clipPath = "clip-path"
    case maxWidth = "max-width"
    case maxHeight = "max-height"
    case unicodeBidi = "unicode-bidi"
    case textFill = "-webkit-text-fill-color"

    /// Nil for nearly all names, by their first letter and length alone.
    init?(name: Slice<UnsafeBufferPointer<UInt8>>) {
      var name = name
      while let first = name.first, first <= 0x20 { name = name.dropFirst() }
      while let last = name.last, last <= 0x20 { name = name.dropLast() }
      guard name.count <= 24, let first = name.first,
        "dvocbplrtwhfuim-".utf8.contains(first | 0x20)
      else { return nil }
      self.init(rawValue: String(decoding: name, as: UTF8.self).lowercased())
    }
  }

  private mutating func take(_ property: Property, _ words: [String]) {
    guard let first = words.first else { return }
    switch property {
    case .display: isGone = first == "none"
    case .visibility: isInvisible = first == "hidden" || first == "collapse"
    case .opacity: isTransparent = Self.number(first).map { $0 < (first.hasSuffix("%") ? 5 : 0.05) }
    case .fontSize: isTiny = Self.isTiny(first)
    case .font:
      for word in words where word.first?.isNumber ?? false { isTiny = Self.isTiny(word) }
    case .line, .lineOnly: isStruck = words.contains("line-through")
    case .verticalAlign: shift = .some(Self.shift(first))
    case .color, .textFill:
      if HTMLColor.isTransparent(words.joined()) { isTransparent = true }
      color = HTMLColor.parse(words.joined())
    case .background, .backgroundColor, .backgroundImage:
      let text = words.joined()
      if ["none", "transparent", "inherit", "initial"].contains(first)
        || HTMLColor.isTransparent(text)
      {
        return
      }
      ground = .some(HTMLColor.parse(text))
    case .position:
      isPlaced = first == "absolute" || first == "fixed"
      isRelative = first == "relative"
    case .left, .right, .marginLeft:
      let isOff = Self.number(first).map { $0 <= Self.far }
      if property == .marginLeft { isBeside = isOff } else if isOff == true { isFar = true }
    case .top, .bottom:
      let length = Self.number(first) ?? 0
      if length <= Self.far { isFar = true }
      if length != 0 { isLifted = (length < 0) == (property == .top) }
    case .indent: isBeside = Self.number(first).map { $0 <= Self.far }
    case .clip:
      isCut = words.joined().filter { $0 != "," }.hasPrefix("rect(0") && Self.isEmptyClip(words)
    case .clipPath:
      isCut =
        first.hasPrefix("inset(") && (Self.number(String(first.dropFirst(6))) ?? 0) >= 50
        || first == "circle(0)" || first == "circle(0px)"
    case .transform: isCut = first.hasPrefix("scale(0)") || first.hasPrefix("scale(0,")
    case .width, .height, .maxWidth, .maxHeight:
      if let length = Self.number(first) {
        hasNoExtent = length <= 1 && !first.hasSuffix("%") && !first.hasSuffix("em") || length == 0
      }
    case .overflow: hidesOverflow = first == "hidden" || first == "clip"
    case .direction: isBackwards = first == "rtl"
    case .unicodeBidi: isOverridden = first.hasSuffix("override")
    }
  }

  private static func isTiny(_ word: String) -> Bool? {
    guard let size = number(word) else { return false }
    if word.hasSuffix("%") { return size <= 5 }
    if word.hasSuffix("em") { return size <= 0.05 }
    return size <= tiny
  }

  private static func shift(_ word: String) -> Legibility.Shift? {
    switch word {
    case "super": return .raised
    case "sub": return .lowered
    default:
      guard let length = number(word), length != 0 else { return nil }
      return length > 0 ? .raised : .lowered
    }
  }

  private static func isEmptyClip(_ words: [String]) -> Bool {
    let numbers = words.joined(separator: " ").split { !($0.isNumber || $0 == ".") }
    return numbers.count == 4 && numbers.allSatisfy { (Double($0) ?? 9) <= 1 }
  }

  /// The number with which a length begins.
  private static func number(_ word: String) -> Double? {
    Double(word.prefix { $0.isNumber || $0 == "." || $0 == "-" || $0 == "+" })
  }
}
