package import OutputReading
import TextLibraries

/// Proves what an output claims of its source, place by place.
package struct Proof: Sendable {
  package var claims = 0
  package var proved = 0
  package var failures: [Failure] = []

  /// A claim that the source does not bear out.
  package struct Failure: Sendable {
    package var pointer: String
    package var quoted: String
    /// What stands at the place instead; nil where there is no such place.
    package var found: String?
    package var why: Why
  }

  package enum Why: String, Sendable {
    /// The place holds another text.
    case text
    /// The text says another value.
    case value
    /// There is no such place.
    case place
    /// The file is not the one that was converted.
    case file
  }

  package init() {}

  /// Proves all claims of an output against a source.
  package static func prove(_ output: OutputTree, against bytes: [UInt8]) -> Proof {
    let source = output["report"]?["source"]
    let claims = Claim.all(in: output)
    var proof = Proof()
    if let expected = source?["sha256"]?.text, expected != Digest(of: bytes).hexadecimal {
      proof.failures.append(
        Failure(pointer: "/report/source/sha256", quoted: expected, found: nil, why: .file))
    }
    let format = source?["format"]?.text ?? ""
    let reader = reader(format, bytes, source?["encoding"]?.text, claims)
    for claim in claims {
      proof.claims += 1
      guard let found = reader?.text(at: claim.place) else {
        proof.failures.append(
          Failure(pointer: claim.pointer, quoted: claim.place.text, found: nil, why: .place))
        continue
      }
      let stands =
        squeezed(found).contains(squeezed(claim.place.text))
        || format == "xlsx" && StoredNumber.prints(found, as: claim.place.text)
      if !stands {
        proof.failures.append(
          Failure(
            pointer: claim.pointer, quoted: claim.place.text,
            found: String(found.prefix(80)), why: .text))
      } else if let value = claim.value, !PrintedNumber.says(value, in: claim.place.text) {
        proof.failures.append(
          Failure(
            pointer: claim.pointer, quoted: claim.place.text, found: "\(value)", why: .value))
      } else {
        proof.proved += 1
      }
    }
    return proof
  }

  private static func reader(
    _ format: String, _ bytes: [UInt8], _ encoding: String?, _ claims: [Claim]
  ) -> (any SourceText)? {
    let paths = Set(claims.compactMap(\.place.path))
    switch format {
    case "txt": return PlainSource(bytes: bytes, encoding: encoding ?? "UTF-8")
    case "docx": return MarkupSource(docx: bytes, paths: paths)
    case "html": return MarkupSource(html: bytes, encoding: encoding ?? "UTF-8", paths: paths)
    case "xlsx": return SpreadsheetSource(bytes)
    case "pdf": return PageSource(bytes)
    default: return nil
    }
  }

  /// Without white space, which readers join and break, and in one normalization form.
  private static func squeezed(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter {
          !$0.properties.isWhitespace && $0 != "\u{200B}" && $0 != "\u{FEFF}"
        }))
  }
}

extension MarkupSource {
  /// The paragraphs and cells of a DOCX by their paths («word/document.xml#/body/p[3]»).
  init?(docx bytes: [UInt8], paths: Set<String>) {
    guard let archive = try? ZipArchive(bytes) else { return nil }
    var texts: [String: String] = [:]
    let parts = Set(paths.compactMap { $0.split(separator: "#").first.map(String.init) })
    for part in parts {
      let gathered = PathTexts(wanted: paths, style: .docx(part: part))
      let stream = XMLStream(handler: gathered)
      do {
        var holds = true
        try archive.read(part, limit: 256 << 20) { chunk in
          do { try stream.feed(chunk) } catch { holds = false }
          return holds
        }
        try stream.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
      } catch { return nil }
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
    let holds = text.withUnsafeBufferPointer { buffer in
      stream.feed(buffer) && stream.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    }
    guard holds else { return nil }
    self.init(texts: gathered.texts.mapValues { String(decoding: $0, as: UTF8.self) })
  }
}
