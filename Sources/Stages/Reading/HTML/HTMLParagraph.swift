import DocumentModel

/// Text of the paragraph that is being read, with white space collapsed as browsers do.
struct HTMLParagraph {
  private(set) var text: [UInt8] = []
  private var spaceIsPending = false
  /// A `<br>` was met whose meaning depends on what follows.
  var isBreakPending = false
  private var shifted: [Legibility.Shifted] = []
  private var pictures: [Int] = []

  var isEmpty: Bool { text.isEmpty }

  /// Adds text and gives the number of bytes added.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let before = text.count
    for byte in bytes {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        spaceIsPending = !text.isEmpty && text.last != 0x0A
      } else {
        if spaceIsPending { text.append(0x20) }
        spaceIsPending = false
        text.append(byte)
      }
    }
    return text.count - before
  }

  /// Says that what was added from a place on does not stand on the line.
  mutating func shift(from start: Int, _ shift: Legibility.Shift) {
    shifted.append(Legibility.Shifted(range: start..<text.count, shift: shift))
  }

  /// A picture in the line: of interest only where it stands within a figure.
  mutating func notePicture() { pictures.append(text.count) }

  /// Puts a hole where a stretch was added from a place on; the stretch.
  mutating func takeBack(from start: Int) -> [UInt8] {
    let start = min(start, text.count)
    let stretch = Array(text[start...])
    text.removeSubrange(start...)
    text += Legibility.hole
    return stretch
  }

  mutating func appendHole() {
    if spaceIsPending { text.append(0x20) }
    spaceIsPending = false
    text += Legibility.hole
  }

  mutating func appendVerbatim(_ byte: UInt8) {
    spaceIsPending = false
    text.append(byte)
  }

  /// Takes away what does not show: a break at the end, and space where there is nothing else.
  mutating func end() {
    if !shifted.isEmpty {
      text = Legibility.written(text[...], shifted: shifted)
    } else if !pictures.isEmpty {
      text = Legibility.withHoles(text, atPictures: pictures)
    }
    while text.last == 0x0A { text.removeLast() }
    if Self.isBlank(text) { text.removeAll(keepingCapacity: true) }
  }

  /// Starts the next paragraph.
  mutating func begin() {
    text.removeAll(keepingCapacity: true)
    spaceIsPending = false
    isBreakPending = false
    shifted.removeAll()
    pictures.removeAll()
  }

  // MARK: Line breaks

  private static let shortestWrappedLine = 60

  /// Settles a pending `<br>` now that text follows it: true when it ended the paragraph. A wrapped
  /// sentence (a full line without a final mark, and no number behind the break) goes on.
  mutating func takesPendingBreak(before next: UnsafeBufferPointer<UInt8>, inCell: Bool) -> Bool {
    guard isBreakPending, let first = next.first(where: { $0 > 0x20 }) else { return false }
    isBreakPending = false
    guard text.count >= Self.shortestWrappedLine, !endsSentence,
      !Self.beginsEntry(first, next)
    else { return true }
    text.append(0x0A)
    spaceIsPending = false
    return false
  }

  private var endsSentence: Bool {
    ["。", "；", "：", "！", "？", ";", ":", "!", "?"].contains { mark in
      text.suffix(mark.utf8.count).elementsEqual(mark.utf8)
    }
  }

  /// Whether the text behind a break starts with an entry's number or an indent.
  private static func beginsEntry(_ first: UInt8, _ next: UnsafeBufferPointer<UInt8>) -> Bool {
    if (0x30...0x39).contains(first) || first == UInt8(ascii: "(") { return true }
    let text = next.drop { $0 <= 0x20 }
    return ["（", "第", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "\u{3000}", "\u{A0}"]
      .contains {
        text.starts(with: $0.utf8)
      }
  }

  // MARK: White space

  /// The text without white space of any kind, for comparison.
  static func withoutSpace(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    // Safe: borrowed for the closure; `spaceLength` looks at the count before it reads further.
    text.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        let space = spaceLength(in: text, at: index)
        if space == 0 { result.append(text[index]) }
        index += max(1, space)
      }
    }
    return result
  }

  private static func isBlank(_ text: [UInt8]) -> Bool {
    // Safe: as above.
    text.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        let space = spaceLength(in: text, at: index)
        if space == 0 { return false }
        index += space
      }
      return true
    }
  }

  /// How many bytes the white space at a place takes, 0 where there is none.
  private static func spaceLength(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case 0...0x20: 1
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: 2
    case 0xE3
    where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x80: 3
    default: 0
    }
  }
}
