package import DocumentModel
import TextLibraries

/// Reads the pages that government sites publish reports on: the article apart from the navigation
/// around it, in one streaming parse.
package enum HTMLReader {
  /// Most pages are fed in one piece: libxml2 looks for the end of a tag before it reads the tag
  /// unless it is told that no more comes.
  private static let piece = 4 << 20

  package static func read(_ bytes: [UInt8]) throws(ReadError) -> Document {
    guard bytes.count <= DocumentLimits.mostBytes else {
      throw .limitExceeded(
        what: "the size of the page", limit: "\(DocumentLimits.mostBytes >> 20) MB")
    }
    let decoded = try TextDecoding.decode(bytes, declared: HTMLCharset.declared(in: bytes))
    guard !HTMLTags.hasTooManyAttributes(decoded.text) else {
      throw .limitExceeded(
        what: "the number of attributes of one element", limit: "\(HTMLTags.mostAttributes)")
    }
    let events = HTMLPageEvents(
      HTMLPage(
        encoding: decoded.encoding,
        sights: HTMLSights(
          rules: HTMLRules(decoded.text),
          hasOtherStyles: ["rel=\"stylesheet", "rel='stylesheet", "rel=stylesheet"].contains {
            ByteSearch.first(Array($0.utf8), in: decoded.text[...]) != nil
          })))
    let stream = HTMLStream(elements: events)
    events.stop = { stream.stop() }
    defer { events.stop = {} }
    // Safe: borrowed for the closure, in which the parser ends; each slice is checked.
    let hasMemory = decoded.text.withUnsafeBufferPointer { text in
      var start = 0
      while text.count - start > piece {
        let next = text[start..<start + piece]
        guard stream.feed(UnsafeBufferPointer(rebasing: next)) else { return false }
        start += piece
      }
      return stream.feed(UnsafeBufferPointer(rebasing: text[start...]), isLast: true)
    }
    guard hasMemory else {
      throw .limitExceeded(what: "memory for the page", limit: "what is free")
    }
    var page = events.page
    var document = try page.finish()
    if let finding = decoded.finding { document.findings.append(finding) }
    guard document.blocks.contains(where: { $0.region == .body }) else { throw .empty }
    return document
  }
}

/// The character set that a page says it is written in.
enum HTMLCharset {
  private static let searched = 4096

  /// The value of «charset=» in the page's first 4 KB, in lower case; nil where it says none.
  static func declared(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(searched).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for mark in ["charset", "encoding"] {
      let word = Array(mark.utf8)
      var index = 0
      while index + word.count < head.count {
        if head[index] == word[0], head[index..<index + word.count].elementsEqual(word) {
          var start = index + word.count
          while start < head.count, [0x20, 0x3D, 0x22, 0x27].contains(head[start]) { start += 1 }
          let name = head[start...].prefix { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
              || byte == 0x5F
          }
          if start > index + word.count, !name.isEmpty {
            return String(decoding: name, as: UTF8.self)
          }
        }
        index += 1
      }
    }
    return nil
  }
}
