internal import DocumentModel

/// Texts and places as dumps write them: on one line, short, and so that every change shows.
enum DumpText {
  /// A longer text is cut to so many characters.
  private static let longest = 40
  /// What a cut text says of its rest takes about as much room.
  private static let slack = 14

  /// A text on one line; of a long one the beginning, with its length and a digest of all of it.
  static func short(_ text: String, to limit: Int = longest) -> String {
    let scalars = text.unicodeScalars
    guard
      let end = scalars.index(
        scalars.startIndex, offsetBy: limit + slack, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return visible(text) }
    return visible(String(scalars.prefix(limit))) + "…(\(scalars.count) \(digest(text)))"
  }

  /// How many characters of white space a text begins with.
  static func indentation(of text: String) -> Int {
    text.unicodeScalars.prefix(while: \.properties.isWhitespace).count
  }

  /// A text without the white space around it.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars.drop(while: \.properties.isWhitespace)
    guard let end = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(scalars[...end])
  }

  /// A title without the white space that some formats keep between its characters.
  static func title(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      scalars.append(scalar)
    }
    return short(String(scalars))
  }

  /// Line ends and other characters that nobody sees, made visible.
  static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isInvisible) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result.append("⏎")
      case "\t": result.append("⇥")
      case _ where isInvisible(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result.append(contentsOf: "‹\(digits)›".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xE000...0xF8FF:
      true
    default: false
    }
  }

  /// Six hexadecimal digits that differ where a text does (FNV-1a; nothing here needs more).
  static func digest(_ text: String) -> String {
    var hash: UInt32 = 0x811C_9DC5
    // Safe: a hash; the product is meant to lose its upper bits.
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    let digits = String((hash >> 24) ^ (hash & 0xFF_FFFF), radix: 16)
    return String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }

  /// Things one behind the other; each counted once where it repeats.
  static func counted(_ names: [String]) -> String {
    Dictionary(grouping: names) { $0 }
      .sorted {
        $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key < $1.key
      }
      .map { "\($0.value.count) \($0.key)" }.joined(separator: ", ")
  }
}

/// Where blocks and leaves stand, in few letters.
enum DumpPlace {
  /// A mark between what a line says and where that stands.
  static let mark = "\t@"

  /// The place of a paragraph or of the first cell of a table.
  static func of(block: Int, in document: Document) -> String {
    switch document.blocks[block].content {
    case .paragraph(let paragraph): of(document.leaves[paragraph.leaf].locator)
    case .table(let table): of(table, in: document)
    }
  }

  static func of(leaf: Int, in document: Document) -> String { of(document.leaves[leaf].locator) }

  private static func of(_ locator: Locator) -> String {
    switch locator {
    case .text(let line, _): "line \(line)"
    case .path(let path): shortened(path)
    case .page(let page, let box):
      "page \(page) (\(box.left) \(box.top) \(box.right) \(box.bottom))"
    case .sheet(let sheet, let cell): "\(DumpText.visible(sheet))!\(cell)"
    }
  }

  /// From the first cell to the last.
  private static func of(_ table: Table, in document: Document) -> String {
    guard let first = table.cells.first, let last = table.cells.last else { return "nowhere" }
    switch (document.leaves[first.leaf].locator, document.leaves[last.leaf].locator) {
    case (.text(let start, _), .text(let end, _)): return "lines \(start)–\(end)"
    case (.path(let path), _): return shortened(path, without: 2)
    case (.sheet(let sheet, let start), .sheet(_, let end)):
      return "\(DumpText.visible(sheet))!\(start):\(end)"
    case (.page(let start, let box), .page(let end, let other)):
      return "page \(start) (\(box.left) \(box.top)) – \(end) (\(other.right) \(other.bottom))"
    case (let locator, _): return of(locator)
    }
  }

  /// The place of a row within its table.
  static func of(rowOf cell: Cell, in document: Document) -> String {
    switch document.leaves[cell.leaf].locator {
    case .text(let line, _): "line \(line)"
    case .path(let path):
      path.split(separator: "/").dropLast().last.map(String.init) ?? shortened(path)
    case .page(let page, let box): "page \(page) (\(box.left) \(box.top))"
    case .sheet(_, let cell): cell
    }
  }

  /// A path below the body, without its last steps.
  private static func shortened(_ path: String, without steps: Int = 0) -> String {
    var path = path[...]
    for prefix in ["word/document.xml#/body", "/html/body"] where path.hasPrefix(prefix) {
      path = path.dropFirst(prefix.count)
    }
    let kept = path.split(separator: "/").dropLast(steps)
    return "/" + kept.joined(separator: "/")
  }
}
