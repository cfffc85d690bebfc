package import ValueModel

/// What a person sees of characters that are no plain text of their line: the one policy of all readers.
///
/// * What nobody sees is left out and its figures are counted: ``LeftOut``. So is what is struck out.
/// * Raised and lowered digits are written with the characters that Unicode has for them («1,234.56¹»),
///   so that no later stage takes a note's mark for the last digit of a number.
/// * What cannot be read (a formula, a symbol of an unknown font, characters drawn over each other) is
///   written as ``hole``. A figure that touches one is in doubt.
package enum Legibility {
  /// U+FFFC, in UTF-8: here stands something that cannot be read.
  package static let hole: [UInt8] = [0xEF, 0xBF, 0xBC]

  /// How a stretch of text stands to its line.
  package enum Shift: Sendable, Equatable {
    case raised, lowered
  }

  /// A stretch of a text that does not stand on the line.
  package struct Shifted: Sendable, Equatable {
    /// In bytes of the text.
    package var range: Range<Int>
    /// Where it stands.
    package var shift: Shift

    /// A stretch with where it stands.
    package init(range: Range<Int>, shift: Shift) {
      self.range = range
      self.shift = shift
    }
  }

  /// More raised digits than a note's number has are a figure that somebody wrote small.
  private static let longestMark = 2

  /// The text with its raised and lowered digits written as such.
  ///
  /// Digits that stand off the line but beside no digit on it are a note's mark where they are one or
  /// two, and a figure of their own where they are more: that is written plainly.
  package static func written(
    _ text: ArraySlice<UInt8>, shifted stretches: [Shifted]
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 8)
    var position = text.startIndex
    for stretch in joined(stretches) {
      var range = stretch.range.clamped(to: position..<text.endIndex)
      while let first = text[range].first, first == 0x20 {
        range = (range.lowerBound + 1)..<range.upperBound
      }
      result += text[position..<range.lowerBound]
      let part = text[range]
      let touches =
        text[..<range.lowerBound].last.map(isOfFigure) ?? false
        || text[range.upperBound...].first.map(isOfFigure) ?? false
      if touches || part.count(where: isDigit) <= longestMark {
        for byte in part { result += form(of: byte, stretch.shift) }
      } else {
        result += part
      }
      position = range.upperBound
    }
    return result + text[position...]
  }

  /// The stretches with those joined that stand beside each other: a word processor cuts text anywhere.
  private static func joined(_ stretches: [Shifted]) -> [Shifted] {
    var joined: [Shifted] = []
    for stretch in stretches {
      if let last = joined.last, last.shift == stretch.shift,
        last.range.upperBound == stretch.range.lowerBound
      {
        joined[joined.count - 1].range = last.range.lowerBound..<stretch.range.upperBound
      } else {
        joined.append(stretch)
      }
    }
    return joined
  }

  /// The raised or lowered form of a digit or sign; other characters stay as they are.
  package static func form(of byte: UInt8, _ shift: Shift) -> [UInt8] {
    switch (shift, byte) {
    case (.raised, UInt8(ascii: "1")): [0xC2, 0xB9]
    case (.raised, UInt8(ascii: "2")): [0xC2, 0xB2]
    case (.raised, UInt8(ascii: "3")): [0xC2, 0xB3]
    case (.raised, UInt8(ascii: "0")...UInt8(ascii: "9")): [0xE2, 0x81, 0x80 + byte]
    case (.raised, UInt8(ascii: "-")): [0xE2, 0x81, 0xBB]
    case (.lowered, UInt8(ascii: "0")...UInt8(ascii: "9")): [0xE2, 0x82, 0x50 + byte]
    default: [byte]
    }
  }

  /// The text with a hole at each place where a picture stands within or beside a figure; elsewhere a
  /// picture says nothing about the text around it.
  package static func withHoles(_ text: [UInt8], atPictures places: [Int]) -> [UInt8] {
    var text = text
    for place in places.reversed() where place <= text.count {
      let touches =
        text[..<place].last.map(isOfFigure) ?? false
        || text[place...].first.map(isDigit) ?? false
      if touches { text.insert(contentsOf: hole, at: place) }
    }
    return text
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isOfFigure(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }
}

/// Counts what a reader does not hand on since a person does not see it, or cannot read it.
package struct LeftOut: Sendable, Equatable {
  /// Why something is not in the text.
  package enum Reason: Sendable, CaseIterable {
    /// Nobody sees it.
    case hidden
    /// Its author struck it out.
    case struck
    /// It is seen and cannot be read as text; a hole stands for it.
    case unreadable
  }

  private struct Count: Sendable, Equatable {
    var characters = 0
    var figures = 0
    var isInFigure = false
  }

  private var counts: [Reason: Count] = [:]

  /// Nothing yet.
  package init() {}

  /// How many figures are left out for a reason.
  package func figures(_ reason: Reason) -> Int { counts[reason]?.figures ?? 0 }

  /// How many characters are left out for a reason.
  package func characters(_ reason: Reason) -> Int { counts[reason]?.characters ?? 0 }

  /// Notes a piece of text; a figure goes on from one piece to the next one.
  package mutating func note(_ text: some Sequence<UInt8>, _ reason: Reason) {
    var count = counts[reason] ?? Count()
    for byte in text {
      if byte & 0xC0 != 0x80, byte > 0x20 { count.characters += 1 }
      switch byte {
      case 0x30...0x39:
        if !count.isInFigure { count.figures += 1 }
        count.isInFigure = true
      case UInt8(ascii: "."), UInt8(ascii: ","): break
      default: count.isInFigure = false
      }
    }
    counts[reason] = count
  }

  /// Adds what another part of the source leaves out.
  package mutating func add(_ other: LeftOut) {
    for (reason, count) in other.counts {
      counts[reason, default: Count()].characters += count.characters
      counts[reason, default: Count()].figures += count.figures
    }
  }

  /// Ends the figure that the last piece may hold: the next one stands elsewhere.
  package mutating func endFigure() {
    for reason in counts.keys { counts[reason]?.isInFigure = false }
  }

  /// One finding for each reason. A page of the web hides much that is no text of the report: of that only
  /// figures are told.
  ///
  /// `where` says where it was left out, for formats that have pages.
  package func findings(
    of format: SourceFormat, where place: (Reason) -> String = { _ in "" }
  ) -> [Finding] {
    Reason.allCases.compactMap { reason in
      guard let count = counts[reason],
        reason == .unreadable || count.figures > 0
          || count.characters > 0 && format.rawValue != "html"
      else { return nil }
      return Finding(
        severity: reason == .unreadable ? .warning : .note, code: reason.code(of: format),
        message: place(reason) + reason.words(count.figures, count.characters))
    }
  }
}

extension LeftOut.Reason {
  /// `docx.hidden_text`.
  package func code(of format: SourceFormat) -> NoticeCode {
    switch self {
    case .hidden: NoticeCode(rawValue: "\(format.rawValue).hidden_text")
    case .struck: NoticeCode(rawValue: "\(format.rawValue).struck_text")
    case .unreadable: NoticeCode(rawValue: "\(format.rawValue).unreadable_text")
    }
  }

  fileprivate func words(_ figures: Int, _ characters: Int) -> String {
    let what = "\(figures) figures (\(characters) characters)"
    return switch self {
    case .hidden:
      "\(what) that a person does not see (hidden, white, tiny, covered, off the page) were "
        + "left out"
    case .struck: "\(what) that are struck out were left out"
    case .unreadable:
      "\(what) stand in formulas, symbols or overprinted places and were not read; a hole (U+FFFC) "
        + "stands for each, and figures beside one are not taken"
    }
  }
}
