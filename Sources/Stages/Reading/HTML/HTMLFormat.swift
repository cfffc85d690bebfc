package import ValueModel

extension SourceFormat {
  /// HTML.
  package static let html = SourceFormat(rawValue: "html")
}

extension Format {
  /// HTML.
  static let html = Format(
    id: .html, title: "HTML", extensions: ["html", "htm"], sign: .text(isPage),
    read: HTMLReader.read)

  /// A page has one of the usual tags at its head, or any tag and the name of a page.
  private static func isPage(_ sample: TextSample) -> Bool {
    if sample.isWebArchive { return false }
    let tags = ["<!doctype html", "<html", "<head", "<body", "<table", "<p>", "<p ", "<div"]
    return tags.contains { sample.headContains($0) }
      || ["html", "htm", "xhtml", "shtml"].contains(sample.fileExtension) && sample.contains("</")
  }
}

extension NoticeCode {
  /// A page links to a document.
  static let attachment = NoticeCode(rawValue: "html.attachment")
}
