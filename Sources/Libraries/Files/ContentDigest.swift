internal import TextLibraries

/// The identity of a content.
package enum ContentDigest {
  /// SHA-256 in hexadecimal digits.
  package static func of(_ bytes: [UInt8]) -> String { Digest(of: bytes).hexadecimal }
}
