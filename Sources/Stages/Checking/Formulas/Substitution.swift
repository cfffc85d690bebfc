/// Values that stand in for the printed ones of a few figures while a relation is asked what it would
/// say. A list: there is seldom more than one.
struct Substitution {
  private var values: [(position: Int, value: Ratio)] = []

  /// The printed values.
  static let none = Substitution()

  private init() {}

  /// One value for one figure.
  init(_ position: Int, _ value: Ratio) { values = [(position, value)] }

  /// The value that stands in for the printed one; of several, the one that was set first.
  func value(at position: Int) -> Ratio? {
    for entry in values where entry.position == position { return entry.value }
    return nil
  }

  /// Adds a value for another figure.
  mutating func set(_ position: Int, _ value: Ratio) { values.append((position, value)) }
}
