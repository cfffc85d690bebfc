import DocumentModel
import TextLibraries

/// What a font, of a cell or of a run within it, says of how text is seen.
struct XLSXFontLook: Equatable {
  var isStruck = false
  var shift: Legibility.Shift?
  /// Nil for the colour that a workbook writes in by itself.
  var color: PrintedColor?
  var isTiny = false
  var face = SymbolFonts.Face.plain

  static let plain = XLSXFontLook()

  /// Points that nobody can read.
  private static let tiny = 1.0

  /// Takes one of the elements that a font is made of.
  mutating func take(_ name: String, _ attributes: MarkupAttributes) {
    switch name {
    case "strike": isStruck = attributes["val"].map { $0 != "0" && $0 != "false" } ?? true
    case "vertAlign":
      switch attributes["val"] {
      case "superscript": shift = .raised
      case "subscript": shift = .lowered
      default: shift = nil
      }
    case "color": color = Self.color(attributes)
    case "sz": isTiny = attributes["val"].flatMap { Double($0) }.map { $0 <= Self.tiny } ?? false
    case "name", "rFont": face = SymbolFonts.face(of: attributes["val"] ?? "")
    default: break
    }
  }

  /// The first colour of a theme and the second one of the palette are those of paper.
  static func color(_ attributes: MarkupAttributes) -> PrintedColor? {
    if let color = attributes["rgb"] { return PrintedColor(hex: color) }
    let tint = attributes["tint"] ?? ""
    if let theme = attributes["theme"] {
      return theme == "0" && tint.isEmpty ? .white : PrintedColor(named: "theme \(theme) \(tint)")
    }
    guard let index = attributes["indexed"], index != "64" else { return nil }
    return ["1", "9", "65"].contains(index) ? .white : PrintedColor(named: "indexed \(index)")
  }
}
