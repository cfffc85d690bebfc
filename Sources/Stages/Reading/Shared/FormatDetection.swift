package import DocumentModel
internal import TextLibraries

/// Tells what a file is by its content; the name decides only where the content leaves a choice.
package enum FormatDetection {
  /// The format of a file, or why no reader takes it: what it looks like and what to do.
  package static func detect(
    _ bytes: [UInt8], fileName: String
  ) throws(ReadError) -> SourceFormat {
    if bytes.isEmpty { throw .empty }
    let name = fileName.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let fileExtension =
      name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
    if name.hasPrefix("~$") || isOwnerLock(bytes) {
      throw .unsupportedFormat(
        what: "the lock file that an office program leaves beside an open document",
        remedy: "give the document itself (the file whose name has no «~$»)")
    }
    if ZipContents.isZip(bytes) { return try ZipContents.format(of: bytes) }
    // The header of a PDF may stand anywhere in the first kilobyte.
    if contains("%PDF-", in: bytes.prefix(1024)) { return .pdf }
    if let signature = FileSignature.all.first(where: { bytes.starts(with: $0.bytes) }) {
      throw .unsupportedFormat(what: signature.what, remedy: signature.remedy)
    }
    let decoded = try TextDecoding.decode(Array(bytes.prefix(sampleLength(of: bytes))))
    return try textFormat(decoded.text, fileExtension: fileExtension)
  }

  /// HTML or plain text, by the beginning of the text.
  private static func textFormat(
    _ text: [UInt8], fileExtension: String
  ) throws(ReadError) -> SourceFormat {
    // Marks of a format stand here at the latest, in whatever letter case.
    let head = lowercased(text.prefix(8192))
    if head.starts(with: "version https://git-lfs.github.com/".utf8) {
      throw .unsupportedFormat(
        what: "a pointer of git-lfs, not the file itself",
        remedy: "fetch the real file with «git lfs pull»")
    }
    if ["pdf", "docx", "xlsx", "doc", "xls", "wps", "et", "ofd", "pptx", "zip", "rtf"]
      .contains(fileExtension)
    {
      let all = lowercased(text[...])
      let isPage = contains("<html", in: all[...]) || contains("<table", in: all[...])
      throw .unsupportedFormat(
        what: "\(isPage ? "HTML" : "plain text") under the name of a .\(fileExtension) file",
        remedy: "get the real file again (a failed download often leaves such a file); if this is "
          + "the report, name it .\(isPage ? "html" : "txt")")
    }
    if ["json", "yaml", "yml", "csv", "js", "css"].contains(fileExtension) {
      throw .unsupportedFormat(
        what: "a .\(fileExtension) file",
        remedy: "give the report as .pdf, .docx, .xlsx, .html or .txt")
    }
    if contains("mime-version:", in: head.prefix(2048)),
      contains("content-type: multipart/related", in: head.prefix(4096))
    {
      throw .unsupportedFormat(
        what: "a web archive (MHTML)", remedy: "open it in a browser and save it as .html")
    }
    let tags = ["<!doctype html", "<html", "<head", "<body", "<table", "<p>", "<p ", "<div"]
    if tags.contains(where: { contains($0, in: head[...]) }) { return .html }
    if ["html", "htm", "xhtml", "shtml"].contains(fileExtension), contains("</", in: text[...]) {
      return .html
    }
    if head.starts(with: "<?xml".utf8) {
      throw .unsupportedFormat(
        what: "XML that is neither DOCX nor HTML",
        remedy: "open it in the program that wrote it and save it as .docx or .html")
    }
    if let first = text.first(where: { $0 > 0x20 }), first == 0x7B, contains("\":", in: text[...]) {
      throw .unsupportedFormat(
        what: "JSON", remedy: "give the report as .pdf, .docx, .xlsx, .html or .txt")
    }
    return .txt
  }

  /// Enough to know the encoding, ended behind a line so that no character is cut.
  private static func sampleLength(of bytes: [UInt8]) -> Int {
    let limit = 65_536
    guard bytes.count > limit else { return bytes.count }
    let end = bytes[..<limit].lastIndex(of: 0x0A).map { $0 + 1 } ?? limit
    // A line feed of UTF-16 takes two bytes; an even length never cuts one.
    return max(2, end - end % 2)
  }

  /// Office's owner file: 54 or 55 bytes of name and the name again in UTF-16, 162 or 165 in all.
  private static func isOwnerLock(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 165 || bytes.count == 162, let length = bytes.first else { return false }
    return (1...54).contains(length)
      && bytes.dropFirst(Int(length) + 1).prefix(54 - Int(length))
        .allSatisfy { $0 == 0x20 || $0 == 0 }
  }

  private static func lowercased(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func contains(_ needle: String, in text: ArraySlice<UInt8>) -> Bool {
    ByteSearch.first(Array(needle.utf8), in: text) != nil
  }
}

/// The first bytes of a format that no reader exists for.
struct FileSignature {
  let bytes: [UInt8]
  let what: String
  let remedy: String

  private static let unpack = "unpack it and give the report inside"
  private static let picture =
    "give the report as .pdf, .docx, .xlsx, .html or .txt; pictures have no text to read"

  static let all: [FileSignature] = [
    FileSignature(
      bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      what: "an OLE2 compound file (.doc, .xls, .wps or .et of the old binary kind)",
      remedy: "save it as .docx or .xlsx, e.g. «soffice --headless --convert-to docx FILE»"),
    FileSignature(
      bytes: Array("{\\rtf".utf8), what: "RTF",
      remedy: "save it as .docx, e.g. «soffice --headless --convert-to docx FILE»"),
    FileSignature(bytes: [0x1F, 0x8B], what: "a gzip archive", remedy: unpack),
    FileSignature(bytes: Array("Rar!".utf8), what: "a RAR archive", remedy: unpack),
    FileSignature(
      bytes: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], what: "a 7z archive", remedy: unpack),
    FileSignature(bytes: [0x89, 0x50, 0x4E, 0x47], what: "a PNG picture", remedy: picture),
    FileSignature(bytes: [0xFF, 0xD8, 0xFF], what: "a JPEG picture", remedy: picture),
    FileSignature(bytes: Array("GIF8".utf8), what: "a GIF picture", remedy: picture),
    FileSignature(bytes: [0x49, 0x49, 0x2A, 0x00], what: "a TIFF picture", remedy: picture),
    FileSignature(bytes: [0x4D, 0x4D, 0x00, 0x2A], what: "a TIFF picture", remedy: picture),
  ]
}
