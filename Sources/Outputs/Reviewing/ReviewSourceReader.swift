internal import DocumentModel
internal import Reading
internal import ReportModel

/// The source of one output, read again for its page.
struct ReviewSourceReader {
  /// Nil where there is nothing but what the output quotes, and nothing to say of it.
  private(set) var text: SourceText?
  /// Whether the source was found and read.
  private(set) var isThere = false
  /// Why there is none.
  private(set) var remark = SourceText.Note.quotesOnly
  private var pages: ReviewPages?

  /// Looks for the source of the output at `relative` below its folder.
  init(_ report: JSONTree, relative: String, sources: ReviewSources?) {
    let identity = report["report"]?["source"]
    guard let sources, let name = identity?["file"]?.text, let sha256 = identity?["sha256"]?.text
    else { return }
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
    var text = SourceText(document)
    if document.format == .pdf, let pages = ReviewPages(bytes) {
      self.pages = pages
      text.pages = pages.pages(of: document, marking: ReportPlaces.paragraphs(in: report))
    }
    self.text = text
    isThere = true
  }

  /// The same with pictures of the pages that take at most `room` bytes; nil where it has no pages.
  func text(withPicturesIn room: Int) -> SourceText? {
    guard let pages, var text else { return nil }
    let pictures = pages.pictures(room: max(0, room))
    for index in text.pages.indices {
      text.pages[index].picture = pictures[text.pages[index].number]
    }
    let without = text.pages.count { $0.picture == nil }
    if without > 0 { text.notes.append(.pagesWithoutPicture(without)) }
    return text
  }
}
