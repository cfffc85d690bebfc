/// A kind of file that no reader exists for, and that people give all the same: known so that the
/// error can say what it is and what to do instead.
struct UnsupportedFormat {
  /// What tells its files from others.
  let sign: FormatSign
  /// Names that promise it; text under such a name is a failed download.
  var extensions: [String] = []
  /// What the error calls it.
  let what: String
  let remedy: String

  /// Endings of files that hold data or settings, never a report.
  static let dataExtensions = ["json", "yaml", "yml", "csv", "js", "css"]

  private static let convertToDocx =
    "save it as .docx, e.g. «soffice --headless --convert-to docx FILE»"
  private static let convertToOffice =
    "save it as .docx or .xlsx, e.g. «soffice --headless --convert-to docx FILE»"
  private static let unpack = "unpack it and give the report inside"
  private static let picture = Formats.remedy + "; pictures have no text to read"

  /// An archive whose names no other kind knows.
  static func archive(of names: [String]) -> UnsupportedFormat {
    let shown = names.prefix(3).joined(separator: ", ")
    return UnsupportedFormat(
      sign: .entries { _ in true }, what: "a ZIP archive (\(shown.isEmpty ? "empty" : shown))",
      remedy: unpack)
  }

  /// In the order in which their signs are looked for, where no format has taken the file.
  static let all: [UnsupportedFormat] = [
    // Archives.
    UnsupportedFormat(
      sign: .entries { $0.contains("OFD.xml") }, extensions: ["ofd"],
      what: "OFD, which is not read yet", remedy: Formats.remedy),
    UnsupportedFormat(
      sign: .entries { $0.contains { $0.hasPrefix("ppt/") } }, extensions: ["pptx"],
      what: "a PowerPoint presentation", remedy: Formats.remedy),
    UnsupportedFormat(
      sign: .entries { $0.contains("META-INF/manifest.xml") && $0.contains("content.xml") },
      what: "an OpenDocument file", remedy: convertToDocx),

    // By their first bytes.
    UnsupportedFormat(
      sign: .beginning(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
      extensions: ["doc", "xls", "wps", "et"],
      what: "an OLE2 compound file (.doc, .xls, .wps or .et of the old binary kind)",
      remedy: convertToOffice),
    UnsupportedFormat(
      sign: .beginning(with: Array("{\\rtf".utf8)), extensions: ["rtf"], what: "RTF",
      remedy: convertToDocx),
    UnsupportedFormat(
      sign: .beginning(with: [0x1F, 0x8B]), what: "a gzip archive", remedy: unpack),
    UnsupportedFormat(
      sign: .beginning(with: Array("Rar!".utf8)), what: "a RAR archive", remedy: unpack),
    UnsupportedFormat(
      sign: .beginning(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), what: "a 7z archive",
      remedy: unpack),
    UnsupportedFormat(
      sign: .beginning(with: [0x89, 0x50, 0x4E, 0x47]), what: "a PNG picture", remedy: picture),
    UnsupportedFormat(
      sign: .beginning(with: [0xFF, 0xD8, 0xFF]), what: "a JPEG picture", remedy: picture),
    UnsupportedFormat(
      sign: .beginning(with: Array("GIF8".utf8)), what: "a GIF picture", remedy: picture),
    UnsupportedFormat(
      sign: .beginning(with: [0x49, 0x49, 0x2A, 0x00]), what: "a TIFF picture", remedy: picture),
    UnsupportedFormat(
      sign: .beginning(with: [0x4D, 0x4D, 0x00, 0x2A]), what: "a TIFF picture", remedy: picture),

    // By how their text begins.
    UnsupportedFormat(
      sign: .text(\.isWebArchive), what: "a web archive (MHTML)",
      remedy: "open it in a browser and save it as .html"),
    UnsupportedFormat(
      sign: .text { $0.begins(with: "<?xml") }, what: "XML that is neither DOCX nor HTML",
      remedy: "open it in the program that wrote it and save it as .docx or .html"),
    UnsupportedFormat(
      sign: .text { $0.text.first { $0 > 0x20 } == UInt8(ascii: "{") && $0.contains("\":") },
      what: "JSON", remedy: Formats.remedy),
  ]
}

extension TextSample {
  /// A page with its pictures in one file, as browsers save it; the page in it is encoded.
  var isWebArchive: Bool {
    headContains("mime-version:", within: 2048)
      && headContains("content-type: multipart/related", within: 4096)
  }
}
