import TextLibraries

/// The line of a page that tells when and by whom it was published, which is no text of the report.
enum HTMLPublicationLine {
  private static let marks = ["发布时间", "发布日期", "浏览次数", "字体大小", "责任编辑"].map {
    Array($0.utf8)
  }

  /// «发布时间:2025-09-10 来源:某局 浏览次数:123», without its white space.
  static func isOne(_ text: [UInt8]) -> Bool {
    text.count < 400 && marks.contains { ByteSearch.first($0, in: text[...]) != nil }
  }
}
