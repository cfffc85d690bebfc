internal import TextLibraries

/// Gathers the text of every element that a path names.
///
/// Only elements on the way to a wanted one are counted, so that a page of 100,000 levels costs no more
/// than its length.
final class PathTexts: MarkupEventHandler {
  /// The text of an element.
  struct Text: Equatable {
    /// All of it.
    var all: [UInt8] = []
    /// Without what a person may not see as a part of it.
    var plain: [UInt8] = []
  }

  /// A step of wanted paths: the names of the steps below it.
  private struct Step {
    var next: [String: Int] = [:]
    /// The path that ends here.
    var path: String?
  }

  private struct Open {
    var step: Int
    var counts: [String: Int] = [:]
  }

  private let style: MarkupStyle
  private var steps = [Step()]
  private var stack: [Open]
  /// How many elements are open below the last one that is on the way to a wanted one.
  private var strayed = 0
  private var skipped = 0
  private var takesText: Bool
  /// Open elements that are marked, and whether the open run is.
  private var marked = 0
  private var isRunMarked = false
  /// Wanted elements that are open, and from which on they take text within a text of its own.
  private var open: [(path: String, depth: Int)] = []
  private var separations: [Int] = []
  private(set) var texts: [String: Text] = [:]
  private var size = 0

  /// More than any document has.
  private static let mostBytes = 64 << 20

  init(wanted: Set<String>, style: MarkupStyle) {
    self.style = style
    stack = [Open(step: 0)]
    takesText = style.textElement == nil
    for path in wanted where path.hasPrefix(style.root) {
      var step = 0
      for name in path.dropFirst(style.root.count).split(separator: "/") {
        if let next = steps[step].next[String(name)] {
          step = next
        } else {
          steps.append(Step())
          steps[step].next[String(name)] = steps.count - 1
          step = steps.count - 1
        }
      }
      steps[step].path = path
    }
  }

  func start(_ name: String, attributes: MarkupAttributes) {
    if skipped > 0 || isSkipped(name, attributes) {
      skipped += 1
      return
    }
    if let byte = style.printed[name], name != "p" { append([byte]) }
    if style.textElement == nil, style.inline?.contains(name) == false { append([0x0A]) }
    if style.marked.contains(name) { marked += 1 }
    if name == "r", style.textElement != nil { isRunMarked = false }
    if style.marks.contains(name), isOn(attributes["val"]) { isRunMarked = true }
    if name == style.textElement { takesText = true }
    guard style.named?.contains(name) ?? true else { return }
    push(name)
    if style.separate.contains(name) { separations.append(stack.count + strayed) }
  }

  func end(_ name: String) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    if style.textElement == nil, style.inline?.contains(name) == false { append([0x0A]) }
    if name == "p", let byte = style.printed[name] { append([byte]) }
    if style.marked.contains(name) { marked -= 1 }
    if name == style.textElement { takesText = false }
    guard style.named?.contains(name) ?? true else { return }
    if style.separate.contains(name) { _ = separations.popLast() }
    pop()
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if skipped == 0, takesText { append(bytes) }
  }

  private func isSkipped(_ name: String, _ attributes: MarkupAttributes) -> Bool {
    style.skipped.contains(name)
      || style.textElement == nil
        && (attributes.contains("hidden")
          || attributes.value(of: "style", contains: "display:none"))
  }

  private func isOn(_ value: String?) -> Bool {
    !["0", "false", "off", "baseline"].contains(value ?? "1")
  }

  private func push(_ name: String) {
    guard strayed == 0, let last = stack.indices.last else {
      strayed += 1
      return
    }
    let number = stack[last].counts[name, default: 0] + 1
    stack[last].counts[name] = number
    let written = style.single.contains(name) ? name : "\(name)[\(number)]"
    guard let step = steps[stack[last].step].next[written] else {
      strayed += 1
      return
    }
    stack.append(Open(step: step))
    guard let path = steps[step].path else { return }
    open.append((path, stack.count))
    if texts[path] == nil { texts[path] = Text() }
  }

  private func pop() {
    if strayed > 0 {
      strayed -= 1
      return
    }
    guard stack.count > 1 else { return }
    if open.last?.depth == stack.count { open.removeLast() }
    stack.removeLast()
  }

  private func append(_ bytes: some Collection<UInt8>) {
    guard size < Self.mostBytes else { return }
    let separation = separations.last ?? 0
    for (path, depth) in open {
      size += bytes.count
      texts[path]?.all.append(contentsOf: bytes)
      if marked == 0, !isRunMarked, depth > separation {
        texts[path]?.plain.append(contentsOf: bytes)
      }
    }
  }
}
