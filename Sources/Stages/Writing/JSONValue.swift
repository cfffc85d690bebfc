/// A JSON document whose objects keep the order of their members.
package indirect enum JSONValue: Sendable, Equatable {
  case null
  case boolean(Bool)
  /// A number in the digits that are to be written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])
  /// The same value, written on one line.
  case oneLine(JSONValue)

  /// A name and its value.
  package struct Member: Sendable, Equatable {
    /// Its name, as text.
    package var name: String
    /// Its value.
    package var value: JSONValue

    /// A member with its value.
    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }
}
