import ReportModel
import Testing
import ValueModel

@testable import Mapping

@Suite("A layout that is not understood")
struct LayoutDoubtTests {
  private func note(facts: Int, doubtful: Int) -> Note? {
    let place = SourceReference(block: 0, start: 0, end: 1, text: "1")
    let value = Amount(unscaled: 1, scale: 0)
    var report = Report(
      identity: ReportIdentity(
        id: "", key: "", title: nil, institution: nil, fiscalYear: nil, kind: .unknown,
        layout: LayoutMatch(id: "common", score: value),
        source: SourceFile(file: "", format: .txt, encoding: nil, sha256: "", bytes: 0, pages: nil))
    )
    report.facts = (0..<facts).map { _ in
      Fact(
        id: "", concept: "income.total", aspect: .actual, value: value, unit: .yuan, label: "",
        source: place, rule: RuleReference(layout: "a", section: "b", concept: "c"))
    }
    report.doubtful = (0..<doubtful).map { _ in
      DoubtfulFigure(reason: .unknownTitle, value: value, unit: nil, label: "", source: place)
    }
    return LayoutDoubt.note(on: report)
  }

  @Test func `is told where more figures are doubtful than facts`() {
    #expect(note(facts: 9, doubtful: 10)?.code == .layoutNotUnderstood)
    #expect(note(facts: 0, doubtful: 300)?.severity == .warning)
  }

  @Test func `is not told of a report with some doubt, or of a few figures`() {
    #expect(note(facts: 10, doubtful: 10) == nil)
    #expect(note(facts: 0, doubtful: 9) == nil)
    #expect(note(facts: 0, doubtful: 0) == nil)
  }
}
