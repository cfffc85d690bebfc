package import OutputReading
internal import TextLibraries

/// Gives what really stands at a place of a file, by means of its own and not those of the reader whose
/// places are proved.
package protocol OriginalText {
  /// The text of the paragraph, cell or range at a place; nil where there is no such place.
  func text(at place: Output.Place) -> String?

  /// Whether a text that stands at a place is printed as another one: a workbook stores 0.125 and prints
  /// «12.5 %».
  func prints(_ stored: String, as printed: String) -> Bool
}

extension OriginalText {
  /// What stands there is what is printed.
  package func prints(_ stored: String, as printed: String) -> Bool { false }
}

/// Plain text: the bytes of a range, decoded.
struct PlainSource: OriginalText {
  let bytes: [UInt8]
  let encoding: String

  func text(at place: Output.Place) -> String? {
    guard let range = place.bytes, range.upperBound <= bytes.count else { return nil }
    let slice = Array(bytes[range])
    switch encoding {
    case "UTF-8":
      return String(decoding: slice, as: UTF8.self)
    default:
      guard let converter = CharsetConverter(encoding) else { return nil }
      var scalars = String.UnicodeScalarView()
      // Safe: borrowed for the closure; the converter stops at the count.
      slice.withUnsafeBufferPointer { buffer in
        var offset = 0
        while case .character(let code) = converter.next(buffer, at: &offset) {
          if let scalar = Unicode.Scalar(code) { scalars.append(scalar) }
        }
      }
      return String(scalars)
    }
  }
}

/// Markup: the text of the elements at paths, gathered in one pass.
struct MarkupSource: OriginalText {
  let texts: [String: String]

  func text(at place: Output.Place) -> String? { place.path.flatMap { texts[$0] } }
}

/// Gathers the text of every element that a path names.
final class PathTexts: MarkupEventHandler {
  private let wanted: Set<String>
  private let style: Style
  private var stack: [(path: String, counts: [String: Int])]
  /// Wanted paths that are open.
  private var open: [String] = []
  private(set) var texts: [String: [UInt8]] = [:]
  private var skipped = 0
  private var takesText: Bool

  /// What a format's paths are made of.
  struct Style {
    var root: String
    /// Elements that paths name; nil for all.
    var named: Set<String>?
    /// Elements written without a number.
    var single: Set<String>
    /// Elements whose content is not part of the text.
    var hidden: Set<String>
    /// The only element whose text counts; nil for all.
    var textElement: String?

    static func docx(part: String) -> Style {
      Style(
        root: part + "#",
        named: [
          "p", "tbl", "tr", "tc", "body", "hdr", "ftr", "footnotes", "endnotes", "footnote",
          "endnote", "txbxContent",
        ], single: ["body", "hdr", "ftr", "footnotes", "endnotes"],
        hidden: ["del", "moveFrom", "Fallback"], textElement: "t")
    }

    static let html = Style(
      root: "", named: nil, single: ["html", "body", "head"],
      hidden: [
        "script", "style", "noscript", "template", "head", "select", "option", "button", "textarea",
        "svg", "object", "iframe", "audio", "video",
      ], textElement: nil)
  }

  init(wanted: Set<String>, style: Style) {
    self.wanted = wanted
    self.style = style
    stack = [(style.root, [:])]
    takesText = style.textElement == nil
  }

  func start(_ name: String, attributes: MarkupAttributes) {
    let isHidden =
      style.hidden.contains(name)
      || style.textElement == nil && attributes.value(of: "style", contains: "display:none")
    if skipped > 0 || isHidden {
      skipped += 1
      return
    }
    if name == style.textElement { takesText = true }
    guard style.named?.contains(name) ?? true else { return }
    let number = stack[stack.count - 1].counts[name, default: 0] + 1
    stack[stack.count - 1].counts[name] = number
    let step = style.single.contains(name) ? "/" + name : "/\(name)[\(number)]"
    let path = stack[stack.count - 1].path + step
    stack.append((path, [:]))
    if wanted.contains(path) {
      open.append(path)
      texts[path] = texts[path] ?? []
    }
  }

  func end(_ name: String) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    if name == style.textElement { takesText = false }
    guard style.named?.contains(name) ?? true, stack.count > 1 else { return }
    let path = stack.removeLast().path
    if open.last == path { open.removeLast() }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0, takesText else { return }
    for path in open { texts[path]?.append(contentsOf: bytes) }
  }
}
