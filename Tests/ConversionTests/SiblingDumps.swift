import Foundation

/// The dumps of one report in several formats: one in full, of the others what differs.
///
/// Places differ in every line; they are left out of the comparison. Those of the first stage, which
/// the others only hand on, are listed behind it, a regular row of them by its ends.
enum SiblingDumps {
  /// The dump of one file.
  struct Text {
    var name: String
    var dump: String
  }

  /// The first text in full, the others by what differs from it.
  static func text(of texts: [Text], withPlaces: Bool) -> String {
    guard let first = texts.first else { return "" }
    let lines = LineDifference.lines(first.dump)
    return "=== \(first.name)\n" + first.dump
      + texts.dropFirst().map { text in
        let own = LineDifference.lines(text.dump)
        let difference = LineDifference(from: lines, to: own, by: withoutPlace).lines
          .map(withoutPlace)
        let places = withPlaces ? rows(of: own.compactMap(place)) : []
        return "=== \(text.name)\n" + (difference + places).map { $0 + "\n" }.joined()
      }.joined()
  }

  private static let mark = "\t@"

  private static func withoutPlace(_ line: String) -> String {
    line.range(of: mark).map { String(line[..<$0.lowerBound]) } ?? line
  }

  private static func place(_ line: String) -> String? {
    line.range(of: mark).map { String(line[$0.upperBound...]) }
  }

  // MARK: Places

  /// A place as words and numbers: «12 /p[13]».
  private struct Pattern {
    var words: [Substring] = []
    var numbers: [Int] = []

    init(_ place: String) {
      var start = place.startIndex
      while start < place.endIndex {
        let isNumber = place[start].isASCII && place[start].isNumber
        let end =
          place[start...].firstIndex { ($0.isASCII && $0.isNumber) != isNumber } ?? place.endIndex
        if isNumber { numbers.append(Int(place[start..<end]) ?? 0) }
        words.append(isNumber ? "#" : place[start..<end])
        start = end
      }
    }

    /// By how much each number grows to those of another place; nil where the words differ.
    func steps(to next: Pattern) -> [Int]? {
      words == next.words ? zip(numbers, next.numbers).map { $1 - $0 } : nil
    }
  }

  /// «0 /p[1] … 11 /p[12]» for places that grow by the same steps.
  private static func rows(of places: [String]) -> [String] {
    let patterns = places.map(Pattern.init)
    var rows: [String] = []
    var index = 0
    while index < places.count {
      var end = index
      if index + 1 < places.count, let steps = patterns[index].steps(to: patterns[index + 1]) {
        end = index + 1
        while end + 1 < places.count, patterns[end].steps(to: patterns[end + 1]) == steps {
          end += 1
        }
      }
      if end - index < 2 {
        rows.append("@" + places[index])
        index += 1
      } else {
        rows.append("@" + places[index] + " … " + places[end])
        index = end + 1
      }
    }
    return rows
  }
}
