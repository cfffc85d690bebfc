package import ValueModel

extension SourceFormat {
  /// DOCX of Word, WPS or LibreOffice.
  package static let docx = SourceFormat(rawValue: "docx")
}

extension Format {
  /// DOCX.
  static let docx = Format(
    id: .docx, title: "DOCX", extensions: ["docx"],
    sign: .entries { names in
      names.contains { $0.hasPrefix("word/") } && names.contains("[Content_Types].xml")
    },
    read: DocxReader.read)
}
