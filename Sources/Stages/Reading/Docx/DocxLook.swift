import DocumentModel
import TextLibraries

/// What the properties of a run, or those that a style gives to runs, say of how it is seen.
struct DocxLook: Equatable {
  var vanish: Bool?
  var strike: Bool?
  var doubleStrike: Bool?
  /// The outer optional: whether it is told at all.
  var shift: Legibility.Shift??
  /// The outer optional: whether it is told at all; the inner one is nil for the colour that is always seen.
  var color: PrintedColor??
  var isTiny: Bool?
  /// What is behind the run itself; unknown where it has several colours.
  var ground: DocxGround.Shade?
  var face: SymbolFonts.Face?

  static let plain = DocxLook()

  /// Whether it leaves text plainly seen on its line, whatever else it says.
  var isOrdinary: Bool {
    vanish != true && strike != true && doubleStrike != true && (shift ?? nil) == nil
      && (color ?? nil) == nil && isTiny != true && (face ?? .plain) == .plain
  }

  /// The elements of run properties that matter.
  enum Property: CaseIterable {
    case vanish, strike, doubleStrike, verticalAlign, position, color, size, width, fonts, shade
    case highlight

    var name: String {
      switch self {
      case .vanish: "vanish"
      case .strike: "strike"
      case .doubleStrike: "dstrike"
      case .verticalAlign: "vertAlign"
      case .position: "position"
      case .color: "color"
      case .size: "sz"
      case .width: "w"
      case .fonts: "rFonts"
      case .shade: "shd"
      case .highlight: "highlight"
      }
    }
  }

  /// Half points from which on a run is raised or lowered; less is an adjustment of its font.
  private static let leastShift = 4
  /// Half points that nobody can read.
  private static let tiny = 2
  /// Percent of their width that leave nothing of letters.
  private static let narrow = 5

  mutating func take(_ property: Property, _ attributes: MarkupAttributes) {
    switch property {
    case .vanish: vanish = Self.isOn(attributes)
    case .strike: strike = Self.isOn(attributes)
    case .doubleStrike: doubleStrike = Self.isOn(attributes)
    case .verticalAlign:
      switch attributes["val"] {
      case "superscript": shift = .some(.raised)
      case "subscript": shift = .some(.lowered)
      default: shift = .some(nil)
      }
    case .position:
      guard let position = attributes["val"].flatMap({ Int($0) }) else { return }
      if abs(position) >= Self.leastShift { shift = .some(position > 0 ? .raised : .lowered) }
    case .color: color = .some(attributes["val"].flatMap { PrintedColor(hex: $0) })
    case .width:
      if attributes["val"].flatMap({ Int($0) }).map({ $0 <= Self.narrow }) ?? false {
        isTiny = true
      }
    case .size: isTiny = attributes["val"].flatMap { Int($0) }.map { $0 <= Self.tiny }
    case .fonts:
      if let font = attributes["ascii"] ?? attributes["hAnsi"] { face = SymbolFonts.face(of: font) }
    case .shade: ground = DocxGround.Shade(attributes)
    case .highlight:
      guard let name = attributes["val"], name != "none" else { return }
      ground = PrintedColor.named(name).map { .color($0) } ?? .unknown
    }
  }

  /// This look with what another one, which stands closer to the text, says instead.
  func overlaid(by other: DocxLook) -> DocxLook {
    var look = self
    look.vanish = other.vanish ?? vanish
    look.strike = other.strike ?? strike
    look.doubleStrike = other.doubleStrike ?? doubleStrike
    look.shift = other.shift ?? shift
    look.color = other.color ?? color
    look.isTiny = other.isTiny ?? isTiny
    look.ground = other.ground ?? ground
    look.face = other.face ?? face
    return look
  }

  /// The same for another kind of style: where both set one of these properties, they cancel out.
  func toggled(by other: DocxLook) -> DocxLook {
    var look = overlaid(by: other)
    if let one = vanish, let two = other.vanish { look.vanish = one != two }
    if let one = strike, let two = other.strike { look.strike = one != two }
    return look
  }

  static func isOn(_ attributes: MarkupAttributes) -> Bool {
    attributes["val"].map { $0 != "0" && $0 != "false" && $0 != "off" } ?? true
  }
}
