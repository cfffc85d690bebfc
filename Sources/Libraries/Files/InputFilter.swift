internal import Glibc

/// Which files of a folder are wanted, by shell patterns over their path below it.
package struct InputFilter: Sendable {
  private let included: [String]
  private let excluded: [String]

  /// - Parameters:
  ///   - included: a file must match one of these; all do where there is none.
  ///   - excluded: a file that matches one of these is left out.
  ///
  /// `*` and `?` match as in a shell but cross slashes; a pattern without a slash is matched with the
  /// name alone.
  package init(included: [String] = [], excluded: [String] = []) {
    self.included = included
    self.excluded = excluded
  }

  func admits(_ relativePath: String, name: String) -> Bool {
    func matches(_ pattern: String) -> Bool {
      fnmatch(pattern, pattern.contains("/") ? relativePath : name, 0) == 0
    }
    return (included.isEmpty || included.contains(where: matches))
      && !excluded.contains(where: matches)
  }
}
