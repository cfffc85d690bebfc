import DocumentModel
import Reading
import TestSupport

/// The readers. What they throw is an answer; what they give must hold together.
enum ReaderFuzzing {
  static func text(_ bytes: [UInt8]) {
    check(bytes) { input throws(ReadError) in try TextReader.read(input) }
  }

  static func page(_ bytes: [UInt8]) {
    check(bytes) { input throws(ReadError) in try HTMLReader.read(input) }
  }

  static func portableDocument(_ bytes: [UInt8]) {
    check(bytes) { input throws(ReadError) in try PDFReader.read(input) }
  }

  /// A container as it is, or its parts, which the target packs: so that the fuzzer works on the markup.
  static func wordDocument(_ bytes: [UInt8]) {
    check(container(bytes, ["word/document.xml", "word/styles.xml", "word/numbering.xml"])) {
      input throws(ReadError) in try DocxReader.read(input)
    }
  }

  static func workbook(_ bytes: [UInt8]) {
    let parts = ["xl/worksheets/s.xml", "xl/t.xml", "xl/y.xml", "xl/workbook.xml"]
    check(container(bytes, parts, WorkbookParts.fixed)) { input throws(ReadError) in
      try XLSXReader.read(input)
    }
  }

  private static func check(
    _ bytes: [UInt8], _ read: ([UInt8]) throws(ReadError) -> Document
  ) {
    do throws(ReadError) {
      DocumentProperties.check(try read(bytes), sourceSize: bytes.count)
    } catch {
      check(error)
    }
    // What the detection makes of it must be an answer, too.
    _ = try? FormatDetection.detect(bytes, fileName: "report.docx")
    _ = try? FormatDetection.detect(bytes, fileName: "report")
  }

  /// An error names what is wrong.
  private static func check(_ error: ReadError) {
    switch error {
    case .empty: break
    case .unsupportedFormat(let what, let remedy):
      require(!what.isEmpty && !remedy.isEmpty, "an error without words")
    case .damaged(let what, let place), .refused(let what, let place):
      require(!what.isEmpty && !place.isEmpty, "an error without words")
    case .limitExceeded(let what, let limit):
      require(!what.isEmpty && !limit.isEmpty, "an error without words")
    }
  }

  /// The parts of an input stand one after the other, a form feed between them.
  private static func container(
    _ bytes: [UInt8], _ names: [String], _ fixed: [(name: String, bytes: [UInt8])] = []
  ) -> [UInt8] {
    if bytes.starts(with: [0x50, 0x4B]) { return bytes }
    let pieces = bytes.split(separator: 0x0C, maxSplits: names.count - 1)
    let parts = zip(names, pieces).map { (name: $0, bytes: Array($1)) }
    let given = Set(parts.map(\.name))
    return StoredZip.archive(bytes: fixed.filter { !given.contains($0.name) } + parts)
  }
}

/// The parts of a workbook that only lead to others.
enum WorkbookParts {
  private static let kind =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  static let fixed: [(name: String, bytes: [UInt8])] = [
    (
      "_rels/.rels",
      Array(
        "<Relationships><Relationship Id='w' Type='\(kind)officeDocument' Target='xl/workbook.xml'/></Relationships>"
          .utf8)
    ),
    (
      "xl/_rels/workbook.xml.rels",
      Array(
        ("<Relationships><Relationship Id='r0' Type='\(kind)worksheet' Target='worksheets/s.xml'/>"
          + "<Relationship Id='t' Type='\(kind)sharedStrings' Target='t.xml'/>"
          + "<Relationship Id='y' Type='\(kind)styles' Target='y.xml'/></Relationships>").utf8)
    ),
    (
      "xl/workbook.xml",
      Array("<workbook><sheets><sheet name='s' id='r0'/></sheets></workbook>".utf8)
    ),
    ("xl/t.xml", Array("<sst/>".utf8)), ("xl/y.xml", Array("<styleSheet/>".utf8)),
  ]
}
