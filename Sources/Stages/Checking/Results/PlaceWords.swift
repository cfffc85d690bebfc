internal import ReportModel

/// Where a figure stands, in words.
enum PlaceWords {
  /// In Chinese: 第139行, 第3页第2行第4列.
  static func zh(_ source: SourceReference) -> String {
    if let line = source.line { return "第\(line)行" }
    if let page = source.page { return "第\(page)页" + cell(source, "第", "行第", "列") }
    if let sheet = source.sheet, let cell = source.cell { return "\(sheet)!\(cell)" }
    return "第\(source.block + 1)块" + cell(source, "第", "行第", "列")
  }

  /// In English: line 139, page 3 row 2 column 4.
  static func en(_ source: SourceReference) -> String {
    if let line = source.line { return "line \(line)" }
    if let page = source.page { return "page \(page)" + cell(source, " row ", " column ", "") }
    if let sheet = source.sheet, let cell = source.cell { return "\(sheet)!\(cell)" }
    return "block \(source.block + 1)" + cell(source, " row ", " column ", "")
  }

  private static func cell(
    _ source: SourceReference, _ row: String, _ column: String, _ end: String
  ) -> String {
    guard let r = source.row, let c = source.column else { return "" }
    return "\(row)\(r + 1)\(column)\(c + 1)\(end)"
  }
}
