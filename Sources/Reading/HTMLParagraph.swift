/// Text of the paragraph that is being read, with white space collapsed as browsers do.
struct HTMLParagraph {
  private var text: [UInt8] = []
  private var spaceIsPending = false
  /// A `<br>` was met whose meaning depends on what follows.
  var isBreakPending = false

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

  mutating func appendVerbatim(_ byte: UInt8) {
    spaceIsPending = false
    text.append(byte)
  }

  /// The paragraph's text; empty where nothing but space was met. Starts the next one.
  mutating func take() -> [UInt8] {
    defer {
      text = []
      spaceIsPending = false
      isBreakPending = false
    }
    // A break at the end of a block shows nothing.
    while text.last == 0x0A { text.removeLast() }
    return Self.withoutSpace(text).isEmpty ? [] : text
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

  /// The text without white space of any kind, for comparison.
  static func withoutSpace(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte <= 0x20 {
        index += 1
      } else if byte == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 {
        index += 2
      } else if byte == 0xE3, index + 2 < text.count, text[index + 1] == 0x80,
        text[index + 2] == 0x80
      {
        index += 3
      } else {
        result.append(byte)
        index += 1
      }
    }
    return result
  }
}
