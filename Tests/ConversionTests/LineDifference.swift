/// The lines that differ between two texts, in the manner of `diff -U1`.
struct LineDifference {
  /// One line that stands in both, or in one of them only.
  private enum Change {
    case same(String)
    case removed(String)
    case added(String)
  }

  /// Hunks, each with the line before it; without numbers, which change with every line above.
  private(set) var lines: [String] = []

  /// Compares two lists of lines by `key`, which is all of a line unless told.
  init(from old: [String], to new: [String], by key: (String) -> String = { $0 }) {
    var wasSame = true
    var last: String?
    for change in Self.changes(old, new, key) {
      switch change {
      case .same(let line):
        last = line
        wasSame = true
        continue
      case .removed(let line), .added(let line):
        if wasSame, let last { lines.append("  " + last) }
        wasSame = false
        if case .removed = change { lines.append("- " + line) } else { lines.append("+ " + line) }
      }
    }
  }

  /// The lines of a text without the empty one behind the last.
  static func lines(_ text: String) -> [String] {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// The first lines.
  func shortened(to count: Int) -> String {
    let rest = lines.count - count
    return lines.prefix(count).joined(separator: "\n")
      + (rest > 0 ? "\n… and \(rest) lines more" : "")
  }

  /// The shortest way from one to the other.
  private static func changes(
    _ old: [String], _ new: [String], _ key: (String) -> String
  ) -> [Change] {
    let oldKeys = old.map { Array(key($0).utf8) }
    let newKeys = new.map { Array(key($0).utf8) }
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in newKeys.difference(from: oldKeys) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var changes: [Change] = []
    var (index, next) = (0, 0)
    while index < old.count || next < new.count {
      if removed.contains(index) {
        changes.append(.removed(old[index]))
        index += 1
      } else if added.contains(next) {
        changes.append(.added(new[next]))
        next += 1
      } else {
        changes.append(.same(new[next]))
        index += 1
        next += 1
      }
    }
    return changes
  }
}
