import TextLibraries

/// One pass over a leaf: unchanged runs are copied whole, and only what NFKC may change is shown
/// to ICU.
struct LeafScan {
  private typealias Class = CharacterTable.Class

  private let source: [UInt8]
  private let table: CharacterTable

  /// A scan of `source` by the rules of `table`.
  init(source: [UInt8], table: CharacterTable) {
    self.source = source
    self.table = table
  }

  /// Writes the matching form of the source in `leaf`.
  func write(_ leaf: Range<Int>, to writer: inout MatchingFormWriter) {
    let bytes = source.span
    let entries = table.entries.span
    let end = leaf.upperBound
    var runStart = leaf.lowerBound
    var last = runStart
    var position = runStart
    while position < end {
      let scalar = readScalar(bytes, at: position, before: end)
      let entry =
        scalar.value < 0x10000
        ? entries[Int(scalar.value)] : table.supplementaryEntry(of: scalar.value)
      if entry == Class.stable {
        last = position
        position = scalar.end
        continue
      }
      // What joins takes the character before it into its segment.
      let start = entry == Class.joining && runStart < position ? last : position
      writer.copy(runStart..<start, of: source)
      position = writeChanged(start, scalar, entry, before: end, to: &writer)
      runStart = position
    }
    writer.copy(runStart..<end, of: source)
  }

  /// Writes one character that a rule looks after, or one segment, and gives the place behind it.
  private func writeChanged(
    _ start: Int, _ scalar: ReadScalar, _ entry: UInt16, before end: Int,
    to writer: inout MatchingFormWriter
  ) -> Int {
    let range = start..<scalar.end
    switch entry {
    case Class.dropped: writer.drop(range)
    case Class.space: writer.drop(range, isSpace: true)
    case Class.quotationMark: writer.drop(range, isMark: true)
    case Class.comma:
      if commaFollows(scalar.end, before: end) {
        writer.drop(range)
      } else {
        writer.replace(range, withScalar: UInt16(UInt8(ascii: ",")))
      }
    case Class.openingBracket:
      if endsInHan(writer.leafText),
        let noiseEnd = SourceNoise.pinyin(source.span, fromBracket: start, before: end)
      {
        writer.drop(start..<noiseEnd)
        return noiseEnd
      }
      writer.replace(range, withScalar: UInt16(UInt8(ascii: "(")))
    case Class.debrisLead:
      if let noiseEnd = SourceNoise.debris(source.span, from: start, before: end) {
        writer.drop(start..<noiseEnd, isMark: true)
        return noiseEnd
      }
      return writeSegmentIfJoined(range, before: end, to: &writer) { $0.copy(range, of: source) }
    case Class.noteMark:
      // «合计¹»: of a word, whatever it refers to. Behind a letter or a digit it belongs to them.
      if endsInHan(writer.leafText) { writer.drop(range) } else { writer.copy(range, of: source) }
    case Class.atLeast: writer.replace(range, with: Array(">=".utf8))
    case Class.atMost: writer.replace(range, with: Array("<=".utf8))
    case Class.joining, Class.unstable:
      return writeSegment(from: start, reaching: scalar.end, before: end, to: &writer)
    default:
      return writeSegmentIfJoined(range, before: end, to: &writer) {
        $0.replace(range, withScalar: entry)
      }
    }
    return scalar.end
  }

  /// Writes a character that stands alone with `write`, or the segment that it begins.
  private func writeSegmentIfJoined(
    _ range: Range<Int>, before end: Int, to writer: inout MatchingFormWriter,
    otherwise write: (inout MatchingFormWriter) -> Void
  ) -> Int {
    if range.upperBound < end, source[range.upperBound] >= 0xC2,
      entry(at: range.upperBound, before: end).entry == Class.joining
    {
      return writeSegment(
        from: range.lowerBound, reaching: range.upperBound, before: end, to: &writer)
    }
    write(&writer)
    return range.upperBound
  }

  /// Writes the NFKC form of the segment that begins at `start` and goes on behind `reached` as far
  /// as characters join, and gives the place behind it.
  private func writeSegment(
    from start: Int, reaching reached: Int, before end: Int, to writer: inout MatchingFormWriter
  ) -> Int {
    var segmentEnd = reached
    while segmentEnd < end {
      let next = entry(at: segmentEnd, before: end)
      // The limit keeps a hostile heap of combining marks from costing quadratic time.
      guard next.entry == Class.joining,
        next.end - start <= UnicodeNormalization.segmentLimit
      else { break }
      segmentEnd = next.end
    }
    let range = start..<segmentEnd
    guard let normalized = UnicodeNormalization.normalized(source[range]) else {
      writer.copy(range, of: source)
      return segmentEnd
    }
    let result = table.matches ? matchingForm(ofSegment: normalized) : normalized
    if result.elementsEqual(source[range]) {
      writer.copy(range, of: source)
    } else {
      writer.replace(range, with: result)
    }
    return segmentEnd
  }

  /// Applies the rules for single characters to what NFKC made; spaces and marks in it are not the
  /// author's («´» is a space and an accent).
  private func matchingForm(ofSegment normalized: [UInt8]) -> [UInt8] {
    var writer = MatchingFormWriter(reserving: normalized.count)
    let bytes = normalized.span
    var position = 0
    while position < normalized.count {
      let scalar = readScalar(bytes, at: position, before: normalized.count)
      let entry =
        scalar.value < 0x10000
        ? table.entries[Int(scalar.value)] : table.supplementaryEntry(of: scalar.value)
      let range = position..<scalar.end
      switch entry {
      case Class.dropped, Class.space, Class.quotationMark: break
      case Class.atLeast: writer.replace(range, with: Array(">=".utf8))
      case Class.atMost: writer.replace(range, with: Array("<=".utf8))
      case Class.firstReplacement...: writer.replace(range, withScalar: entry)
      default: writer.copy(range, of: normalized)
      }
      position = scalar.end
    }
    return writer.text
  }

  /// Whether nothing but a gap parts this place from a comma or a full stop, beside which a comma
  /// is one too many.
  private func commaFollows(_ position: Int, before end: Int) -> Bool {
    var position = position
    while position < end {
      let next = entry(at: position, before: end)
      switch next.entry {
      case Class.comma, 0x3001, 0x3002: return true
      case Class.dropped, Class.space, Class.quotationMark: position = next.end
      default: return next.value == 0x3001 || next.value == 0x3002
      }
    }
    return false
  }

  private func entry(at position: Int, before end: Int) -> (entry: UInt16, value: UInt32, end: Int)
  {
    let scalar = readScalar(source.span, at: position, before: end)
    let entry =
      scalar.value < 0x10000
      ? table.entries[Int(scalar.value)] : table.supplementaryEntry(of: scalar.value)
    return (entry, scalar.value, scalar.end)
  }
}

/// Whether text ends in a Han character.
private func endsInHan(_ text: ArraySlice<UInt8>) -> Bool {
  let tail = Array(text.suffix(4))
  var start = tail.count - 1
  while start > 0, tail[start] & 0xC0 == 0x80 { start -= 1 }
  guard start >= 0 else { return false }
  switch readScalar(tail.span, at: start, before: tail.count).value {
  case 0x3005, 0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return true
  default: return false
  }
}
