internal import DocumentModel
internal import FoundationEssentials
internal import OutputReading

/// Pages of a PDF as pictures, with what is claimed of them drawn over.
enum PagePane {
  static func views(
    of pages: [ShownSource.Page], _ claims: [Claim], _ context: PanelContext
  ) -> [View] {
    guard !pages.isEmpty else { return [] }
    var boxes: [Int: [PageBox: (claims: [Int], kind: Claim.Kind)]] = [:]
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
        "pageWords": context.words(forPage: page.number),
        // Large boxes first, so that small ones lie above them and can be clicked.
        "boxes": (boxes[page.number] ?? [:]).sorted { first, second in
          (-first.key.area, first.key.top, first.key.left) < (
            -second.key.area, second.key.top, second.key.left
          )
        }.map { box, mark -> View in
          [
            "x": box.left, "y": box.top, "w": max(box.right - box.left, 20),
            "h": max(box.bottom - box.top, 20),
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
}

extension PageBox {
  fileprivate var area: Int {
    (right - left).multipliedReportingOverflow(by: bottom - top).partialValue
  }
}

/// Where texts stand on pages: exactly where the pages tell it, else as the output's place has it.
private struct AreaIndex {
  private struct Key: Hashable {
    var block: Int
    var start: Int
    var end: Int
  }

  private var areas: [Key: [(page: Int, box: PageBox)]] = [:]
  private let pages: Set<Int>

  init(_ pages: [ShownSource.Page]) {
    self.pages = Set(pages.map(\.number))
    for page in pages {
      for area in page.areas {
        areas[Key(block: area.block, start: area.start, end: area.end), default: []] += area.boxes
          .map { (page.number, $0) }
      }
    }
  }

  func boxes(of place: Output.Place) -> [(page: Int, box: PageBox)] {
    if place.row == nil,
      let exact = areas[Key(block: place.block, start: place.start, end: place.end)]
    {
      return exact
    }
    guard let page = place.page, let box = place.box, pages.contains(page),
      box[0] <= box[2], box[1] <= box[3]
    else { return [] }
    return [(page, PageBox(left: box[0], top: box[1], right: box[2], bottom: box[3]))]
  }
}
