import Yams

/// A YAML node that is read strictly: a key that nobody asked for, a key twice, or a value of the
/// wrong kind is an error with its place.
struct StrictNode {
  let node: Node
  let file: String

  func error(_ message: String) -> MappingError {
    MappingError(file: file, line: node.mark?.line, column: node.mark?.column, message: message)
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
    guard let mapping = node.mapping else { throw error("expected «key: value» entries here") }
    var seen: Set<String> = []
    var entries: [(key: (text: String, node: StrictNode), value: StrictNode)] = []
    for (keyNode, value) in mapping {
      let key = StrictNode(node: keyNode, file: file)
      let text = try key.text()
      guard seen.insert(text).inserted else {
        throw key.error("«\(text)» stands here a second time; keep one of the two")
      }
      entries.append(((text, key), StrictNode(node: value, file: file)))
    }
    return entries
  }

  func text() throws(MappingError) -> String {
    guard let scalar = node.scalar, !scalar.string.isEmpty else {
      throw error("expected a text here")
    }
    return scalar.string
  }

  /// A list; a single text counts as a list of one.
  func list() throws(MappingError) -> [StrictNode] {
    if let sequence = node.sequence { return sequence.map { StrictNode(node: $0, file: file) } }
    if node.scalar != nil { return [self] }
    throw error("expected a list here")
  }

  /// The texts that a list of label patterns stands for. Two patterns may overlap in what they spell
  /// out; the same pattern twice is a slip.
  func labels() throws(MappingError) -> [String] {
    var patterns: Set<String> = []
    var seen: Set<String> = []
    var texts: [String] = []
    for item in try list() {
      let pattern = try item.text()
      guard patterns.insert(pattern).inserted else {
        throw item.error("«\(pattern)» stands in this list twice; remove one")
      }
      texts += try item.variants().filter { seen.insert($0).inserted }
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
