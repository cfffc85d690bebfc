import DocumentModel
import Foundation
import OutputReading
import Reviewing
import Testing

/// Reports are written by anybody: whatever stands in one must stay text.
@Suite("Hostile reports")
struct HostileReportTests {
  private static let attacks = [
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</style><b>",
    // To Swift a quotation mark with an accent is another character than a quotation mark.
    "\u{22}\u{301} onmouseover=alert(1) x=\u{22}\u{301}", "<\u{301}b>", "'\u{20DD}",
    "{{title}}{{{style}}}", "--><svg onload=alert(1)>", "&lt;script&gt;", "]]>",
  ]

  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar == "\u{22}" || scalar == "\\" ? "\\" + String(scalar) : String(scalar)
    }.joined()
  }

  /// Every text of a report is the attack.
  private static func report(_ attack: String) throws -> Output {
    let text = quoted(attack)
    let place = #"{"block": 0, "start": 0, "end": 3, "text": "\#(text)", "path": "\#(text)"}"#
    let cell =
      #"{"block": 1, "row": 0, "column": 0, "start": 0, "end": 3, "text": "\#(text)", "sheet": "\#(text)", "cell": "\#(text)"}"#
    return try PageFixture.report(
      facts: [
        """
        {"id": "\(text)", "concept": "\(text)", "aspect": "\(text)",
         "dimensions": {"fund": "\(text)", "function": "\(text)"}, "value": 1.00,
         "unit": "\(text)", "yuan": 10000, "label": "\(text)", "reason": "\(text)",
         "trust": {"grade": "\(text)", "structure": "\(text)", "fund": "convention"},
         "source": \(place), "rule": "x"}
        """
      ],
      rest: """
        "statements": [{"id": "\(text)", "title": "\(text)", "unit": "\(text)",
          "columns": [{"id": "\(text)", "label": "\(text)"}],
          "rows": [{"code": "\(text)", "label": "\(text)", "level": 1, "side": "\(text)",
            "values": {"\(text)": 1.00}, "sources": {"\(text)": \(cell), "label": \(cell)}}],
          "source": \(place)}],
        "performance": [{"scope": "project", "name": "\(text)", "unit": "\(text)",
          "funds": [{"id": null, "label": "\(text)", "score": 1, "weight": 2,
            "sources": {"label": \(cell), "score": \(cell)}}],
          "goals": [{"expected": "\(text)", "actual": "\(text)", "sources": {"expected": \(cell)}}],
          "indicators": [{"level1": "\(text)", "level3": "\(text)", "weight": 3, "score": 1,
            "target": {"text": "\(text)"}, "basis": "\(text)", "sources": {"target": \(cell)}}],
          "total": {"weight": 100, "score": 90, "sources": {"score": \(cell)}},
          "sources": {"name": \(cell)}}],
        "overview": {"functions": [{"number": 1, "text": "\(text)", "source": \(place)}],
          "divisions": [{"name": "\(text)", "source": \(place)}]},
        "glossary": [{"term": "\(text)", "definition": "\(text)", "source": \(place)}],
        "checks": [{"id": "\(text)", "status": "fail", "severity": "\(text)", "actual": 1,
          "facts": ["\(text)"], "records": ["/performance/0/total/score", "\(text)"],
          "message": {"zh": "\(text)", "en": "\(text)"}}],
        "suspects": [{"figure": "\(text)", "printed": 1, "proposed": 2, "slip": "\(text)",
          "resolves": [0]}],
        "doubtful": [{"id": "\(text)", "reason": "\(text)", "value": 1, "unit": "\(text)",
          "label": "\(text)", "readings": [{"concept": "\(text)", "aspect": "\(text)",
            "dimensions": {"\(text)": "\(text)"}}], "source": \(cell)}],
        "unmapped": [{"text": "\(text)", "reason": "\(text)", "source": \(cell)}],
        "notes": [{"code": "layout_not_understood", "message": "\(text)"}]
        """, title: text)
  }

  /// A page as a browser sees it: by bytes, not by characters.
  @Test(arguments: attacks.indices)
  func `no text of a report becomes markup`(_ index: Int) throws {
    let attack = Self.attacks[index]
    let report = try Self.report(attack)
    let reference = Self.tags(
      try PageFixture.html(try Self.report("安全"), source: Self.source("安全"))
    )
    .union(["b"])
    #expect(reference.count > 20)
    for source in [Self.source(attack), nil] {
      let page = try PageFixture.html(report, source: source)
      #expect(page.utf8Count(of: "<script") == 1)
      #expect(Self.tags(page).isSubset(of: reference))
      for mark in ["\u{22}\u{301}", "<\u{301}", "'\u{20DD}"] {
        let isOpen = page.utf8Contains(mark)
        #expect(!isOpen, "\(mark) is as the report has it")
      }
    }
  }

  private static func source(_ text: String) -> Document {
    var document = PageFixture.document([
      (text, .path(text), false), (text, .sheet(text, cell: "A1"), true),
    ])
    document.blocks[0] = Block(.paragraph(Paragraph(leaf: 0, numbering: text)))
    return document
  }

  @Test(arguments: [
    #""start": 9223372036854775807, "end": 9223372036854775807"#,
    #""start": 0, "end": 3, "page": 1, "box": [-9223372036854775808, 0, 9223372036854775807, 1]"#,
    #""start": -5, "end": 99999999999, "line": -1"#,
  ])
  func `no number of a report overflows`(place: String) throws {
    let report = try PageFixture.report(
      facts: [
        """
        {"id": "f1", "concept": "income.other", "aspect": "actual", "dimensions": {}, "value": 1,
         "unit": "CNY", "yuan": 1, "label": "收入", "reason": null, "rule": "x",
         "source": {"block": 0, \(place), "text": "收入1元"}}
        """
      ],
      rest:
        #""unmapped": [{"text": "1", "reason": "no_rule", "source": {"block": 0, \#(place), "text": "1"}}]"#
    )
    for source in [Self.source("收入1元"), nil] {
      #expect(try PageFixture.html(report, source: source).utf8Contains("收入"))
    }
  }

  @Test func `the index escapes, too`() throws {
    for attack in Self.attacks {
      var entry = ReportEntry(try Self.report(attack))
      entry.path = attack
      let html = String(
        decoding: IndexPage([entry], problems: [attack], labels: PageFixture.labels, language: .zh)
          .html(
            try PageFixture.templates.get()),
        as: UTF8.self)
      #expect(html.utf8Count(of: "<script") == 1)
      #expect(Self.tags(html).isDisjoint(with: ["img", "svg", "b"]))
      let isOpen = html.utf8Contains("\u{22}\u{301}")
      #expect(!isOpen)
    }
  }

  /// The names behind «<» as a browser sees them: by bytes, not by characters.
  private static func tags(_ page: String) -> Set<String> {
    let bytes = Array(page.utf8)
    var names: Set<String> = []
    for index in bytes.indices where bytes[index] == UInt8(ascii: "<") {
      let name = bytes[(index + 1)...].prefix {
        (0x61...0x7A).contains($0) || (0x31...0x36).contains($0)
      }
      names.insert(String(decoding: name, as: UTF8.self))
    }
    return names
  }
}

extension String {
  /// How often a mark stands in the bytes, whatever characters they are part of.
  fileprivate func utf8Count(of mark: String) -> Int {
    let bytes = Data(utf8)
    let wanted = Data(mark.utf8)
    var count = 0
    var rest = bytes.startIndex..<bytes.endIndex
    while let found = bytes.range(of: wanted, in: rest) {
      count += 1
      rest = found.upperBound..<bytes.endIndex
    }
    return count
  }

  fileprivate func utf8Contains(_ mark: String) -> Bool { utf8Count(of: mark) > 0 }
}
