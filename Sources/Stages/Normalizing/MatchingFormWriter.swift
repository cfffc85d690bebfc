import DocumentModel

/// The matching form as it grows, with the edits that lead back.
///
/// What is dropped is held open as one gap until the next character is known: only then is it plain
/// whether a space stays in its place.
struct MatchingFormWriter {
  /// The matching form so far.
  private(set) var text: [UInt8] = []
  /// Leads from `text` back to the source.
  private(set) var edits = EditList()

  private var leafStart = 0
  private var gap: Range<Int>?
  private var gapHasSpace = false
  private var gapHasMark = false

  /// A writer for a source of about `count` bytes.
  init(reserving count: Int) {
    text.reserveCapacity(count)
  }

  /// Begins a leaf: what stands before is no neighbour of what follows.
  mutating func beginLeaf() {
    leafStart = text.count
  }

  /// Ends a leaf and gives the range of its matching form.
  mutating func endLeaf(at position: Int) -> Range<Int> {
    closeGap(before: nil)
    return leafStart..<text.count
  }

  /// The matching form of the leaf so far.
  var leafText: ArraySlice<UInt8> { text[leafStart...] }

  /// Copies a stretch of the source unchanged.
  mutating func copy(_ range: Range<Int>, of source: [UInt8]) {
    guard !range.isEmpty else { return }
    if gap != nil { closeGap(before: source[range.lowerBound]) }
    text.append(contentsOf: source[range])
  }

  /// Writes one scalar for a stretch of the source.
  mutating func replace(_ range: Range<Int>, withScalar scalar: UInt16) {
    if scalar < 0x80 {
      if gap != nil { closeGap(before: UInt8(truncatingIfNeeded: scalar)) }
      record(range, length: 1)
      text.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      if gap != nil { closeGap(before: 0xC2) }
      record(range, length: 2)
      text.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      text.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    } else {
      if gap != nil { closeGap(before: 0xE0) }
      record(range, length: 3)
      text.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      text.append(0x80 | UInt8(truncatingIfNeeded: (scalar >> 6) & 0x3F))
      text.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    }
  }

  /// Writes other text for a stretch of the source; as it has more than one character on either
  /// side, it is an edit even where the lengths agree.
  mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
    guard let first = bytes.first else {
      drop(range)
      return
    }
    closeGap(before: first)
    if range.count != 1 || bytes.count != 1 {
      edits.append(
        normalizedStart: text.count, normalizedLength: bytes.count,
        originalStart: range.lowerBound, originalLength: range.count)
    }
    text.append(contentsOf: bytes)
  }

  /// Drops a stretch of the source. `isSpace`: a space may stay in its place. `isMark`: it parts
  /// two figures, which must not become one.
  mutating func drop(_ range: Range<Int>, isSpace: Bool = false, isMark: Bool = false) {
    guard !range.isEmpty else { return }
    gap = (gap?.lowerBound ?? range.lowerBound)..<range.upperBound
    gapHasSpace = gapHasSpace || isSpace
    gapHasMark = gapHasMark || isMark
  }

  private mutating func record(_ range: Range<Int>, length: Int) {
    guard range.count != length else { return }
    edits.append(
      normalizedStart: text.count, normalizedLength: length,
      originalStart: range.lowerBound, originalLength: range.count)
  }

  private mutating func closeGap(before next: UInt8?) {
    guard let range = gap else { return }
    let keepsSpace = next.map(keepsSpace(before:)) ?? false
    // A single space that stays for a single byte is no edit.
    if !keepsSpace || range.count > 1 {
      edits.append(
        normalizedStart: text.count, normalizedLength: keepsSpace ? 1 : 0,
        originalStart: range.lowerBound, originalLength: range.count)
    }
    if keepsSpace { text.append(UInt8(ascii: " ")) }
    gap = nil
    gapHasSpace = false
    gapHasMark = false
  }

  /// Whether a space stays in the gap: between two ASCII characters that do not stand close by
  /// themselves, and wherever two figures would become one without it.
  private func keepsSpace(before next: UInt8) -> Bool {
    guard gapHasSpace || gapHasMark, text.count > leafStart else { return false }
    let previous = text[text.count - 1]
    guard previous < 0x80, next < 0x80 else { return false }
    if isDigit(next) {
      if isDigit(previous) { return true }
      // «1, 537» may be two figures as well as one.
      if previous == UInt8(ascii: ","), gapHasSpace, text.count - 2 >= leafStart,
        isDigit(text[text.count - 2])
      {
        return true
      }
    }
    return gapHasSpace && !standsClose(previous) && !standsClose(next)
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
}

private func standsClose(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("),
    UInt8(ascii: ")"), UInt8(ascii: "%"):
    true
  default: false
  }
}
