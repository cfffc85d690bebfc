package import DocumentModel
import TextLibraries

/// Reads Word documents (OOXML): streamed inflation into a streaming XML parse, no tree of the whole.
package enum DocxReader {
  /// What all parts together may unpack to. Real reports stay far below; more is a bomb, whatever
  /// its headers declare. One budget for all, since entries can share the same packed bytes.
  private static func budget(forFileOf size: Int) -> Int {
    min(256 << 20, max(64 << 20, 50 * size))
  }

  /// - Throws: `damaged`, `refused` or `limitExceeded` with the part's name.
  package static func read(_ bytes: [UInt8]) throws(ReadError) -> Document {
    let archive: ZipArchive
    do {
      archive = try ZipArchive(bytes)
    } catch {
      throw .damaged(what: "the ZIP container is cut off or broken", place: "the end of the file")
    }
    var budget = budget(forFileOf: bytes.count)
    let main = try mainPart(of: archive, budget: &budget)
    let folder = main.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let styles = DocxStyles()
    try parse(
      folder + "styles.xml", of: archive, with: XMLStream(elements: styles), budget: &budget)
    let numbering = DocxNumbering()
    try parse(
      folder + "numbering.xml", of: archive, with: XMLStream(handler: numbering), budget: &budget)
    let body = DocxBody(part: main, styles: styles, numbering: numbering, region: .body)
    var collector = try parse(main, of: archive, into: body, isRequired: true, budget: &budget)
    for (name, region) in sideParts(of: archive, folder: folder) {
      let side = DocxBody(
        part: name, styles: styles, numbering: numbering, region: region, collector: collector)
      collector = try parse(name, of: archive, into: side, isRequired: false, budget: &budget)
    }
    let document = try collector.finish()
    guard document.blocks.contains(where: { $0.region == .body }) else { throw .empty }
    return document
  }

  /// Footnotes, headers and footers, each in name order.
  private static func sideParts(
    of archive: ZipArchive, folder: String
  ) -> [(String, Block.Region)] {
    archive.names.sorted().compactMap { name in
      guard name.hasPrefix(folder), name.hasSuffix(".xml") else { return nil }
      let file = name.dropFirst(folder.count)
      if file == "footnotes.xml" || file == "endnotes.xml" { return (name, .footnote) }
      if file.hasPrefix("header") { return (name, .header) }
      if file.hasPrefix("footer") { return (name, .footer) }
      return nil
    }
  }

  /// The part that the package's relations name as the document.
  private static func mainPart(
    of archive: ZipArchive, budget: inout Int
  ) throws(ReadError) -> String {
    let relations = DocxRelations()
    try parse(
      "_rels/.rels", of: archive, with: XMLStream(handler: relations), budget: &budget)
    return relations.document ?? "word/document.xml"
  }

  /// Parses a part that holds text; the collector with what was found.
  private static func parse(
    _ name: String, of archive: ZipArchive, into body: DocxBody, isRequired: Bool,
    budget: inout Int
  ) throws(ReadError) -> MarkupCollector {
    let events = DocxBodyEvents(body)
    try parse(
      name, of: archive, with: XMLStream(elements: events), isRequired: isRequired, budget: &budget
    ) { events.body.isOverLimit }
    if let error = events.body.error { throw error }
    return events.body.finished
  }

  private static func parse(
    _ name: String, of archive: ZipArchive, with stream: XMLStream, isRequired: Bool = false,
    budget: inout Int, isOverLimit: () -> Bool = { false }
  ) throws(ReadError) {
    var failure: XMLStreamError?
    func feed(_ chunk: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Bool {
      do throws(XMLStreamError) {
        try stream.feed(chunk, isLast: isLast)
        // Behind a limit, reading on would only cost time.
        return !isOverLimit()
      } catch {
        failure = error
        return false
      }
    }
    var unpacked = 0
    defer { budget -= unpacked }
    do throws(ZipError) {
      try archive.read(name, limit: budget) {
        unpacked += $0.count
        return feed($0, isLast: false)
      }
    } catch {
      if error == .noEntry, !isRequired { return }
      throw readError(error, part: name)
    }
    if isOverLimit() { return }
    // Safe: empty.
    if failure == nil { _ = feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true) }
    if let failure { throw failure.readError(part: name) }
  }

  private static func readError(_ error: ZipError, part: String) -> ReadError {
    switch error {
    case .noEntry:
      .damaged(
        what: "the part that holds the text is missing; this is no Word document", place: part)
    case .encrypted: .refused(what: "encryption; save the document without a password", place: part)
    case .tooLarge(let limit):
      .limitExceeded(
        what: "the unpacked size of all parts, reached in \(part)", limit: "\(limit >> 20) MB left")
    case .notAnArchive, .damaged: .damaged(what: "the packed data is broken", place: part)
    case .outOfMemory: .limitExceeded(what: "memory for \(part)", limit: "what is free")
    }
  }
}

/// `_rels/.rels`: which part is the document.
final class DocxRelations: MarkupEventHandler {
  private(set) var document: String?

  func start(_ name: String, attributes: MarkupAttributes) {
    guard name == "Relationship", attributes["Type"]?.hasSuffix("/officeDocument") ?? false,
      let target = attributes["Target"]
    else { return }
    document = target.hasPrefix("/") ? String(target.dropFirst()) : target
  }

  func end(_ name: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
