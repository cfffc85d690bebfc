import DocumentModel
import MappingModel
import ReportModel

/// Reads the list of the official statements: «一、《收入支出决算总表》».
enum StatementListMapper {
  static func statement(_ paragraph: ListEntry, context: inout MappingContext) -> Statement? {
    context.ledger.noteQuoted(paragraph.leaf)
    let text = context.normalized.text
    var range = paragraph.range
    if let open = ByteSearch.firstRange(of: Array("《".utf8), in: range, of: text),
      let close = ByteSearch.firstRange(
        of: Array("》".utf8), in: open.upperBound..<range.upperBound, of: text)
    {
      range = open.upperBound..<close.lowerBound
    }
    guard text[range].reversed().starts(with: "表".utf8.reversed()) else { return nil }
    let title = Array(text[range])
    var best: (length: Int, id: String)?
    for rule in context.layout.statements {
      for known in rule.titles {
        let bytes = Array(known.utf8)
        if bytes.count > best?.length ?? 0, ByteSearch.contains(bytes, in: title) {
          best = (bytes.count, rule.id)
        }
      }
    }
    let source = context.reference(in: paragraph.leaf, normalizedRange: range)
    return Statement(
      id: best?.id, title: LabelText.onOneLine(source.textWithLineFeeds), source: source)
  }
}
