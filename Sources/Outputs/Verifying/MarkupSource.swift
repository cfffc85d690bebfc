internal import OutputReading
internal import TextLibraries

/// Markup: the text of the elements at paths, gathered in one pass.
struct MarkupSource: OriginalText {
  private let texts: [String: [Passage]]

  init(_ texts: [String: PathTexts.Text]) {
    self.texts = texts.mapValues { text in
      let all = String(decoding: text.all, as: UTF8.self).unicodeScalars
      guard text.all != text.plain else { return [Passage(all)] }
      return [Passage(String(decoding: text.plain, as: UTF8.self).unicodeScalars), Passage(all)]
    }
  }

  func passages(at place: Output.Place) -> [Passage] {
    place.path.flatMap { texts[$0] } ?? []
  }
}

extension MarkupSource {
  /// The paragraphs and cells of a DOCX by their paths («word/document.xml#/body/p[3]»).
  init?(docx bytes: [UInt8], paths: Set<String>) {
    guard let archive = try? ZipArchive(bytes) else { return nil }
    var texts: [String: PathTexts.Text] = [:]
    let parts = Set(paths.compactMap { $0.split(separator: "#").first.map(String.init) })
    for part in parts {
      let gathered = PathTexts(wanted: paths, style: .docx(part: part))
      // A part that breaks off still gives the texts before the break.
      guard (try? archive.parse(part, into: gathered)) != nil else { return nil }
      texts.merge(gathered.texts) { first, _ in first }
    }
    self.init(texts)
  }

  /// The elements of a page by their paths.
  init?(html bytes: [UInt8], encoding: String, paths: Set<String>) {
    var text = bytes
    if encoding != "UTF-8" {
      // Safe: borrowed for the closure.
      let decoded = bytes.withUnsafeBufferPointer { CharsetConverter.scalars($0, in: encoding) }
      guard let decoded else { return nil }
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: decoded)
      text = Array(String(scalars).utf8)
    }
    let gathered = PathTexts(wanted: paths, style: .html)
    let stream = HTMLStream(handler: gathered)
    // Safe: borrowed for the closure, in which the parse ends.
    let holds = text.withUnsafeBufferPointer { buffer in
      stream.feed(buffer) && stream.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    }
    guard holds else { return nil }
    self.init(gathered.texts)
  }
}
