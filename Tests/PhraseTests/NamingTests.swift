import PhraseModel
import TestSupport
import Testing

/// Which concept features name together.
struct NamingTests {
  /// «feature feature … → concept», what is left behind a minus.
  private static func name(
    _ given: String, of lexicon: Lexicon, around: FeatureSet = FeatureSet(),
    where accepts: (Frame) -> Bool = { _ in true }
  ) -> String {
    var set = FeatureSet()
    for word in given.split(separator: " ") {
      guard let feature = Feature(String(word)) else { return "«\(word)» is no feature" }
      set = set.union(lexicon.set(feature.kind, feature.value))
    }
    guard let naming = lexicon.naming(of: set, around: around, where: accepts) else {
      return "nothing"
    }
    let dimensions = naming.frame.dimensions.sorted { $0.key < $1.key }
      .map { " \($0.key)=\($0.value)" }.joined()
    let left = ProjectLexicon.features(naming.left, of: lexicon)
    return (naming.frame.isConcept ? "" : "?") + naming.frame.concept + dimensions
      + (left.isEmpty ? "" : " − " + left)
  }

  private static let small = Lexicon(
    morphemes: [
      ("甲", [[Feature(.fund, "fiscal"), Feature(.qualifier, "domestic")]]),
      ("乙", [[Feature(.time, "closing"), Feature(.role, "grand"), Feature(.aspect, "actual")]]),
      ("丙", [[Feature(.object, "money"), Feature(.qualifier, "people"), Feature(.year, "0")]]),
    ],
    frames: [
      ("expenditure", true, [:], [Feature(.object, "expenditure")]),
      ("expenditure.year", true, [:], [Feature(.object, "expenditure"), Feature(.year, "0")]),
      ("basic", true, [:], [Feature(.qualifier, "basic"), Feature(.object, "expenditure")]),
      ("reception", true, [:], [Feature(.object, "reception")]),
      ("batches", true, [:], [Feature(.object, "reception"), Feature(.measure, "batch")]),
      ("balance", false, [:], [Feature(.object, "balance")]),
      ("balance.opening", true, [:], [Feature(.time, "opening"), Feature(.object, "balance")]),
      ("vehicles", true, ["vehicle_use": "fire"], [Feature(.object, "vehicle")]),
      ("first", true, [:], [Feature(.object, "twice")]),
      ("second", true, [:], [Feature(.object, "twice")]),
    ])

  @Test(arguments: CaseLine.list(weights))
  func `the frame that says most wins, and what it has no place for is left`(_ item: CaseLine) {
    #expect(Self.name(item.given[0], of: Self.small) == item.expected)
  }

  @Test func `what a figure is printed in lends a frame what it needs`() {
    let batch = Self.small.set(.measure, "batch")
    #expect(Self.name("object:reception", of: Self.small, around: batch) == "batches")
    #expect(
      Self.name("object:reception", of: Self.small, around: batch) { $0.concept != "batches" }
        == "reception")
  }

  @Test func `weights are the sums of what is needed`() {
    let weights = Dictionary(
      Self.small.frames.map { ($0.concept, $0.weight) }, uniquingKeysWith: { first, _ in first })
    #expect(weights["expenditure"] == 10)
    #expect(weights["expenditure.year"] == 16)
    #expect(weights["basic"] == 30)
    #expect(weights["reception"] == 30)
    #expect(weights["batches"] == 37)
    #expect(weights["balance.opening"] == 50)
  }

  @Test func `no two frames of the project need the same`() {
    var first: [FeatureSet: String] = [:]
    for frame in ProjectLexicon.lexicon.frames {
      let name = frame.concept + " \(frame.dimensions)"
      if let other = first.updateValue(name, forKey: frame.needs) {
        Issue.record("\(name) and \(other) need \(ProjectLexicon.features(frame.needs))")
      }
    }
  }

  private static let weights = """
    object:expenditure → expenditure
    object:expenditure year:0 → expenditure.year
    object:expenditure qualifier:basic → basic
    object:expenditure qualifier:basic year:0 → basic
    qualifier:basic → nothing
    // A side, money and people are fillers, funds, aspects and roles no part of a concept's name.
    object:reception object:expenditure → reception
    object:reception object:money qualifier:people → reception
    object:reception fund:fiscal aspect:actual role:grand → reception
    // Other objects and qualifiers are left, and so is a point of time beside a balance only.
    object:reception qualifier:domestic → reception − qualifier:domestic
    object:expenditure qualifier:domestic → expenditure − qualifier:domestic
    object:reception object:balance → reception − object:balance
    object:expenditure time:closing → expenditure
    object:balance time:closing → ?balance − time:closing
    object:balance time:opening → balance.opening
    object:vehicle → vehicles vehicle_use=fire
    // Of two that say as much the first holds.
    object:twice → first
    fund:fiscal → nothing
    """
}
