internal import MappingModel
internal import PhraseModel
internal import ReportModel

/// Reads `lexicon.yaml`: the morphemes, the frames, the units and the pairs.
enum LexiconFile {
  static func read(
    _ root: StrictNode, concepts: [String: Concept]
  ) throws(MappingError) -> Lexicon {
    let fields = try root.fields(["version", "morphemes", "frames", "pairs", "units"])
    guard let version = fields["version"], try version.text() == "1" else {
      throw root.error("«version: 1» is missing; it says which form of lexicon this is")
    }
    var morphemes = Morphemes()
    for (key, value) in try fields["morphemes"]?.entries() ?? [] {
      try morphemes.add(key, value)
    }
    var frames:
      [(concept: String, isConcept: Bool, dimensions: [String: String], needs: [Feature])] =
        []
    for (key, value) in try fields["frames"]?.entries() ?? [] {
      frames += try Self.frames(key, value, concepts)
    }
    var pairs: [String: [String]] = [:]
    for (key, value) in try fields["pairs"]?.entries() ?? [] {
      let parts = try value.texts()
      for concept in [key.text] + parts { try known(concept, concepts, key.node) }
      pairs[key.text] = parts
    }
    var units: [(name: String, words: [String])] = []
    for (key, value) in try fields["units"]?.entries() ?? [] {
      guard ReportModel.Unit(rawValue: key.text) != nil else {
        throw key.node.error(
          "unknown unit «\(key.text)»; known: "
            + ReportModel.Unit.allCases.map(\.rawValue).joined(separator: ", "))
      }
      units.append((key.text, try value.texts()))
    }
    let features = Set(morphemes.all.flatMap { $0.readings.joined() } + frames.flatMap(\.needs))
    guard features.count <= FeatureSet.capacity else {
      throw root.error("more than \(FeatureSet.capacity) features; give fewer names to more words")
    }
    let lexicon = Lexicon(
      morphemes: morphemes.all, frames: frames, pairs: pairs, units: units)
    try checkReach(lexicon, frames: fields["frames"] ?? root)
    return lexicon
  }

  // MARK: Morphemes

  /// Collects texts with their readings: a text that stands in two entries has both as alternatives.
  private struct Morphemes {
    var all: [(text: String, readings: [[Feature]])] = []
    private var places: [ExactText: Int] = [:]

    mutating func add(
      _ key: (text: String, node: StrictNode), _ value: StrictNode
    ) throws(MappingError) {
      var readings: [[Feature]] = []
      for alternative in key.text.split(separator: "|") {
        var features: [Feature] = []
        for word in alternative.split(separator: "&") {
          let name = String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
          guard let feature = Feature(name) else {
            throw key.node.error(
              "unknown kind in «\(name)»; known: "
                + Feature.Kind.allCases.map(\.rawValue).joined(separator: ", "))
          }
          features.append(feature)
        }
        readings.append(features)
      }
      for text in try value.labels() {
        guard let place = places[ExactText(text)] else {
          places[ExactText(text)] = all.count
          all.append((text, readings))
          continue
        }
        for reading in readings {
          guard !all[place].readings.contains(reading) else {
            throw value.error("«\(text)» says «\(key.text)» already; remove one")
          }
          all[place].readings.append(reading)
        }
      }
    }
  }

  // MARK: Frames

  /// «concept», «concept dimension=value» or «?name» with its lists of features.
  private static func frames(
    _ key: (text: String, node: StrictNode), _ value: StrictNode, _ concepts: [String: Concept]
  ) throws(MappingError) -> [(
    concept: String, isConcept: Bool, dimensions: [String: String], needs: [Feature]
  )] {
    var parts = key.text.split(separator: " ").map(String.init)
    guard !parts.isEmpty else { throw key.node.error("expected a concept here") }
    var concept = parts.removeFirst()
    let isConcept = !concept.hasPrefix("?")
    if !isConcept { concept.removeFirst() }
    if isConcept { try known(concept, concepts, key.node) }
    var dimensions: [String: String] = [:]
    for part in parts {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else { throw key.node.error("«\(part)» is no «dimension=value»") }
      dimensions[pair[0]] = pair[1]
    }
    var frames:
      [(concept: String, isConcept: Bool, dimensions: [String: String], needs: [Feature])] =
        []
    for item in try value.list() {
      var needs: [Feature] = []
      for word in try item.texts() {
        guard let feature = Feature(word) else {
          throw item.error(
            "unknown kind in «\(word)»; known: "
              + Feature.Kind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        needs.append(feature)
      }
      frames.append((concept, isConcept, dimensions, needs))
    }
    return frames
  }

  private static func known(
    _ concept: String, _ concepts: [String: Concept], _ node: StrictNode
  ) throws(MappingError) {
    guard concepts[concept] == nil else { return }
    throw node.error(
      "unknown concept «\(concept)»; did you mean "
        + "«\(Spelling.nearest(to: concept, in: concepts.keys.sorted()))»?")
  }

  /// A feature that a frame needs and no morpheme gives is a slip of the pen.
  private static func checkReach(
    _ lexicon: Lexicon, frames: StrictNode
  ) throws(MappingError) {
    var said = FeatureSet()
    for morpheme in lexicon.morphemes {
      for reading in morpheme.readings { said = said.union(reading) }
    }
    for frame in lexicon.frames {
      for index in frame.needs.subtracting(said).indices {
        let feature = lexicon.features[index]
        if feature.kind == .measure { continue }
        if feature.kind == .within,
          !lexicon.set(.object, feature.value).union(lexicon.set(.qualifier, feature.value))
            .union(lexicon.set(.fund, feature.value)).isDisjoint(with: said)
        {
          continue
        }
        throw frames.error(
          "the frame of «\(frame.concept)» needs «\(feature)», which no morpheme says")
      }
    }
  }
}
