/// What differs between outputs of the same reports: facts gained, lost and read as something else.
package struct FactChanges {
  /// Where a figure stands, in every format.
  private struct Place: Hashable {
    var block: Int
    var row: Int?
    var column: Int?
    var start: Int
  }

  /// The facts of one figure.
  private struct Figure {
    var words: String
    var meanings: Set<String> = []
  }

  private var gained: [String] = []
  private var lost: [String] = []
  private var changed: [String] = []
  private var kept = 0

  /// Nothing compared yet.
  package init() {}

  /// Compares what was made of one report with what is made of it now; `name` is what it is called here.
  package mutating func add(_ name: String, old: Output, new: Output) {
    let (before, after) = (Self.figures(of: old), Self.figures(of: new))
    let places = Set(before.keys).union(after.keys).sorted {
      ($0.block, $0.row ?? -1, $0.column ?? -1, $0.start)
        < ($1.block, $1.row ?? -1, $1.column ?? -1, $1.start)
    }
    for place in places {
      let (was, now) = (before[place]?.meanings ?? [], after[place]?.meanings ?? [])
      let words = after[place]?.words ?? before[place]?.words ?? ""
      kept += was.intersection(now).count
      guard was != now else { continue }
      let (gone, come) = (Self.list(was.subtracting(now)), Self.list(now.subtracting(was)))
      let line = "  \(name), \(words): "
      if gone.isEmpty {
        gained.append(line + come)
      } else if come.isEmpty {
        lost.append(line + gone)
      } else {
        changed.append(line + gone + " → " + come)
      }
    }
  }

  /// The changes for people; what was read as something else first.
  package func describe() -> String {
    var lines = [
      "\(kept) facts as before, \(gained.count) figures gained, \(lost.count) lost, "
        + "\(changed.count) changed"
    ]
    for (title, entries) in [("changed", changed), ("lost", lost), ("gained", gained)]
    where !entries.isEmpty {
      lines.append(title + ":")
      lines += entries
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func list(_ meanings: Set<String>) -> String {
    meanings.sorted().joined(separator: ", ")
  }

  private static func figures(of output: Output) -> [Place: Figure] {
    var figures: [Place: Figure] = [:]
    for fact in output.facts {
      guard let place = fact.place else { continue }
      let key = Place(
        block: place.block, row: place.row, column: place.column, start: place.start)
      let dimensions = fact.dimensions.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
      figures[key, default: Figure(words: words(of: place))].meanings.insert(
        "\(fact.concept) \(fact.aspect) \(fact.digits) \(fact.unit)" + dimensions.joined())
    }
    return figures
  }

  private static func words(of place: Output.Place) -> String {
    let where_ =
      if let line = place.line { "line \(line)" } else if let page = place.page {
        "page \(page)"
      } else if let sheet = place.sheet, let cell = place.cell { "\(sheet)!\(cell)" } else {
        "block \(place.block)"
      }
    return where_ + " «\(place.text)»"
  }
}
