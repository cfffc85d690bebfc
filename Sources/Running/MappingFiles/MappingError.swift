/// What is wrong in a mapping file, where, and what to do about it.
package struct MappingError: Error, Sendable, Equatable, CustomStringConvertible {
  package var file: String
  /// 1-based; nil where the file as a whole is meant.
  package var line: Int?
  package var column: Int?
  /// Names the value and the remedy.
  package var message: String

  package init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  package var description: String {
    let place = line.map { ":\($0)" + (column.map { ":\($0)" } ?? "") } ?? ""
    return "\(file)\(place): \(message)"
  }

  /// The same for a place that tells the file itself.
  package var whatAndWhere: String {
    (line.map { "line \($0): " } ?? "") + message
  }
}
