import DocumentModel
import MappingModel
import PhraseModel
import ReportModel

/// Reads the list of the official statements: «一、《收入支出决算总表》».
enum StatementListMapper {
  static func statement(
    _ paragraph: ListEntry, vocabulary: LayoutVocabulary, context: inout MappingContext
  ) -> Statement? {
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
    let title = text[range].filter { $0 != 0x20 }
    let reading = PhraseComposer(vocabulary.words).reading(of: title, in: title.indices)
    let rule = TableTitle.statement(
      titled: title, reading.features, context.layout, vocabulary.terms)
    let source = context.reference(in: paragraph.leaf, normalizedRange: range)
    var statement = Statement(
      id: rule?.id, title: LabelText.onOneLine(source.textWithLineFeeds), source: source)
    statement.fund = vocabulary.terms.fund(of: reading.features)
    statement.aspect = vocabulary.terms.aspect(of: reading.features)
    return statement
  }
}
