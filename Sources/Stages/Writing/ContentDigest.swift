internal import TextLibraries

/// The digest that an output carries of itself, by which one that was edited is told from one that
/// another version of the program wrote.
package enum ContentDigest {
  /// The name of the member of a document that holds it: the last one.
  package static let member = "digest"

  /// SHA-256, in hexadecimal digits, of a document without the white space between its values.
  ///
  /// Of the beginning of a document, as ``JSONWriter`` writes it, with the end that it would have had.
  /// What programs change when they only lay a document out anew does not change it.
  package static func hexadecimal(of json: [UInt8], closedBy end: StaticString = "") -> String {
    // Safe: borrowed for the call.
    json.withUnsafeBufferPointer { hexadecimal(of: $0, closedBy: end) }
  }

  static func hexadecimal(
    of json: UnsafeBufferPointer<UInt8>, closedBy end: StaticString
  ) -> String {
    // Safe: no more is kept than is there; a static string lives for ever.
    let compact = [UInt8](unsafeUninitializedCapacity: json.count + end.utf8CodeUnitCount) {
      kept, count in
      count = copyValues(json, to: kept)
      for offset in 0..<end.utf8CodeUnitCount {
        kept[count] = end.utf8Start[offset]
        count += 1
      }
    }
    return Digest(of: compact).hexadecimal
  }

  /// Copies all but the white space outside of texts, and gives how much that was.
  private static func copyValues(
    _ json: UnsafeBufferPointer<UInt8>, to kept: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    var index = 0
    while index < json.count {
      let byte = json[index]
      index += 1
      guard byte > 0x20 else { continue }
      kept[count] = byte
      count += 1
      guard byte == UInt8(ascii: "\"") else { continue }
      var isEscaped = false
      while index < json.count {
        let byte = json[index]
        kept[count] = byte
        index += 1
        count += 1
        if byte == UInt8(ascii: "\""), !isEscaped { break }
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      }
    }
    return count
  }
}

extension Property {
  /// The digest of all members before it; it must be the last of a document.
  static func contentDigest(_ description: String) -> Property {
    var property = Property(ContentDigest.member, description, .pattern("^[0-9a-f]{64}$")) { _ in
      ""
    }
    // An output that was written before there was a digest is still one.
    property.isRequired = false
    let name = MemberName(ContentDigest.member)
    property.write = { _, writer in
      let digest = writer.output.withBytes { ContentDigest.hexadecimal(of: $0, closedBy: "}") }
      writer.member(name)
      writer.write(digest)
    }
    return property
  }
}
