package import DocumentModel
import TextKit

/// Reads the pages that government sites publish reports on: the article apart from the navigation
/// around it, in one streaming parse.
package enum HTMLReader {
  private static let chunk = 64 * 1024

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
    let page = HTMLPage(encoding: decoded.encoding)
    let stream = HTMLStream(elements: page)
    page.stop = { stream.stop() }
    defer { page.stop = {} }
    let hasMemory = decoded.text.withUnsafeBufferPointer { text in
      var start = 0
      while start < text.count {
        let end = min(text.count, start + chunk)
        guard stream.feed(UnsafeBufferPointer(rebasing: text[start..<end])) else { return false }
        start = end
      }
      return stream.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    }
    guard hasMemory else {
      throw .limitExceeded(what: "memory for the page", limit: "what is free")
    }
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
