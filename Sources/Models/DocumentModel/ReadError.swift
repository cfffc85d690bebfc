/// Why a file could not be read at all. The renderer adds the file's name.
package enum ReadError: Error, Sendable, Equatable {
  /// There is no text in it: 0 bytes, or nothing but white space.
  case empty
  /// The bytes are not of a format that is read here; `what` names what they look like and
  /// `remedy` what to do about it.
  case unsupportedFormat(what: String, remedy: String)
  /// The container or markup is damaged at `place`.
  case damaged(what: String, place: String)
  /// A limit was passed that no real report passes; `limit` names it with its value.
  case limitExceeded(what: String, limit: String)
  /// Something that a report never needs and that is refused for safety (a document type
  /// declaration in OOXML, an external entity).
  case refused(what: String, place: String)
}
