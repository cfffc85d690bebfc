extension Output {
  /// One printed member of a record, with its place.
  package struct Field: Sendable {
    private let record: OutputNode
    /// The member's name: `executionRate`.
    package let name: String

    init(_ name: String, of record: OutputNode) {
      self.record = record
      self.name = name
    }

    private var member: OutputNode? { record[name] }
    private var source: OutputNode? { record["sources"]?[name] }

    /// Its JSON pointer.
    package var pointer: String { record.pointer + "/" + name }
    /// Whether there is a value.
    package var isThere: Bool { member.map { !$0.isNull } ?? false }
    /// The digits of a number.
    package var digits: String? { member?.digits }
    /// The words of a text.
    package var text: String? { member?.text }
    /// The words of a target or result, which is told in its parts, too.
    package var measure: String? { member?["text"]?.text }
    /// Where it stands.
    package var place: Place? { source.flatMap(Place.init) }
    /// What is printed there, such as a dash for no value.
    package var quoted: String? { source?["text"]?.text }
  }
}
