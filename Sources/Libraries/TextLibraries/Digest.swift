internal import CTextLibraries

/// The SHA-256 of some bytes.
package struct Digest: Sendable, Equatable {
  /// 32 bytes.
  package let bytes: [UInt8]

  package init(of content: [UInt8]) {
    // Safe: C reads `count` bytes and writes all CTK_SHA256_SIZE of the capacity before the count
    // is set.
    bytes = content.withUnsafeBufferPointer { content in
      [UInt8](unsafeUninitializedCapacity: Int(CTK_SHA256_SIZE)) { digest, count in
        ctk_sha256(content.baseAddress, content.count, digest.baseAddress)
        count = Int(CTK_SHA256_SIZE)
      }
    }
  }

  /// 64 lower-case hexadecimal digits.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
