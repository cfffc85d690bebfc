import DocumentModel

/// The contents page between title and body, whose lines repeat the headings.
struct ContentsPage {
  /// Blocks whose headings are lines of the page.
  private(set) var lines: Set<Int> = []
  /// Where no «目录» is printed, at least this many headings in a row without text between them are
  /// taken for a contents page.
  private static let fewestLines = 3

  /// Finds the lines of the page among what look like headings, by block.
  init(_ document: NormalizedDocument, headings: [Int: Heading]) {
    let ordered = headings.keys.sorted()
    let head = Self.head(of: document)
    let following = ordered.filter { $0 > head ?? -1 }
    guard let first = following.first else { return }
    guard head != nil || Self.standBare(following, in: document) else { return }
    if let again = following.dropFirst().first(where: { Self.same(headings, $0, first) }) {
      lines = Set(following.filter { $0 < again })
    } else if head != nil {
      // The first heading is worded differently in the body: what repeats later is a line.
      var last: [String: Int] = [:]
      for block in following { last[headings[block].map(Self.key) ?? ""] = block }
      for (block, next) in zip(following, following.dropFirst())
      where next - block == 1 && last[headings[block].map(Self.key) ?? ""] != block {
        lines.insert(block)
      }
    }
  }

  /// «目录», also in a longer line or split.
  static func isHead(_ text: ArraySlice<UInt8>) -> Bool {
    text.elementsEqual("目录".utf8) || text.elementsEqual("目录:".utf8)
      || text.elementsEqual("目".utf8)
  }

  private static func head(of document: NormalizedDocument) -> Int? {
    document.document.blocks.firstIndex { block in
      guard case .paragraph(let paragraph) = block.content else { return false }
      return isHead(document.text[document.ranges[paragraph.leaf]])
    }
  }

  /// Whether the first headings follow each other without text between them.
  private static func standBare(_ headings: [Int], in document: NormalizedDocument) -> Bool {
    guard headings.count > fewestLines else { return false }
    let blocks = document.document.blocks
    return (headings[0]..<headings[fewestLines - 1]).allSatisfy { index in
      guard !headings.prefix(fewestLines).contains(index) else { return true }
      guard case .paragraph(let paragraph) = blocks[index].content else { return false }
      return document.ranges[paragraph.leaf].isEmpty
    }
  }

  private static func key(_ heading: Heading) -> String { "\(heading.level) \(heading.text)" }

  private static func same(_ headings: [Int: Heading], _ one: Int, _ other: Int) -> Bool {
    guard let one = headings[one], let other = headings[other] else { return false }
    return key(one) == key(other)
  }
}
