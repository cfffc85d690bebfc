internal import DocumentModel
internal import ReportModel

/// The source as far as an output quotes it, for when the file itself is not there.
enum QuotedText {
  /// Blocks with what is quoted of them; what stands between two quotations is «…».
  ///
  /// The claims are moved to where their text stands in the blocks made here.
  /// `remark` says why the file is not there.
  static func assemble(_ claims: inout [Claim], _ remark: SourceText.Note) -> SourceText {
    var byLeaf: [LeafKey: [Int]] = [:]
    for (index, claim) in claims.enumerated() {
      byLeaf[claim.place.leaf, default: []].append(index)
    }
    var leaves: [Int: [(key: LeafKey, leaf: SourceText.Leaf)]] = [:]
    for (key, indices) in byLeaf {
      leaves[key.block, default: []].append((key, leaf(of: indices, &claims)))
    }
    let blocks = leaves.keys.sorted().map { number -> SourceText.Block in
      let parts = (leaves[number] ?? []).sorted {
        ($0.key.row ?? -1, $0.key.column ?? -1) < ($1.key.row ?? -1, $1.key.column ?? -1)
      }
      if parts.count == 1, parts[0].key.row == nil {
        return .init(number: number, content: .paragraph(parts[0].leaf, level: nil, numbering: nil))
      }
      return .init(number: number, content: .table(cells(of: parts)))
    }
    return SourceText(blocks: blocks, notes: [remark])
  }

  /// Joins what is known of one paragraph or cell.
  private static func leaf(of indices: [Int], _ claims: inout [Claim]) -> SourceText.Leaf {
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
    return .init(
      text: String(scalars), locator: order.first.map { claims[$0].place.locator } ?? .unknown)
  }

  /// Only rows and columns of which something is quoted; the claims name cells by their own numbers,
  /// which stay.
  private static func cells(
    of parts: [(key: LeafKey, leaf: SourceText.Leaf)]
  ) -> [SourceText.Cell] {
    parts.map { part in
      SourceText.Cell(row: part.key.row ?? 0, column: part.key.column ?? 0, leaf: part.leaf)
    }
  }
}
