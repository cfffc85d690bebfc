import PhraseModel
import Testing

/// Features, and sets of them.
struct FeatureTests {
  @Test(arguments: ["fund:fiscal", "year:-1", "year:0", "compare", "nothing", "in:procurement"])
  func `a feature is written as it is read`(_ text: String) {
    #expect(Feature(text)?.description == text)
  }

  @Test func `the value may hold a colon, the kind is one of those known`() {
    #expect(Feature("word:a:b") == Feature(.word, "a:b"))
    #expect(Feature("in:procurement")?.kind == .within)
    #expect(Feature("fond:fiscal") == nil)
    #expect(Feature("") == nil)
  }

  @Test func `a set holds up to 256 features`() {
    let all = [0, 1, 63, 64, 127, 128, 191, 192, 255]
    var set = FeatureSet()
    #expect(set.isEmpty)
    for index in all { set.insert(index) }
    #expect(set.indices == all)
    #expect(set.count == all.count)
    #expect(set.contains(255))
    #expect(!set.contains(254))
  }

  @Test func `sets are joined, cut and compared`() {
    let few = FeatureSet(3).union(FeatureSet(200))
    let many = few.union(FeatureSet(64))
    #expect(few.isSubset(of: many))
    #expect(!many.isSubset(of: few))
    #expect(FeatureSet().isSubset(of: few))
    #expect(many.subtracting(few) == FeatureSet(64))
    #expect(many.intersection(FeatureSet(200)) == FeatureSet(200))
    #expect(few.isDisjoint(with: FeatureSet(64)))
    #expect(!many.isDisjoint(with: FeatureSet(64)))
    #expect(FeatureSet().isDisjoint(with: many))
  }

  @Test func `a lexicon numbers its features and finds them by kind and value`() {
    let lexicon = Lexicon(
      morphemes: [
        ("收入", [[Feature(.object, "income")]]),
        ("上年结转", [[Feature(.year, "-1"), Feature(.object, "balance")], []]),
        ("的", [[Feature(.nothing, "loose")]]), ("和", [[Feature(.nothing)]]),
      ], frames: [], units: [(name: "CNY_10K", words: ["万元", "万"])])
    #expect(lexicon.set(.object, "income").count == 1)
    #expect(lexicon.set(.object, "expenditure").isEmpty)
    #expect(lexicon.all(.object).count == 2)
    #expect(lexicon.values(.object, in: lexicon.all(.object)) == ["income", "balance"])
    #expect(lexicon.morphemes[1].readings[1].isEmpty)
    // What says nothing is no feature, and one character is tight unless it is loose.
    #expect(lexicon.all(.nothing).isEmpty)
    #expect(lexicon.morphemes.map(\.isTight) == [false, false, false, true])
    #expect(lexicon.unit(of: Array("万".utf8)[...]) == "CNY_10K")
    #expect(lexicon.unit(of: Array("万人".utf8)[...]) == nil)
  }

  @Test func `what stands around lends what frames need of it`() {
    let lexicon = Lexicon(
      morphemes: [
        ("采购", [[Feature(.object, "procurement")]]), ("货物", [[Feature(.qualifier, "goods")]]),
      ],
      frames: [
        (
          "procurement.goods", true, [:],
          [Feature(.within, "procurement"), Feature(.qualifier, "goods")]
        )
      ])
    let around = lexicon.surroundings(of: lexicon.set(.object, "procurement"))
    #expect(around == lexicon.set(.within, "procurement"))
    #expect(lexicon.surroundings(of: lexicon.set(.qualifier, "goods")).isEmpty)
    let goods = lexicon.set(.qualifier, "goods")
    #expect(lexicon.naming(of: goods) == nil)
    #expect(lexicon.naming(of: goods, around: around)?.frame.concept == "procurement.goods")
    // What stands around names nothing by itself.
    #expect(lexicon.naming(of: FeatureSet(), around: around.union(goods)) == nil)
  }
}
