import DocumentModel
import TextLibraries

extension XMLStreamError {
  /// The error of a document whose part could not be parsed.
  func readError(part: String) -> ReadError {
    switch self {
    case .malformed(let line):
      .damaged(what: "the XML is not well-formed", place: "\(part), line \(line)")
    case .documentType: .refused(what: "a document type declaration", place: part)
    case .tooManyAttributes(let limit):
      .limitExceeded(what: "the number of attributes of one element in \(part)", limit: "\(limit)")
    case .tooManyNamespaces(let limit):
      .limitExceeded(what: "the number of namespaces at a time in \(part)", limit: "\(limit)")
    case .tooManyElements(let limit):
      .limitExceeded(what: "the number of elements in \(part)", limit: "\(limit)")
    case .foreignEncoding:
      .damaged(what: "the XML is written neither in UTF-8 nor in UTF-16", place: part)
    case .outOfMemory: .limitExceeded(what: "memory for \(part)", limit: "what is free")
    }
  }
}
