import DocumentModel
import ReportModel

/// Reads the institution's functions and divisions.
enum OverviewMapper {
  /// The numbered paragraphs of the section; unnumbered ones only where nothing is numbered.
  static func functions(
    _ paragraphs: [ListEntry], context: inout MappingContext
  ) -> [Overview.Function] {
    let numbered = paragraphs.filter { $0.number != nil }
    let entries = numbered.isEmpty ? paragraphs : numbered
    for paragraph in paragraphs { context.ledger.noteQuoted(paragraph.leaf) }
    return entries.enumerated().map { position, entry in
      let source = context.reference(in: entry.leaf, normalizedRange: entry.range)
      return Overview.Function(
        number: entry.number ?? position + 1,
        text: context.original(in: entry.leaf, entry.range), source: source)
    }
  }

  private static let listWords = ["分别是", "分别为", "具体是", "具体为", "包括", "即"].map { Array($0.utf8) }
  private static let divisionWords = ["科", "处", "室", "股", "办公室", "机构", "部门"].map { Array($0.utf8) }

  /// The names in «下设3个科室,分别是:办公室、财务科、法规科。»
  static func divisions(
    in paragraph: ListEntry, context: inout MappingContext
  ) -> [Overview.Division] {
    let text = context.normalized.text
    var divisions: [Overview.Division] = []
    for sentence in sentences(in: paragraph.range, of: text) {
      guard let start = listStart(in: sentence, of: text) else { continue }
      let names = names(in: start..<sentence.upperBound, of: text)
      guard
        names.count > 1
          || divisionWords.contains(where: { word in
            names.contains { text[$0].reversed().starts(with: word.reversed()) }
          })
      else { continue }
      divisions += names.map { name in
        let source = context.reference(in: paragraph.leaf, normalizedRange: name)
        return Overview.Division(name: context.original(in: paragraph.leaf, name), source: source)
      }
    }
    return divisions
  }

  /// Where the list begins: behind «分别是» in a sentence that speaks of divisions before it.
  private static func listStart(in sentence: Range<Int>, of text: [UInt8]) -> Int? {
    for word in listWords {
      guard let found = ByteSearch.firstRange(of: word, in: sentence, of: text) else { continue }
      let before = sentence.lowerBound..<found.lowerBound
      guard
        divisionWords.contains(where: { ByteSearch.firstRange(of: $0, in: before, of: text) != nil }
        )
      else { continue }
      var start = found.upperBound
      if start < sentence.upperBound, text[start] == UInt8(ascii: ":") { start += 1 }
      return start
    }
    return nil
  }

  /// Names between 、 , and ; outside brackets.
  private static func names(in range: Range<Int>, of text: [UInt8]) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var depth = 0
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      var length = 1
      var separates = false
      switch text[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: ","), UInt8(ascii: ";"): separates = depth == 0
      case 0xE3 where text[index..<min(index + 3, range.upperBound)].elementsEqual("、".utf8):
        length = 3
        separates = depth == 0
      default: break
      }
      if separates {
        if index > start { names.append(start..<index) }
        start = index + length
      }
      index += length
    }
    if range.upperBound > start { names.append(start..<range.upperBound) }
    return names
  }

  private static func sentences(in range: Range<Int>, of text: [UInt8]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    while let stop = ByteSearch.firstRange(
      of: Array("。".utf8), in: start..<range.upperBound, of: text)
    {
      sentences.append(start..<stop.lowerBound)
      start = stop.upperBound
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
    return sentences
  }
}
