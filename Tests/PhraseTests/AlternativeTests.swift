import PhraseModel
import TestSupport
import Testing

/// Which of a word's readings hold in a phrase.
struct AlternativeTests {
  /// «phrase → features of some kinds»: those that words with several readings leave.
  @Test(arguments: CaseLine.list(phrases))
  func `those hold that name a concept and leave least unsaid`(_ item: CaseLine) {
    let reading = ProjectLexicon.reading(of: item.given[0])
    #expect(ProjectLexicon.features(reading.features) == item.expected)
  }

  @Test func `what stands around decides, too`() {
    let lexicon = Lexicon(
      morphemes: [
        ("购置", [[Feature(.qualifier, "purchase")], []]), ("车", [[Feature(.object, "vehicle")]]),
      ],
      frames: [
        ("vehicle", true, [:], [Feature(.object, "vehicle")]),
        ("purchase", true, [:], [Feature(.within, "vehicle"), Feature(.qualifier, "purchase")]),
      ])
    let purchase = lexicon.morphemes[0].readings
    #expect(lexicon.joined([purchase]).isEmpty)
    #expect(
      lexicon.joined([purchase, lexicon.morphemes[1].readings]) == lexicon.set(.object, "vehicle"))
    #expect(
      lexicon.joined([purchase], around: lexicon.set(.within, "vehicle"))
        == lexicon.set(.qualifier, "purchase"))
  }

  @Test func `beyond thirty-two combinations the likeliest reading holds`() {
    let lexicon = Lexicon(
      morphemes: [
        ("甲", [[Feature(.qualifier, "a")], []]), ("乙", [[Feature(.object, "b")]]),
        ("丙", [[Feature(.fund, "c")], [Feature(.fund, "d")]]),
      ], frames: [("b", true, [:], [Feature(.object, "b")])])
    let words = lexicon.morphemes.map(\.readings)
    func joined(behind count: Int) -> FeatureSet {
      lexicon.joined(Array(repeating: words[2], count: count) + [words[0], words[1]])
    }
    let named = lexicon.set(.object, "b").union(lexicon.set(.fund, "c"))
    #expect(joined(behind: 4) == named)
    #expect(joined(behind: 5) == named.union(lexicon.set(.qualifier, "a")))
    #expect(joined(behind: 50) == named.union(lexicon.set(.qualifier, "a")))
    #expect(lexicon.joined([]).isEmpty)
  }

  private static let phrases = """
    // Staff in an expense, nothing behind what tells which people.
    人员经费 → qualifier:personnel
    退休人员 → qualifier:retired
    // A stage before a budget, a point of time before a balance.
    年初预算数 → aspect:initial_budget stage:initial
    年初结转和结余 → object:balance time:opening
    全年预算数 → aspect:annual_budget stage:annual
    调整预算数 → aspect:annual_budget
    预算执行数 → aspect:actual
    // A project of the expenditure, or the head over the names of rows.
    项目支出 → object:expenditure qualifier:project
    项目 → role:name
    对附属单位补助支出 → object:expenditure qualifier:affiliated qualifier:subsidy qualifier:to
    """
}
