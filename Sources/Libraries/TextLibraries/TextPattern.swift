internal import CTextLibraries
internal import Synchronization

/// A regular expression as ICU reads it, searched for in UTF-8. Every search is bounded in time and memory.
package final class TextPattern: Sendable {
  /// The expression as it was written.
  package let source: String
  private let engine: Mutex<Engine>

  /// A text that is no regular expression.
  package struct Problem: Error, Equatable {
    /// About how many characters into it the mistake stands.
    package var column: Int
  }

  /// Where a pattern stands in a text.
  package struct Match: Sendable, Equatable {
    /// All of it.
    package var range: Range<Int>
    /// Its named groups, in the order asked for; nil for one that took no part.
    package var groups: [Range<Int>?]
  }

  /// What a search gave.
  package struct Matches: Sendable, Equatable {
    /// In the order of the text.
    package var found: [Match] = []
    /// Whether some stretch could not be searched to its end in the time there is.
    package var gaveUp = false
  }

  /// Reads an expression.
  package init(_ source: String) throws(Problem) {
    self.source = source
    var column: Int32 = 0
    let bytes = Array(source.utf8)
    guard let handle = ctk_regex_open(bytes, bytes.count, &column) else {
      throw Problem(column: Int(column))
    }
    engine = Mutex(Engine(handle: handle))
  }

  /// Whether it has a group of this name.
  package func hasGroup(_ name: String) -> Bool {
    engine.withLock { ctk_regex_group($0.handle, name) > 0 }
  }

  /// Its matches within stretches of a text, none of which reaches from one stretch into another.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - stretches: ranges of it.
  ///   - groups: names of groups whose places are told.
  ///   - limit: the most matches to look for.
  /// - Returns: the matches, in the order of the stretches.
  package func matches(
    in text: [UInt8], stretches: [Range<Int>], groups: [String] = [], limit: Int = .max
  ) -> Matches {
    engine.withLock { engine in
      let numbers = groups.map { ctk_regex_group(engine.handle, $0) }
      // Safe: the buffer is borrowed for the call, and the engine lets go of the text within it.
      return text.withUnsafeBufferPointer { text in
        guard ctk_regex_set_text(engine.handle, text.baseAddress, text.count) == 0 else {
          return Matches(gaveUp: true)
        }
        defer { _ = ctk_regex_set_text(engine.handle, nil, 0) }
        var matches = Matches()
        for stretch in stretches.map({ $0.clamped(to: 0..<text.count) }) {
          guard ctk_regex_set_stretch(engine.handle, stretch.lowerBound, stretch.upperBound) == 0
          else { return Matches(found: matches.found, gaveUp: true) }
          while matches.found.count < limit {
            let outcome = ctk_regex_next(engine.handle)
            if outcome < 0 { matches.gaveUp = true }
            guard outcome > 0, let range = engine.range(ofGroup: 0) else { break }
            guard !range.isEmpty else { continue }
            matches.found.append(
              Match(
                range: range,
                groups: numbers.map { $0 > 0 ? engine.range(ofGroup: $0) : nil }))
          }
        }
        return matches
      }
    }
  }

  /// The compiled expression, which this owns.
  private struct Engine: ~Copyable {
    let handle: OpaquePointer

    deinit { ctk_regex_close(handle) }

    /// The place of a group of the last match; nil where it took no part.
    func range(ofGroup number: Int32) -> Range<Int>? {
      var start = 0
      var end = 0
      guard ctk_regex_range(handle, number, &start, &end) != 0 else { return nil }
      return start..<end
    }
  }
}
