internal import TextLibraries

extension MarkupSource {
  /// The paragraphs and cells of a DOCX by their paths («word/document.xml#/body/p[3]»).
  init?(docx bytes: [UInt8], paths: Set<String>) {
    guard let archive = try? ZipArchive(bytes) else { return nil }
    var texts: [String: String] = [:]
    let parts = Set(paths.compactMap { $0.split(separator: "#").first.map(String.init) })
    for part in parts {
      let gathered = PathTexts(wanted: paths, style: .docx(part: part))
      // A part that breaks off still gives the texts before the break.
      guard (try? archive.parse(part, into: gathered)) != nil else { return nil }
      for (path, text) in gathered.texts { texts[path] = String(decoding: text, as: UTF8.self) }
    }
    self.init(texts: texts)
  }

  /// The elements of a page by their paths.
  init?(html bytes: [UInt8], encoding: String, paths: Set<String>) {
    var text = bytes
    if encoding != "UTF-8" {
      guard let converter = CharsetConverter(encoding) else { return nil }
      var scalars = String.UnicodeScalarView()
      // Safe: borrowed for the closure; the converter stops at the count.
      bytes.withUnsafeBufferPointer { buffer in
        var offset = 0
        while true {
          switch converter.next(buffer, at: &offset) {
          case .character(let code): if let scalar = Unicode.Scalar(code) { scalars.append(scalar) }
          case .invalid: scalars.append("\u{FFFD}")
          case .end: return
          }
        }
      }
      text = Array(String(scalars).utf8)
    }
    let gathered = PathTexts(wanted: paths, style: .html)
    let stream = HTMLStream(handler: gathered)
    // Safe: borrowed for the closure, in which the parse ends.
    let holds = text.withUnsafeBufferPointer { buffer in
      stream.feed(buffer) && stream.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    }
    guard holds else { return nil }
    self.init(texts: gathered.texts.mapValues { String(decoding: $0, as: UTF8.self) })
  }
}
