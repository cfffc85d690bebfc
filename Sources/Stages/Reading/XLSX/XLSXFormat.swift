package import ValueModel

extension SourceFormat {
  /// XLSX of Excel, WPS or LibreOffice.
  package static let xlsx = SourceFormat(rawValue: "xlsx")
}

extension Format {
  /// XLSX.
  static let xlsx = Format(
    id: .xlsx, title: "XLSX", extensions: ["xlsx"],
    sign: .entries { $0.contains { $0.hasPrefix("xl/") } }, read: XLSXReader.read)
}
