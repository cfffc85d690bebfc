internal import DocumentModel
internal import OutputReading
internal import Reading

/// The source of one output, read again for its page.
struct ReviewSourceReader {
  /// Nil where there is nothing but what the output quotes, and nothing to say of it.
  private(set) var shown: ShownSource?
  /// Whether the source was found and read.
  private(set) var isThere = false
  /// Why there is none.
  private(set) var remark = ShownSource.Note.quotesOnly
  private var pages: ReviewPages?

  /// Looks for the source of the output at `relative` below its folder.
  init(_ output: Output, relative: String, sources: ReviewSources?) {
    let source = output.identity.source
    guard let sources, let name = source.file, let sha256 = source.sha256 else { return }
    let bytes: [UInt8]
    switch sources.bytes(for: relative, named: name, sha256: sha256) {
    case .file(let found): bytes = found
    case .otherFile:
      remark = .differentFile
      return
    case .none: return
    }
    guard let document = try? Formats.read(bytes, named: name) else {
      remark = .unreadable
      return
    }
    var shown = ShownSource(document)
    if document.format == .pdf, let pages = ReviewPages(bytes) {
      self.pages = pages
      shown.pages = pages.pages(of: document, marking: ReportPlaces.paragraphs(in: output))
    }
    self.shown = shown
    isThere = true
  }

  /// The same with pictures of the pages that take at most `room` bytes; nil where it has no pages.
  func shown(withPicturesIn room: Int) -> ShownSource? {
    guard let pages, var shown else { return nil }
    let pictures = pages.pictures(room: max(0, room))
    for index in shown.pages.indices {
      shown.pages[index].picture = pictures[shown.pages[index].number]
    }
    let without = shown.pages.count { $0.picture == nil }
    if without > 0 { shown.notes.append(.pagesWithoutPicture(without)) }
    return shown
  }
}
