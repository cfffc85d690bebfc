internal import DocumentModel
internal import OutputReading

/// The source as far as an output quotes it, for when the file itself is not there.
enum QuotedText {
  /// A document of what is quoted, its blocks under the numbers that the claims name them by; what
  /// stands between two quotations of a paragraph or cell is «…».
  ///
  /// The claims are moved to where their text stands in it. `remark` says why the file is not there.
  static func assemble(_ claims: inout [Claim], _ remark: ShownSource.Note) -> ShownSource {
    var byLeaf: [LeafKey: [Int]] = [:]
    for (index, claim) in claims.enumerated() {
      byLeaf[claim.place.leaf, default: []].append(index)
    }
    var keys: [Int: [LeafKey]] = [:]
    for key in byLeaf.keys { keys[key.block, default: []].append(key) }
    var document = Document(paragraphs: [])
    let numbers = keys.keys.sorted()
    for number in numbers {
      let cells = (keys[number] ?? []).sorted {
        ($0.row ?? -1, $0.column ?? -1) < ($1.row ?? -1, $1.column ?? -1)
      }.map { key in
        // Cells keep their own numbers, by which the claims name them.
        Cell(
          row: key.row ?? 0, column: key.column ?? 0,
          leaf: add(byLeaf[key] ?? [], &claims, to: &document))
      }
      if cells.count == 1, keys[number]?.first?.row == nil {
        document.blocks.append(Block(.paragraph(Paragraph(leaf: cells[0].leaf))))
      } else {
        // Safe: outputs may be written by anybody; the largest number wraps, and nothing traps.
        let rows = (cells.map(\.row).max() ?? 0) &+ 1
        let columns = (cells.map(\.column).max() ?? 0) &+ 1
        document.blocks.append(Block(.table(Table(rows: rows, columns: columns, cells: cells))))
      }
    }
    return ShownSource(document, numbers: numbers, notes: [remark])
  }

  /// Joins what is known of one paragraph or cell and adds it as a leaf.
  private static func add(
    _ indices: [Int], _ claims: inout [Claim], to document: inout Document
  ) -> Int {
    let order = indices.sorted {
      (claims[$0].place.start, -claims[$0].place.end) < (
        claims[$1].place.start, -claims[$1].place.end
      )
    }
    var text: [Unicode.Scalar] = []
    // Where the stretch that is being joined begins, in the original and in `text`.
    var (original, here, known) = (0, 0, 0)
    for index in order {
      let place = claims[index].place
      let quoted = Array(place.text.unicodeScalars)
      if place.start > known || text.isEmpty {
        if !text.isEmpty || place.start > 0 { text += Array(" … ".unicodeScalars) }
        (original, here, known) = (place.start, text.count, place.start)
      }
      let start = here + place.start - original
      let fresh = known - place.start
      if fresh < quoted.count {
        text += quoted[max(0, fresh)...]
        known = place.start + quoted.count
      }
      claims[index].place.start = min(start, text.count)
      claims[index].place.end = min(start + quoted.count, text.count)
    }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text)
    if !document.leaves.isEmpty { document.text.append(UInt8(ascii: "\n")) }
    let start = document.text.count
    document.text += Array(String(scalars).utf8)
    document.leaves.append(
      Leaf(
        range: start..<document.text.count,
        locator: order.first.map { claims[$0].place.locator } ?? .path("")))
    return document.leaves.count - 1
  }
}
