import FoundationEssentials

/// Pages of a PDF as pictures, with what is claimed of them drawn over.
enum PagePane {
  static func views(
    of pages: [SourceText.Page], _ claims: [Claim], _ context: PanelContext
  ) -> [View] {
    guard !pages.isEmpty else { return [] }
    var boxes: [Int: [[Int]: (claims: [Int], kind: Claim.Kind)]] = [:]
    let areas = AreaIndex(pages)
    for (number, claim) in claims.enumerated() {
      for (page, box) in areas.boxes(of: claim.place) {
        let known = boxes[page]?[box]
        boxes[page, default: [:]][box] = (
          (known?.claims ?? []) + [number], max(known?.kind ?? .quote, claim.kind)
        )
      }
    }
    return pages.map { page in
      var view: View = [
        "page": page.number, "width": page.width, "height": page.height,
        "pageWords": context.words(for: .page(page.number)),
        // Large boxes first, so that small ones lie above them and can be clicked.
        "boxes": (boxes[page.number] ?? [:]).sorted { first, second in
          (-area(first.key), first.key[1], first.key[0]) < (
            -area(second.key), second.key[1], second.key[0]
          )
        }.map { box, mark -> View in
          [
            "x": box[0], "y": box[1], "w": max(box[2] - box[0], 20), "h": max(box[3] - box[1], 20),
            "targets": mark.claims.map(String.init).joined(separator: " "),
            "kind": mark.kind.letter,
          ]
        },
      ]
      if let picture = page.picture {
        view["picture"] = "data:image/webp;base64," + Data(picture).base64EncodedString()
      }
      return view
    }
  }

  private static func area(_ box: [Int]) -> Int {
    (box[2] - box[0]).multipliedReportingOverflow(by: box[3] - box[1]).partialValue
  }
}

/// Where texts stand on pages: exactly where the pages tell it, else as the output's place has it.
private struct AreaIndex {
  private struct Key: Hashable {
    var block: Int
    var start: Int
    var end: Int
  }

  private var areas: [Key: [(page: Int, box: [Int])]] = [:]
  private let pages: Set<Int>

  init(_ pages: [SourceText.Page]) {
    self.pages = Set(pages.map(\.number))
    for page in pages {
      for area in page.areas {
        areas[Key(block: area.block, start: area.start, end: area.end), default: []] += area.boxes
          .map { (page.number, $0) }
      }
    }
  }

  func boxes(of place: Place) -> [(page: Int, box: [Int])] {
    if place.row == nil,
      let exact = areas[Key(block: place.block, start: place.start, end: place.end)]
    {
      return exact
    }
    guard let page = place.page, let box = place.box, pages.contains(page) else { return [] }
    return [(page, box)]
  }
}
