package import ValueModel

extension SourceFormat {
  /// PDF.
  package static let pdf = SourceFormat(rawValue: "pdf")
}

extension Format {
  /// PDF; its header may stand anywhere in the first kilobyte.
  static let pdf = Format(
    id: .pdf, title: "PDF", extensions: ["pdf"],
    sign: .bytes { TextSample.contains("%PDF-", in: $0.prefix(1024)) }, read: PDFReader.read)
}
