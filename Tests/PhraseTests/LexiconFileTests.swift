import MappingFiles
import MappingModel
import PhraseModel
import TestSupport
import Testing

/// A lexicon of the test's own; each error names file, place and remedy.
struct LexiconFileTests {
  private static func load(_ lexicon: String) throws -> Lexicon {
    let folder = try TemporaryFolder()
    try folder.file(
      "taxonomy.yaml",
      text: """
        income.total: {kind: money, zh: 收入总计}
        expenditure.total: {kind: money, zh: 支出总计}
        vehicles.held: {kind: count, unit: vehicle, zh: 车}

        """)
    try folder.file("layouts/common.yaml", text: "version: 1\nlayout: common\n")
    try folder.file("lexicon.yaml", text: lexicon)
    return try MappingSet.load(from: folder.path).lexicon
  }

  private static let head = "version: 1\nmorphemes:\n  object:income: [收入]\n"

  @Test(arguments: [
    ("morphemes: {}\n", "lexicon.yaml:1:1: «version: 1» is missing"),
    ("version: 2\n", "«version: 1» is missing; it says which form of lexicon this is"),
    ("", "lexicon.yaml: is empty"),
    (
      "version: 1\nmorpheme: {}\n",
      "lexicon.yaml:2:1: unknown key «morpheme»; did you mean «morphemes»?"
    ),
    (
      "version: 1\nmorphemes:\n  objct:income: [收入]\n",
      "lexicon.yaml:3:3: unknown kind in «objct:income»; known: object, qualifier, fund"
    ),
    (
      "version: 1\nmorphemes:\n  object:income & funds:fiscal: [收入]\n",
      "lexicon.yaml:3:3: unknown kind in «funds:fiscal»"
    ),
    (
      head + "  object:income: [收]\n", "lexicon.yaml:4:3: «object:income» stands here a second time"
    ),
    (
      head + "  object:expenditure: [支出, 支出]\n", "lexicon.yaml:4:28: «支出» stands in this list twice"
    ),
    (
      head + "  object:income | nothing: [收入]\n",
      "lexicon.yaml:4:28: «收入» says «object:income | nothing» already; remove one"
    ),
    (head + "  object:expenditure: [\"[支出\"]\n", "lexicon.yaml:4:24: «[» in «[支出» is not closed"),
    (
      head + "  object:expenditure: [\"支]出\"]\n",
      "«]» stands alone in «支]出»; variants are written [a|b] or {a|b} and do not nest"
    ),
    (
      head + "  object:expenditure: [\"\(String(repeating: "[支]", count: 9))\"]\n",
      "stands for more than 256 texts; split it up"
    ),
    (
      head + "frames:\n  income.totl: [[object:income]]\n",
      "lexicon.yaml:5:3: unknown concept «income.totl»; did you mean «income.total»?"
    ),
    (
      head + "frames:\n  income.total fund: [[object:income]]\n",
      "lexicon.yaml:5:3: «fund» is no «dimension=value»"
    ),
    (
      head + "frames:\n  income.total: [[objekt:income]]\n",
      "lexicon.yaml:5:18: unknown kind in «objekt:income»; known: object"
    ),
    (
      head + "frames:\n  income.total: [[object:incom]]\n",
      "lexicon.yaml:5:3: the frame of «income.total» needs «object:incom», which no morpheme says"
    ),
    (
      head + "frames:\n  income.total: [[object:income, in:procurment]]\n",
      "needs «in:procurment», which no morpheme says"
    ),
    (
      head + "pairs:\n  income.total: [income.total, expenditure.totl]\n",
      "lexicon.yaml:5:3: unknown concept «expenditure.totl»; did you mean «expenditure.total»?"
    ),
    (
      head + "units:\n  CNY_1K: [千元]\n",
      "lexicon.yaml:5:3: unknown unit «CNY_1K»; known: CNY, CNY_10K"
    ),
    (head + "units:\n  CNY: [元, 元]\n", "lexicon.yaml:5:12: «元» stands in this list twice"),
    (
      "version: 1\nmorphemes:\n"
        + (0...256).map { "  word:w\($0): [字\($0)]\n" }.joined(),
      "more than 256 features; give fewer names to more words"
    ),
    ("version: 1\nmorphemes: [收入]\n", "lexicon.yaml:2:12: expected «key: value» entries here"),
  ])
  func `what is wrong is told with its place and the remedy`(_ lexicon: String, _ said: String) {
    do {
      _ = try Self.load(lexicon)
      Issue.record("it was read")
    } catch {
      let text = "\(error)".split(separator: "/").last.map(String.init) ?? ""
      #expect(text.contains(said), "\(text)")
    }
  }

  @Test func `a lexicon is read`() throws {
    let lexicon = try Self.load(
      """
      version: 1
      morphemes:
        object:income: ["收[入]", 拨入]
        "qualifier:personnel | nothing": [人员]
        "compare & year:-1": [同比]
        nothing: [情况]
      frames:
        income.total fund=fiscal: [[object:income], [object:income, in:income]]
        ?staff: [[qualifier:personnel, measure:money]]
      pairs:
        income.total: [income.total, expenditure.total]
      units:
        CNY_10K: [万元, 万]
      """)
    func readings(_ text: String) -> [String] {
      lexicon.morphemes.first { $0.text == text }?.readings
        .map { ProjectLexicon.features($0, of: lexicon) } ?? ["none"]
    }
    #expect(lexicon.morphemes.map(\.text) == ["收入", "收", "拨入", "人员", "同比", "情况"])
    #expect(readings("收") == ["object:income"])
    #expect(readings("同比") == ["compare year:-1"])
    #expect(readings("人员") == ["qualifier:personnel", ""])
    #expect(lexicon.frames.map(\.concept) == ["income.total", "income.total", "staff"])
    #expect(lexicon.frames.map(\.isConcept) == [true, true, false])
    #expect(lexicon.frames[0].dimensions == ["fund": "fiscal"])
    #expect(lexicon.pairs == ["income.total": ["income.total", "expenditure.total"]])
    #expect(lexicon.units.map(\.words) == [["万元", "万"]])
  }

  @Test func `a lexicon without entries knows nothing`() throws {
    let lexicon = try Self.load("version: 1\n")
    #expect(lexicon.morphemes.isEmpty)
    #expect(lexicon.naming(of: FeatureSet()) == nil)
  }
}
