import DocumentModel
import TextLibraries

/// `xl/styles.xml`.
final class XLSXStylesPart: XLSXPart {
  private static let mostStyles = 65_536

  private(set) var error: ReadError?
  private var codes: [Int: String] = [:]
  private var formatIDs: [Int] = []
  private var borderIDs: [Int] = []
  /// Per border, whether it has a line on the left or the right.
  private var boxes: [Bool] = []
  private var fontIDs: [Int] = []
  private var fillIDs: [Int] = []
  private var fonts: [XLSXFontLook] = []
  /// What each fill puts behind text; nil where it has several colours.
  private var grounds: [PrintedColor?] = []
  private var isInFonts = false
  private var isInFills = false
  private var isSolid = false
  private var isInCellStyles = false
  private var isInBorders = false

  /// What was read, once the part is at its end.
  func styles(epoch: XLSXEpoch) -> XLSXStyles {
    var styles = XLSXStyles(epoch: epoch)
    for index in formatIDs.indices {
      let (format, border) = (formatIDs[index], borderIDs[index])
      let (font, fill) = (fontIDs[index], fillIDs[index])
      styles.append(
        formatID: format, code: codes[format],
        isBoxed: boxes.indices.contains(border) && boxes[border],
        font: fonts.indices.contains(font) ? fonts[font] : .plain,
        ground: grounds.indices.contains(fill) ? grounds[fill] : .white)
    }
    return styles
  }

  // MARK: Events

  func start(_ name: String, attributes: MarkupAttributes) {
    switch name {
    case "numFmt":
      guard let id = attributes.number("numFmtId"), let code = attributes.text("formatCode") else {
        return
      }
      check(codes.count)
      codes[id] = code
    case "cellXfs": isInCellStyles = true
    case "borders": isInBorders = true
    case "fonts": isInFonts = true
    case "fills": isInFills = true
    case "font" where isInFonts:
      check(fonts.count)
      fonts.append(.plain)
    case "fill" where isInFills:
      check(grounds.count)
      grounds.append(.white)
    case "patternFill" where isInFills:
      if !["none", nil].contains(attributes["patternType"]) { edit { $0 = nil } }
      isSolid = attributes["patternType"] == "solid"
    case "fgColor" where isInFills: if isSolid { edit { $0 = XLSXFontLook.color(attributes) } }
    case "gradientFill" where isInFills: edit { $0 = nil }
    case _ where isInFonts: if let last = fonts.indices.last { fonts[last].take(name, attributes) }
    case "xf" where isInCellStyles:
      check(formatIDs.count)
      formatIDs.append(attributes.number("numFmtId") ?? 0)
      borderIDs.append(attributes.number("borderId") ?? 0)
      fontIDs.append(attributes.number("fontId") ?? 0)
      fillIDs.append(attributes.number("fillId") ?? 0)
    case "border" where isInBorders:
      check(boxes.count)
      boxes.append(false)
    case "left" where isInBorders, "right" where isInBorders, "start" where isInBorders,
      "end" where isInBorders:
      guard let style = attributes["style"], style != "none", let last = boxes.indices.last else {
        return
      }
      boxes[last] = true
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "cellXfs": isInCellStyles = false
    case "borders": isInBorders = false
    case "fonts": isInFonts = false
    case "fills": isInFills = false
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  private func edit(_ change: (inout PrintedColor?) -> Void) {
    if let last = grounds.indices.last { change(&grounds[last]) }
  }

  private func check(_ count: Int) {
    guard count >= Self.mostStyles else { return }
    error = .limitExceeded(what: "styles of a workbook", limit: "\(Self.mostStyles)")
  }
}

/// How the cells of each style print, and whether lines stand beside them.
struct XLSXStyles {
  private struct Style {
    /// Index into the formats.
    var format: Int
    var isBoxed: Bool
    var font: XLSXFontLook
    var ground: PrintedColor?
  }

  private let epoch: XLSXEpoch
  private var styles: [Style] = []
  private var formats = [XLSXNumberFormat.general]
  /// Indices into `formats` by the format's number, since many styles share one.
  private var known: [Int: Int] = [:]

  init(epoch: XLSXEpoch) {
    self.epoch = epoch
  }

  mutating func append(
    formatID: Int, code: String?, isBoxed: Bool, font: XLSXFontLook,
    ground: PrintedColor?
  ) {
    let format = known[formatID] ?? formats.count
    if format == formats.count {
      formats.append(XLSXNumberFormat(code: code ?? XLSXBuiltInFormats.code(formatID)))
      known[formatID] = format
    }
    styles.append(Style(format: format, isBoxed: isBoxed, font: font, ground: ground))
  }

  /// Whether a line stands on the left or the right of the style's cells.
  func isBoxed(_ style: Int) -> Bool {
    styles.indices.contains(style) && styles[style].isBoxed
  }

  /// How the cells of a style show their text.
  func font(_ style: Int) -> XLSXFontLook {
    styles.indices.contains(style) ? styles[style].font : .plain
  }

  /// Whether text of a colour is not seen in the style's cells.
  func hides(_ color: PrintedColor?, in style: Int) -> Bool {
    guard let color, let ground = styles.indices.contains(style) ? styles[style].ground : .white
    else { return false }
    return color.vanishes(on: ground)
  }

  /// Whether text looks different in the style's cells.
  func changesText(_ style: Int) -> Bool { formats[format(of: style)].changesText }

  func print(_ number: XLSXDecimal, style: Int) -> XLSXNumberFormat.Printed {
    formats[format(of: style)].print(number, epoch: epoch)
  }

  func print(text: [UInt8], style: Int) -> XLSXNumberFormat.Printed {
    formats[format(of: style)].print(text: text)
  }

  /// A style that the workbook does not have prints as the format General.
  private func format(of style: Int) -> Int {
    styles.indices.contains(style) ? styles[style].format : 0
  }
}
