import DocumentModel
import TextLibraries

/// `xl/sharedStrings.xml`.
final class XLSXSharedStringsPart: XLSXPart {
  private static let most = 2_000_000
  private static let mostText = 64 << 20

  private(set) var error: ReadError?
  private(set) var strings = XLSXSharedStrings()
  private var collector = XLSXTextCollector()

  /// What the runs of the strings leave out.
  var leftOut: LeftOut { collector.leftOut }

  func start(_ name: String, attributes: MarkupAttributes) {
    collector.start(name, attributes)
  }

  func end(_ name: String) {
    collector.end(name)
    guard name == "si", error == nil else { return }
    if collector.isOverLimit { error = XLSXTextCollector.limit }
    let colored = collector.colored
    strings.append(collector.take(), colored: colored)
    if strings.count > Self.most || strings.size > Self.mostText {
      error = .limitExceeded(
        what: "shared strings", limit: "\(Self.most) strings, \(Self.mostText >> 20) MB")
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    collector.text(bytes)
  }
}

/// The texts that cells refer to by number.
struct XLSXSharedStrings {
  private var text: [UInt8] = []
  /// Where each string ends in `text`.
  private var ends: [Int] = []
  /// By string, the stretches of it that have a colour.
  private(set) var colored: [Int: [XLSXTextCollector.Colored]] = [:]
  /// What a person does not see of their runs.
  var leftOut = LeftOut()

  var count: Int { ends.count }
  /// Bytes of all strings.
  var size: Int { text.count }

  mutating func append(_ string: [UInt8], colored: [XLSXTextCollector.Colored] = []) {
    if !colored.isEmpty { self.colored[ends.count] = colored }
    text += string
    ends.append(text.count)
  }

  /// The string of that number; nil where there is none.
  subscript(index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return text[(index > 0 ? ends[index - 1] : 0)..<ends[index]]
  }
}

/// Joins the runs of a rich text (`r/t`) as they are seen; the reading aid above the characters (`rPh/t`)
/// is left out.
struct XLSXTextCollector {
  /// Bytes of one text; Excel's own cells hold 32,767 characters.
  static let mostText = 1 << 20
  /// What a part says of a longer text.
  static let limit = ReadError.limitExceeded(
    what: "the text of one cell", limit: "\(mostText >> 20) MB")

  private(set) var bytes: [UInt8] = []
  private var takesText = false
  private var phonetics = 0
  private var isInProperties = false
  private var look = XLSXFontLook.plain
  private var start = 0
  private var shifted: [Legibility.Shifted] = []
  /// A stretch with a colour of its own, which is seen or not by the ground of its cell.
  struct Colored {
    var range: Range<Int>
    var color: PrintedColor
  }

  private(set) var colored: [Colored] = []
  private(set) var leftOut = LeftOut()

  /// Whether the text is longer than any real one, so that the rest was dropped.
  var isOverLimit: Bool { bytes.count >= Self.mostText }

  mutating func start(_ name: String, _ attributes: MarkupAttributes) {
    switch name {
    case "t":
      takesText = phonetics == 0
      start = bytes.count
    case "rPh": phonetics += 1
    case "r": look = .plain
    case "rPr": isInProperties = true
    default: if isInProperties { look.take(name, attributes) }
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "t":
      if takesText, look != .plain { endRun() }
      takesText = false
    case "r": look = .plain
    case "rPr": isInProperties = false
    case "rPh": phonetics -= 1
    default: break
    }
  }

  mutating func text(_ chunk: UnsafeBufferPointer<UInt8>) {
    guard takesText, !isOverLimit else { return }
    bytes.append(contentsOf: chunk)
  }

  /// Writes the run's text as it is seen.
  private mutating func endRun() {
    let run = bytes[min(start, bytes.count)...]
    if look.isStruck || look.isTiny {
      leftOut.note(run, look.isStruck ? .struck : .hidden)
      bytes.removeLast(run.count)
      return
    }
    if look.face != .plain {
      // Safe: borrowed for the closure.
      let seen = Array(run).withUnsafeBufferPointer { SymbolFonts.text($0, in: look.face) }
      bytes.removeLast(run.count)
      bytes += seen
    }
    let range = min(start, bytes.count)..<bytes.count
    if let shift = look.shift {
      shifted.append(Legibility.Shifted(range: range, shift: shift))
    } else if let color = look.color, !range.isEmpty, !bytes[range].contains(UInt8(ascii: "_")) {
      colored.append(Colored(range: range, color: color))
    }
  }

  /// Forgets what another cell left behind.
  mutating func clear() {
    if !bytes.isEmpty { bytes.removeAll(keepingCapacity: true) }
    takesText = false
    phonetics = 0
    isInProperties = false
    look = .plain
    shifted.removeAll()
    colored.removeAll()
  }

  /// What was collected, with its escapes decoded; the next text starts empty.
  mutating func take() -> [UInt8] {
    defer {
      bytes.removeAll(keepingCapacity: true)
      shifted.removeAll()
      colored.removeAll()
      leftOut.endFigure()
    }
    // Offsets hold for the text as it is in the file.
    if !shifted.isEmpty {
      return XLSXEscapes.decoded(Legibility.written(bytes[...], shifted: shifted))
    }
    return XLSXEscapes.decoded(bytes)
  }
}

/// `_x000D_`: how OOXML writes characters that XML has no place for.
enum XLSXEscapes {
  /// The text with its escapes decoded and each line end a single line feed.
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 == UInt8(ascii: "_") || $0 == 0x0D }) else { return bytes }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      var scalars: [UInt8] = [bytes[index]]
      var length = 1
      if bytes[index] == UInt8(ascii: "_"), let scalar = escape(in: bytes, at: index) {
        scalars = Array(String(scalar).utf8)
        length = 7
      }
      index += length
      if scalars == [0x0A], text.last == 0x0D { text.removeLast() }
      text += scalars
    }
    return text.map { $0 == 0x0D ? 0x0A : $0 }
  }

  /// The character of `_xHHHH_`.
  private static func escape(in bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
    guard index + 7 <= bytes.count, bytes[index + 1] == UInt8(ascii: "x"),
      bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt32 = 0
    for byte in bytes[(index + 2)..<(index + 6)] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return Unicode.Scalar(value)
  }
}
