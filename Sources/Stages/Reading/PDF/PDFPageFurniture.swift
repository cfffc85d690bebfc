internal import PDFPages
internal import TextLibraries

/// Tells page numbers, running heads and feet from the text of the pages.
struct PDFPageFurniture {
  /// Per page, the lines (by index) that are no text of the report, and where they stand.
  private(set) var headers: [Set<Int>]
  private(set) var footers: [Set<Int>]

  private static let margin = PDFTolerances.margin

  init(_ pages: [PDFPage]) {
    headers = Array(repeating: [], count: pages.count)
    footers = Array(repeating: [], count: pages.count)
    // A head stands at another place on pages of another size: each size counts for itself.
    var seen: [String: Int] = [:]
    var sizes: [String: Int] = [:]
    for page in pages {
      sizes[Self.size(of: page), default: 0] += 1
      for key in Set(page.lines.compactMap({ Self.key($0, in: page) })) {
        seen[key, default: 0] += 1
      }
    }
    let offsets = Self.offsets(of: pages)
    for (index, page) in pages.enumerated() {
      let half = (sizes[Self.size(of: page)] ?? 0) / 2
      let below = Self.lineBelowTables(of: page)
      if let below, Self.isPageNumber(page.lines[below], on: page, offsets),
        Self.offset(of: page.lines[below], on: page).map({ offsets[$0, default: 0] > 1 }) ?? true
      {
        footers[index].insert(below)
      }
      let last = page.lines.indices.max { page.lines[$0].top < page.lines[$1].top }
      for (number, line) in page.lines.enumerated() {
        let isFramedLast = number == last && Self.isFramedNumber(line, on: page, offsets)
        guard let place = Self.place(of: line, in: page) ?? (isFramedLast ? .foot : nil) else {
          continue
        }
        let isRepeated =
          Self.key(line, in: page).flatMap { seen[$0] } ?? 0
          >= max(PDFTolerances.fewestPages, half)
        guard Self.isPageNumber(line, on: page, offsets) || isRepeated else { continue }
        if place == .head { headers[index].insert(number) } else { footers[index].insert(number) }
      }
    }
  }

  private enum Place { case head, foot }

  private static func place(of line: PDFLine, in page: PDFPage) -> Place? {
    if line.bottom < page.height * margin { return .head }
    return line.top > page.height * (1 - margin) ? .foot : nil
  }

  /// The line that stands alone below the table that fills the page: a page number has no margin of its
  /// own where a sheet of cells was printed.
  private static func lineBelowTables(of page: PDFPage) -> Int? {
    guard let last = page.lines.indices.max(by: { page.lines[$0].top < page.lines[$1].top }),
      let bottom = page.tables.map(\.bottom).max(), page.lines[last].top > bottom,
      page.lines.indices.allSatisfy({
        $0 == last || page.lines[$0].bottom < page.lines[last].top
      })
    else { return nil }
    return last
  }

  private static func size(of page: PDFPage) -> String { "\(Int(page.width))x\(Int(page.height))" }

  /// What stands at the same place on many pages. Digits may differ only where they count the pages:
  /// «公开01表», «公开02表» are the numbers of tables. Nor is a table's unit or maker a running head,
  /// though it stands above each table; «2026年度部门预算公开», the report's name, is one.
  private static func key(_ line: PDFLine, in page: PDFPage) -> String? {
    guard place(of: line, in: page) != nil, line.glyphs.count <= PDFTolerances.longestRunningHead
    else { return nil }
    var text = line.text
    let words = ["单位：", "单位:", "编制", "部门：", "部门:", "元"]
    guard !words.contains(where: { ByteSearch.first(Array($0.utf8), in: text[...]) != nil }),
      !text.suffix(3).elementsEqual("表".utf8)
    else { return nil }
    if text.contains(0xE9), ByteSearch.first(Array("页".utf8), in: text[...]) != nil {
      text = text.map { (0x30...0x39).contains($0) ? UInt8(ascii: "#") : $0 }
    }
    return
      "\(size(of: page))/\(Int(line.baseline / PDFTolerances.samePlace))/"
      + String(decoding: text, as: UTF8.self)
  }

  /// «5», «- 5 -», «—5—», «第5页», «5/24» alone on the line, at the foot or head of the page.
  private static func isPageNumber(
    _ line: PDFLine, on page: PDFPage, _ offsets: [Int: Int]
  ) -> Bool {
    var digits = 0
    for glyph in line.glyphs {
      switch glyph.scalar {
      case "0"..."9": digits += 1
      case "-", "–", "—", "―", "－", "·", "•", "第", "页", "共", "/", "~", "|": break
      default: return false
      }
    }
    guard (1...7).contains(digits), line.glyphs.count <= PDFTolerances.longestPageNumber
    else { return false }
    // A bare number may be a figure that the end of a page tore off: it must count with others.
    if let offset = offset(of: line, on: page), offset != 0, offsets[offset, default: 0] < 2 {
      return false
    }
    // A lone figure of a table without lines stands among others; a page number stands alone.
    return !page.lines.contains {
      $0.baseline != line.baseline
        && abs($0.baseline - line.baseline) < line.size * PDFTolerances.neighbour
    }
  }

  /// «— 5 —» wherever the text of the page ends: no figure of a report is framed so.
  private static func isFramedNumber(
    _ line: PDFLine, on page: PDFPage, _ offsets: [Int: Int]
  ) -> Bool {
    guard let first = line.glyphs.first?.scalar, let last = line.glyphs.last?.scalar else {
      return false
    }
    let isFramed = frames.contains(first) && frames.contains(last) || first == "第"
    return isFramed && isPageNumber(line, on: page, offsets)
  }

  private static let frames: Set<Unicode.Scalar> = ["-", "–", "—", "―", "－"]

  /// By how much a bare number differs from the page's own; nil for anything else.
  private static func offset(of line: PDFLine, on page: PDFPage) -> Int? {
    guard line.glyphs.count <= PDFTolerances.longestBareNumber else { return nil }
    var number = 0
    for byte in line.text {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number - page.number
  }

  /// On how many pages the bare numbers at the edge differ so from the page's own.
  private static func offsets(of pages: [PDFPage]) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for page in pages {
      let below = lineBelowTables(of: page)
      let found = page.lines.indices
        .filter { $0 == below || place(of: page.lines[$0], in: page) != nil }
        .compactMap { offset(of: page.lines[$0], on: page) }
      for offset in Set(found) { counts[offset, default: 0] += 1 }
    }
    return counts
  }
}
