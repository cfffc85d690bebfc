import ReportModel
import TextLibraries

/// A YAML node that is read strictly: a key that nobody asked for, a key twice, or a value of the
/// wrong kind is an error with its place.
struct StrictNode {
  private let tree: YAMLTree
  private let node: Int
  let file: String

  /// The root of a document.
  init(root tree: YAMLTree, file: String) { self.init(tree, 0, file) }

  private init(_ tree: YAMLTree, _ node: Int, _ file: String) {
    self.tree = tree
    self.node = node
    self.file = file
  }

  var isMapping: Bool { tree.kind(of: node) == .mapping }

  /// The line on which it begins, from 1.
  var line: Int { tree.place(of: node).line }

  func error(_ message: String) -> MappingError {
    let (line, column) = tree.place(of: node)
    return MappingError(file: file, line: line, column: column, message: message)
  }

  /// The entries of a mapping with exactly known keys.
  func fields(_ known: [String]) throws(MappingError) -> [String: StrictNode] {
    var fields: [String: StrictNode] = [:]
    for (key, value) in try entries() {
      guard known.contains(key.text) else {
        throw key.node.error(
          "unknown key «\(key.text)»; did you mean «\(Spelling.nearest(to: key.text, in: known))»? "
            + "(known here: \(known.joined(separator: ", ")))")
      }
      fields[key.text] = value
    }
    return fields
  }

  /// The entries of a mapping with free keys, in file order.
  func entries() throws(MappingError) -> [(
    key: (text: String, node: StrictNode), value: StrictNode
  )] {
    guard isMapping else {
      let hint = tree.text(of: node).flatMap(YAMLSlip.hint).map { "; " + $0 } ?? ""
      throw error("expected «key: value» entries here" + hint)
    }
    let children = tree.children(of: node)
    var seen: Set<ExactText> = []
    var entries: [(key: (text: String, node: StrictNode), value: StrictNode)] = []
    entries.reserveCapacity(children.count / 2)
    for index in stride(from: 0, to: children.count, by: 2) {
      let key = StrictNode(tree, children[index], file)
      let text = try key.text()
      guard seen.insert(ExactText(text)).inserted else {
        throw key.error("«\(text)» stands here a second time; keep one of the two")
      }
      entries.append(((text, key), StrictNode(tree, children[index + 1], file)))
    }
    return entries
  }

  func text() throws(MappingError) -> String {
    guard let text = tree.text(of: node), !text.isEmpty else {
      throw error("expected a text here")
    }
    return text
  }

  /// A list; a single text counts as a list of one.
  func list() throws(MappingError) -> [StrictNode] {
    switch tree.kind(of: node) {
    case .sequence: tree.children(of: node).map { StrictNode(tree, $0, file) }
    case .scalar: [self]
    case .mapping: throw error("expected a list here")
    }
  }

  /// The texts that a list of label patterns stands for. Two patterns may overlap in what they spell
  /// out; the same pattern twice is a slip.
  func labels() throws(MappingError) -> [String] {
    var patterns: Set<ExactText> = []
    var seen: Set<ExactText> = []
    var texts: [String] = []
    for item in try list() {
      let pattern = try item.text()
      guard patterns.insert(ExactText(pattern)).inserted else {
        throw item.error("«\(pattern)» stands in this list twice; remove one")
      }
      texts += try item.variants().filter { seen.insert(ExactText($0)).inserted }
    }
    return texts
  }

  /// The texts that one label pattern stands for.
  func variants() throws(MappingError) -> [String] {
    let pattern = try text()
    do {
      return try LabelPattern.variants(of: pattern)
    } catch .unclosed(let mark) {
      throw error("«\(mark)» in «\(pattern)» is not closed")
    } catch .stray(let mark) {
      throw error(
        "«\(mark)» stands alone in «\(pattern)»; variants are written [a|b] or {a|b} and do not nest"
      )
    } catch {
      throw self.error(
        "«\(pattern)» stands for more than \(LabelPattern.mostVariants) texts; split it up")
    }
  }

  /// A list of texts without repetition.
  func texts() throws(MappingError) -> [String] {
    var texts: [String] = []
    for item in try list() {
      let text = try item.text()
      guard !texts.contains(text) else {
        throw item.error("«\(text)» stands in this list twice; remove one")
      }
      texts.append(text)
    }
    return texts
  }
}

/// Suggests the known name that an unknown one was probably meant to be.
enum Spelling {
  static func nearest(to word: String, in known: some Collection<String>) -> String {
    known.min { distance(word, $0) < distance(word, $1) } ?? ""
  }

  /// Levenshtein distance over Unicode scalars.
  private static func distance(_ first: String, _ second: String) -> Int {
    let first = Array(first.unicodeScalars)
    let second = Array(second.unicodeScalars)
    var row = Array(0...second.count)
    for (index, scalar) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in second.indices {
        let cost = diagonal + (second[column] == scalar ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(cost, row[column] + 1, diagonal + 1)
      }
    }
    return row[second.count]
  }
}
