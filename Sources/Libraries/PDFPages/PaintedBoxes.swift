/// A box that a page paints, and what it does to the glyphs around it.
struct PaintedBox {
  var left: Float
  var top: Float
  var right: Float
  var bottom: Float
  /// How many glyphs had been drawn before it.
  var glyphsBefore: Int
  /// 0xRRGGBB; nil where it has several or nobody knows.
  var color: UInt32?
  /// Nothing under it is seen.
  var covers: Bool
  var isImage: Bool

  func holds(_ x: Float, _ y: Float) -> Bool { x >= left && x <= right && y >= top && y <= bottom }
}

/// Tells which glyphs of a page nobody sees, by what is painted before and behind them.
struct PaintedBoxes {
  /// Of the page's area, how much pictures take where it is a scan: its invisible text is what a program
  /// read from them.
  private static let scan: Float = 0.5
  /// Shares of a glyph's height above and below its middle that a box must hold to cover it.
  private static let coveredHeight: Float = 0.15
  /// Points that nobody can read, of height and width.
  private static let tinySize: Float = 1
  private static let tinyWidth: Float = 0.5
  /// Of 255: how far two colours may be apart and look alike.
  private static let sameColor = 8
  private static let stripe: Float = 8
  /// Comparisons of a page, behind which its glyphs count as seen.
  private static let mostWork = 40_000_000

  private let boxes: [PaintedBox]
  /// By stripes of the page from top to bottom.
  private var stripes: [[Int32]]
  private let isScan: Bool
  private var work = 0

  init(_ boxes: [PaintedBox], width: Float, height: Float) {
    self.boxes = boxes
    let count = Int(min(max(height, 0), 20_000) / Self.stripe) + 1
    stripes = Array(repeating: [], count: boxes.isEmpty ? 0 : count)
    var area: Float = 0
    for (index, box) in boxes.enumerated() {
      if box.isImage { area += (box.right - box.left) * (box.bottom - box.top) }
      let first = Self.stripe(at: box.top, of: count)
      for stripe in first...max(first, Self.stripe(at: box.bottom, of: count)) {
        stripes[stripe].append(Int32(index))
      }
    }
    isScan = area >= Self.scan * width * height
  }

  private static func stripe(at y: Float, of count: Int) -> Int {
    min(count - 1, max(0, Int(min(max(y, 0), 20_000) / stripe)))
  }

  /// Whether nobody sees a glyph: the number-th that was drawn, with its colour.
  mutating func hides(_ glyph: Glyph, number: Int, color: UInt32?, isUnpainted: Bool) -> Bool {
    let width = glyph.turn % 2 == 0 ? glyph.right - glyph.left : glyph.bottom - glyph.top
    if glyph.size < Self.tinySize, width < Self.tinyWidth { return true }
    if isUnpainted, !isScan { return true }
    let (x, y) = glyph.center
    let reach = Self.coveredHeight * (glyph.bottom - glyph.top)
    var ground: UInt32? = 0xFF_FFFF
    if !stripes.isEmpty, work < Self.mostWork {
      for index in stripes[Self.stripe(at: y, of: stripes.count)] {
        work += 1
        let box = boxes[Int(index)]
        guard box.holds(x, y) else { continue }
        if box.glyphsBefore <= number {
          ground = box.color
        } else if box.covers, !(box.isImage && isScan), box.holds(x, y - reach),
          box.holds(x, y + reach)
        {
          return true
        }
      }
    }
    guard !isUnpainted, let color, let ground else { return false }
    return Self.looksAlike(color, ground)
  }

  private static func looksAlike(_ one: UInt32, _ other: UInt32) -> Bool {
    [16, 8, 0].allSatisfy { shift in
      abs(Int(one >> UInt32(shift) & 0xFF) - Int(other >> UInt32(shift) & 0xFF)) <= sameColor
    }
  }
}
