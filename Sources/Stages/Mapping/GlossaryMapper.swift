import DocumentModel
import ReportModel

/// Reads «term:definition» paragraphs.
enum GlossaryMapper {
  private static let separators = [":", "是指", "指"].map { Array($0.utf8) }
  /// Longer texts before a separator are sentences, not terms (in bytes: 40 characters).
  private static let longestTerm = 120

  static func entry(_ paragraph: ListEntry, context: inout MappingContext) -> GlossaryEntry? {
    context.ledger.noteQuoted(paragraph.leaf)
    let text = context.normalized.text
    for separator in separators {
      guard
        let found = ByteSearch.firstRange(of: separator, in: paragraph.range, of: text),
        found.lowerBound > paragraph.range.lowerBound,
        found.lowerBound - paragraph.range.lowerBound <= longestTerm,
        found.upperBound < paragraph.range.upperBound
      else { continue }
      let definition = (separator.count == 1 ? found.upperBound : found.lowerBound)
      let source = context.reference(in: paragraph.leaf, normalizedRange: paragraph.range)
      let term = context.original(
        in: paragraph.leaf, paragraph.range.lowerBound..<found.lowerBound)
      return GlossaryEntry(
        term: QuoteBalance.closed(term),
        definition: context.original(in: paragraph.leaf, definition..<paragraph.range.upperBound),
        source: source)
    }
    return nil
  }
}

/// Quotation marks are dropped in the matching form, so that a range that begins or ends with a
/// quoted word leaves the mark outside.
enum QuoteBalance {
  /// Adds the opening mark whose closing one is in the text without it.
  static func closed(_ text: String) -> String {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "“", "『", "「", "‘": return text
      case "”": return "“" + text
      case "』": return "『" + text
      case "」": return "「" + text
      case "’": return "‘" + text
      default: break
      }
    }
    return text
  }
}
