/// A colour of text or of what it stands on, as far as it takes to tell whether the one is seen on the other.
struct PrintedColor: Equatable, Sendable {
  /// 0xRRGGBB; nil for a colour that only its document knows (of a theme), told by `name`.
  private var rgb: UInt32?
  private var name = ""

  static let white = PrintedColor(rgb: 0xFF_FFFF)
  static let black = PrintedColor(rgb: 0)

  init(rgb: UInt32) { self.rgb = rgb }

  /// A colour that is the same wherever this name stands.
  init(named name: String) { self.name = name }

  /// «FF0000», with or without two digits of opacity before it; nil for what is no such number.
  init?(hex: String) {
    guard hex.utf8.count == 6 || hex.utf8.count == 8, let value = UInt32(hex, radix: 16) else {
      return nil
    }
    rgb = value & 0xFF_FFFF
  }

  /// Of 255: how far two colours may be apart and look alike.
  private static let same = 8

  /// Whether text of this colour is not seen on that ground.
  func vanishes(on ground: PrintedColor) -> Bool {
    guard let rgb, let other = ground.rgb else { return self == ground }
    return [0, 8, 16].allSatisfy { (shift: UInt32) in
      abs(Int(rgb >> shift & 0xFF) - Int(other >> shift & 0xFF)) <= Self.same
    }
  }

  /// The colours that Word marks text with, and the best known of those that pages name.
  static func named(_ name: String) -> PrintedColor? {
    known[name.lowercased()].map { PrintedColor(rgb: $0) }
  }

  private static let known: [String: UInt32] = [
    "black": 0, "white": 0xFF_FFFF, "red": 0xFF_0000, "yellow": 0xFF_FF00, "blue": 0x00_00FF,
    "green": 0x00_FF00, "cyan": 0x00_FFFF, "magenta": 0xFF_00FF, "lightgray": 0xC0_C0C0,
    "darkgray": 0x80_8080, "darkblue": 0x00_0080, "darkcyan": 0x00_8080, "darkgreen": 0x00_8000,
    "darkmagenta": 0x80_0080, "darkred": 0x80_0000, "darkyellow": 0x80_8000,
  ]
}
