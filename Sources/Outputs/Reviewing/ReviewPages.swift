internal import DocumentModel
internal import PDFPages

/// The pages of a PDF as a review shows them.
struct ReviewPages {
  private let pdf: PDFDocument
  private var contents: [Int: PageContent] = [:]

  /// Pages beyond this have no picture; no report is nearly as long.
  private static let pageLimit = 300
  private static let widest = 900
  private static let narrowest = 420

  /// Nil where the PDF cannot be opened.
  init?(_ bytes: [UInt8]) {
    guard let pdf = try? PDFDocument(bytes) else { return nil }
    self.pdf = pdf
    for number in 1...max(1, min(pdf.count, Self.pageLimit)) {
      contents[number] = try? pdf.page(number)
    }
  }

  /// All pages without pictures, with the exact places of what an output speaks of: by paragraph,
  /// ranges of code points.
  func pages(of document: Document, marking ranges: [Int: [Range<Int>]]) -> [ShownSource.Page] {
    var areas: [Int: [ShownSource.Area]] = [:]
    let searches = contents.mapValues(GlyphSearch.init)
    for (number, wanted) in ranges.sorted(by: { $0.key < $1.key })
    where document.blocks.indices.contains(number) {
      guard case .paragraph(let paragraph) = document.blocks[number].content,
        case .page(let page, let box) = document.leaves[paragraph.leaf].locator,
        let pieces = searches[page]?.pieces(
          of: wanted, in: document.string(ofLeaf: paragraph.leaf),
          within: (
            Float(box.left) / 10, Float(box.top) / 10, Float(box.right) / 10, Float(box.bottom) / 10
          ), next: searches[page + 1])
      else { continue }
      for (range, found) in zip(wanted, pieces) {
        for (page, own) in Dictionary(grouping: found, by: { $0.isOnNextPage ? page + 1 : page }) {
          areas[page, default: []].append(
            ShownSource.Area(
              block: number, start: range.lowerBound, end: range.upperBound,
              boxes: own.map { piece in
                PageBox(
                  left: Self.tenths(piece.left), top: Self.tenths(piece.top),
                  right: Self.tenths(piece.right), bottom: Self.tenths(piece.bottom))
              }))
        }
      }
    }
    return contents.keys.sorted().compactMap { number in
      contents[number].map { content in
        ShownSource.Page(
          number: number, width: Self.tenths(content.width), height: Self.tenths(content.height),
          picture: nil, areas: areas[number] ?? [])
      }
    }
  }

  private static func tenths(_ points: Float) -> Int {
    points.isFinite ? Int((min(max(points, -1e5), 1e5) * 10).rounded()) : 0
  }

  /// Pictures of all pages that together take at most `room` bytes: as wide as that allows, and
  /// where even narrow ones do not fit, those of the first pages.
  func pictures(room: Int) -> [Int: [UInt8]] {
    var width = Self.widest
    var pictures = drawn(width: width)
    for _ in 0..<3 {
      let size = pictures.values.reduce(0) { $0 + $1.count }
      guard size > room, width > Self.narrowest else { break }
      let ratio = (Double(max(room, 1)) / Double(size)).squareRoot()
      width = max(Self.narrowest, Int(Double(width) * min(ratio, 0.95) * 0.97))
      pictures = drawn(width: width)
    }
    var left = room
    return pictures.sorted { $0.key < $1.key }.reduce(into: [:]) { fitting, picture in
      left -= picture.value.count
      if left >= 0 { fitting[picture.key] = picture.value }
    }
  }

  private func drawn(width: Int) -> [Int: [UInt8]] {
    var pictures: [Int: [UInt8]] = [:]
    for number in contents.keys { pictures[number] = try? pdf.picture(of: number, width: width) }
    return pictures
  }
}
