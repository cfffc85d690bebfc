/// Writes JSON as UTF-8 with two spaces of indentation; the same calls always give the same bytes.
///
/// Values are written as they come, and no tree of them is built. A container is begun; each of its
/// members is named, or each of its elements announced, and its value written; then it is ended.
package struct JSONWriter: ~Copyable {
  /// What was written so far.
  var output = OutputBuffer()
  /// How many containers are open.
  private var depth = 0
  /// How many values that stand on one line are open, one within the other.
  private var openLines = 0
  /// Whether the innermost container has nothing in it yet.
  private var isFirst = true

  /// A writer that has written nothing.
  package init() {}

  /// The bytes of a whole document, with a line feed at its end.
  package static func bytes(of value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value)
    return writer.finished()
  }

  /// The bytes written, with a line feed at their end.
  consuming func finished() -> [UInt8] {
    output.append(UInt8(ascii: "\n"))
    return output.bytes
  }

  /// Begins an object; members follow, then ``endObject()``.
  mutating func beginObject() { begin(UInt8(ascii: "{")) }

  /// Announces a member, whose value follows.
  mutating func member(_ name: MemberName) {
    separate(spacedInside: true)
    output.append(name.bytes)
  }

  /// Announces a member whose name comes from the report.
  mutating func member(named name: String) {
    separate(spacedInside: true)
    write(name)
    output.append(": ")
  }

  /// Ends the innermost container, an object.
  mutating func endObject() { end(UInt8(ascii: "}"), spacedInside: true) }

  /// Begins an array; elements follow, then ``endArray()``.
  mutating func beginArray() { begin(UInt8(ascii: "[")) }

  /// Announces an element, whose value follows.
  mutating func element() { separate(spacedInside: false) }

  /// Ends the innermost container, an array.
  mutating func endArray() { end(UInt8(ascii: "]"), spacedInside: false) }

  /// The next value is written on one line, up to ``endLine()``.
  mutating func beginLine() { openLines += 1 }

  /// Ends what ``beginLine()`` began: values may take several lines again.
  mutating func endLine() { openLines -= 1 }

  private mutating func begin(_ bracket: UInt8) {
    output.append(bracket)
    depth += 1
    isFirst = true
  }

  private mutating func separate(spacedInside: Bool) {
    if openLines == 0 {
      breakLine(behind: isFirst ? 1 : 0)
      isFirst = false
      return
    }
    if !isFirst { output.append(UInt8(ascii: ",")) }
    if !isFirst || spacedInside {
      output.append(UInt8(ascii: " "))
    }
    isFirst = false
  }

  private mutating func end(_ bracket: UInt8, spacedInside: Bool) {
    depth -= 1
    if !isFirst {
      if openLines == 0 {
        breakLine(behind: 1)
      } else if spacedInside {
        output.append(UInt8(ascii: " "))
      }
    }
    output.append(bracket)
    isFirst = false
  }

  /// A comma, a line feed and the indentation of the deepest record of a report.
  private static let lineBreak: StaticString = ",\n                                "

  /// Begins a line, in one piece; `start` is 1 to leave the comma off.
  private mutating func breakLine(behind start: Int) {
    let lineBreak = Self.lineBreak
    let deepest = (lineBreak.utf8CodeUnitCount - 2) / 2
    let end = 2 + 2 * min(depth, deepest)
    output.append(
      // Safe: a static string lives for ever; `start` is 0 or 1, and `end` no more than its count.
      UnsafeBufferPointer(start: lineBreak.utf8Start + start, count: end - start))
    for _ in deepest..<max(deepest, depth) { output.append("  ") }
  }
}

/// The name of a member as it is written, with its quotation marks and the colon.
package struct MemberName: Sendable {
  fileprivate let bytes: [UInt8]

  /// The form in which a name is written, made once.
  package init(_ name: String) {
    var writer = JSONWriter()
    writer.write(name)
    writer.output.append(": ")
    bytes = writer.output.bytes
  }
}
