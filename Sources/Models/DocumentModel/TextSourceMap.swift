/// Leads from an offset in the decoded UTF-8 text of a file to the offset in the file's own bytes.
///
/// The text is a sequence of runs; within one, every character takes the same number of bytes
/// decoded and the same number in the file (a run of hanzi in GB18030: 3 and 2). So each
/// character's place is exact, and a UTF-8 file needs a single run.
package struct TextSourceMap: Sendable, Equatable {
  /// Characters of one size each, up to the start of the next run.
  package struct Run: Sendable, Equatable {
    // Mixed text has a run for every other character, so runs are small.
    private let decodedStart: UInt32
    private let originalStart: UInt32
    private let decodedSize: UInt8
    private let originalSize: UInt8

    /// Where it starts in the decoded text.
    package var decoded: Int { Int(decodedStart) }
    /// Where it starts in the file.
    package var original: Int { Int(originalStart) }
    /// Bytes of one character in the decoded text, at least 1.
    package var decodedStep: Int { Int(decodedSize) }
    /// Bytes of one character in the file.
    package var originalStep: Int { Int(originalSize) }

    /// Files of up to 4 GB; readers refuse larger ones long before.
    package init(decoded: Int, original: Int, decodedStep: Int, originalStep: Int) {
      decodedStart = UInt32(clamping: decoded)
      originalStart = UInt32(clamping: original)
      decodedSize = UInt8(clamping: decodedStep)
      originalSize = UInt8(clamping: originalStep)
    }
  }

  /// Ascending by both offsets; the first starts at 0 of the decoded text.
  package private(set) var runs: [Run]

  /// A map without any text yet, for a file whose text starts at `start`.
  package init(startingAt start: Int = 0) {
    runs = [Run(decoded: 0, original: start, decodedStep: 1, originalStep: 1)]
  }

  /// Every position of a file whose text is its bytes behind a mark of `markLength` bytes.
  package init(markLength: Int) {
    self.init(startingAt: markLength)
  }

  /// Says that the character at `decoded` takes `decodedStep` bytes there and stands at `original`
  /// with `originalStep` bytes; characters are told in their order.
  package mutating func append(
    decoded: Int, original: Int, decodedStep: Int, originalStep: Int
  ) {
    let run = Run(
      decoded: decoded, original: original, decodedStep: decodedStep, originalStep: originalStep)
    guard let last = runs.last, decoded > 0 else {
      runs = [run]
      return
    }
    let sameSteps = last.decodedStep == decodedStep && last.originalStep == originalStep
    let count = (decoded - last.decoded) / last.decodedStep
    if sameSteps, last.original + count * originalStep == original { return }
    runs.append(run)
  }

  /// The offset in the file of the character at `offset` in the decoded text; for an offset within
  /// a character, that character's start where its sizes differ.
  package func originalOffset(of offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].decoded <= offset { low = middle } else { high = middle }
    }
    let run = runs[low]
    return run.original + (offset - run.decoded) / run.decodedStep * run.originalStep
  }
}
