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
  private var isInCellStyles = false
  private var isInBorders = false

  /// What was read, once the part is at its end.
  func styles(epoch: XLSXEpoch) -> XLSXStyles {
    var styles = XLSXStyles(epoch: epoch)
    for (format, border) in zip(formatIDs, borderIDs) {
      styles.append(
        formatID: format, code: codes[format],
        isBoxed: boxes.indices.contains(border) && boxes[border])
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
    case "xf" where isInCellStyles:
      check(formatIDs.count)
      formatIDs.append(attributes.number("numFmtId") ?? 0)
      borderIDs.append(attributes.number("borderId") ?? 0)
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
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

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
  }

  private let epoch: XLSXEpoch
  private var styles: [Style] = []
  private var formats = [XLSXNumberFormat.general]
  /// Indices into `formats` by the format's number, since many styles share one.
  private var known: [Int: Int] = [:]

  init(epoch: XLSXEpoch) {
    self.epoch = epoch
  }

  mutating func append(formatID: Int, code: String?, isBoxed: Bool) {
    let format = known[formatID] ?? formats.count
    if format == formats.count {
      formats.append(XLSXNumberFormat(code: code ?? XLSXBuiltInFormats.code(formatID)))
      known[formatID] = format
    }
    styles.append(Style(format: format, isBoxed: isBoxed))
  }

  /// Whether a line stands on the left or the right of the style's cells.
  func isBoxed(_ style: Int) -> Bool {
    styles.indices.contains(style) && styles[style].isBoxed
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
