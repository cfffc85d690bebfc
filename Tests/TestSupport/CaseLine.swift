/// One line of a table of cases: what is given, an arrow, what comes of it.
package struct CaseLine: Sendable, CustomStringConvertible {
  /// What stands before the arrow, between bars.
  package var given: [String]
  /// What stands behind it; empty where there is none.
  package var expected: String

  /// What is given; the name of the case.
  package var description: String { given.joined(separator: " | ") }

  /// Lines «given | given → expected»; those that begin with «//» are for people.
  package static func list(_ lines: String) -> [CaseLine] {
    lines.split(separator: "\n").filter { !$0.hasPrefix("//") }.map { line in
      let sides = line.split(separator: "→", maxSplits: 1).map(trimmed)
      return CaseLine(
        given: sides[0].split(separator: "|", omittingEmptySubsequences: false).map(trimmed),
        expected: sides.count > 1 ? sides[1] : "")
    }
  }

  /// An outcome as such a line tells it.
  package static func line(_ outcome: [String]) -> String {
    outcome.isEmpty ? "nothing" : outcome.joined(separator: "; ")
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
