import ReportModel
import Testing

@Suite("Trust and doubt")
struct TrustTests {
  @Test func `a fact is read until arithmetic holds it in its place`() {
    #expect(Trust().grade == .read)
    #expect(Trust(structure: .proved).grade == .proved)
    #expect(Trust(structure: .proved, fund: .proved, year: .printed).grade == .proved)
  }

  @Test func `what stands on a convention is never proved`() {
    #expect(Trust(structure: .proved, aspect: .convention).grade == .read)
    #expect(Trust(structure: .proved, fund: .convention).grade == .read)
    #expect(Trust(structure: .convention).grade == .read)
  }

  @Test func `a doubtful figure keeps four readings at most, the first ones`() {
    let readings = (1...6).map { DoubtfulReading(concept: "c\($0)", aspect: .actual) }
    let figure = DoubtfulFigure(
      reason: .openConcept, value: Amount(unscaled: 1, scale: 0), unit: nil, label: "",
      readings: readings, source: SourceReference(block: 0, start: 0, end: 1, text: "1"))
    #expect(figure.readings == Array(readings.prefix(4)))
  }

  @Test func `doubtful figures count among all figures`() {
    #expect(Coverage(mapped: 1, explained: 2, doubtful: 4, unmapped: 8).figures == 15)
  }
}
