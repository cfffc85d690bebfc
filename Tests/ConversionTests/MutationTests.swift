import Conversion
import Files
import Foundation
import ReportModel
import Testing

/// Changes to a report's text that must change its facts exactly so, or not at all.
@Suite("Mutations")
struct MutationTests {
  private static let converter = Result { try Corpus.converter() }

  /// Plain-text reports of the corpus as UTF-8.
  private static func reports() throws -> [(name: String, text: String)] {
    try Corpus.inputs().filter { $0.path.hasSuffix(".txt") }.compactMap { input in
      let bytes = try InputFile.read(input.path)
      return String(bytes: bytes, encoding: .utf8).map { (input.relativePath, $0) }
    }
  }

  private static func facts(_ text: String) throws -> [String] {
    let stages = try converter.get().stages(of: Array(text.utf8), named: "a.txt")
    return stages.report.facts.map { fact in
      let dimensions = fact.dimensions.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      return
        "\(fact.concept) \(fact.aspect.rawValue) \(fact.value) \(fact.unit.rawValue) \(dimensions)"
    }
  }

  private static func replaced(_ text: String, _ pairs: [(String, String)]) -> String {
    pairs.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }

  @Test func `marks in full or half width are the same`() throws {
    for (name, text) in try Self.reports() {
      let narrow = Self.replaced(
        text, [("，", ","), ("；", ";"), ("：", ":"), ("（", "("), ("）", ")"), ("％", "%")])
      #expect(try Self.facts(narrow) == Self.facts(text), "\(name)")
    }
  }

  @Test func `full-width digits are digits`() throws {
    let wide = (0...9).map { ("\($0)", String(Unicode.Scalar(UInt32(0xFF10 + $0))!)) }
    for (name, text) in try Self.reports() where name.hasPrefix("xinjiang/") {
      #expect(try Self.facts(Self.replaced(text, wide)) == Self.facts(text), "\(name)")
    }
  }

  @Test func `traditional characters are the same words`() throws {
    let pairs = [
      ("经费", "經費"), ("决算", "決算"), ("预算", "預算"), ("财政", "財政"), ("万元", "萬元"), ("与", "與"), ("减", "減"),
      ("购置", "購置"), ("国", "國"), ("车", "車"), ("务", "務"), ("结转", "結轉"), ("结余", "結餘"), ("总", "總"),
      ("项", "項"),
    ]
    for (name, text) in try Self.reports() {
      // Labels are quoted as printed, so facts are compared by meaning; functions go by code.
      #expect(
        try Self.facts(Self.replaced(text, pairs)).sorted() == Self.facts(text).sorted(), "\(name)")
    }
  }

  @Test func `a doubled sentence gives its facts twice`() throws {
    for (name, text) in try Self.reports() {
      guard let range = text.range(of: "授予中小企业合同金额"),
        let end = text[range.lowerBound...].firstIndex(of: "。")
      else { continue }
      let sentence = text[range.lowerBound...end]
      let doubled = text.replacingCharacters(in: end...end, with: "。" + sentence)
      let before = try Self.facts(text)
      let after = try Self.facts(doubled)
      let added = after.count - before.count
      #expect(added > 0, "\(name)")
      #expect(Set(after) == Set(before), "\(name)")
    }
  }

  @Test func `a figure that loses its unit gives no fact, never another value`() throws {
    var tried = 0
    for (name, text) in try Self.reports() {
      let before = try Self.facts(text)
      guard let range = text.range(of: "政府采购支出总额") else { continue }
      guard let unit = text[range.upperBound...].range(of: "万元") else { continue }
      let after = try Self.facts(text.replacingCharacters(in: unit, with: ""))
      let lost = Self.difference(before, after)
      let added = Self.difference(after, before)
      #expect(added.isEmpty, "\(name): \(added)")
      #expect(lost.contains { $0.hasPrefix("procurement.total actual") }, "\(name): \(lost)")
      tried += 1
    }
    #expect(tried > 5)
  }

  @Test func `two labels that change places change two facts`() throws {
    var tried = 0
    for (name, text) in try Self.reports() {
      guard text.contains("政府采购货物支出"), text.contains("政府采购服务支出") else { continue }
      let swapped = Self.replaced(
        text, [("政府采购货物支出", "⟦"), ("政府采购服务支出", "政府采购货物支出"), ("⟦", "政府采购服务支出")])
      let before = try Self.facts(text)
      let after = try Self.facts(swapped)
      func renamed(_ fact: String) -> String {
        if fact.hasPrefix("procurement.goods ") {
          return fact.replacingOccurrences(of: "procurement.goods ", with: "procurement.services ")
        }
        return fact.replacingOccurrences(of: "procurement.services ", with: "procurement.goods ")
      }
      #expect(before.map(renamed).sorted() == after.sorted(), "\(name)")
      tried += 1
    }
    #expect(tried > 5)
  }

  @Test func `lines broken at a fixed width give the same facts`() throws {
    for (name, text) in try Self.reports() where !text.contains("\t") && !text.contains("|") {
      let broken = text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { Self.wrapped($0, width: 30) }.joined(separator: "\n")
      let before = try Self.facts(text)
      let after = try Self.facts(broken)
      let added = Self.difference(after, before)
      #expect(added.isEmpty, "\(name): added \(added)")
      let lost = Self.difference(before, after)
      #expect(lost.count * 50 <= before.count, "\(name): lost \(lost)")
    }
  }

  /// Breaks a line as a page does: a run of digits stays whole.
  private static func wrapped(_ line: Substring, width: Int) -> String {
    var result = ""
    var column = 0
    var word = ""
    func flush() {
      if column + word.count > width, column > 0 {
        result += "\n"
        column = 0
      }
      result += word
      column += word.count
      word = ""
    }
    for character in line {
      let isWord = character.isASCII && (character.isNumber || character == "." || character == "%")
      if !isWord { flush() }
      word.append(character)
      if !isWord { flush() }
    }
    flush()
    return result
  }

  private static func difference(_ first: [String], _ second: [String]) -> [String] {
    var rest = second
    return first.filter { fact in
      guard let index = rest.firstIndex(of: fact) else { return true }
      rest.remove(at: index)
      return false
    }
  }
}
