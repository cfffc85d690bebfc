package import DocumentModel
package import Files

extension FileError {
  /// The reader's error in words.
  package init(_ error: ReadError) {
    switch error {
    case .empty:
      self.init(
        what: "the file has no text in it",
        remedy: "get it again; a download may have been cut off")
    case .unsupportedFormat(let what, let remedy):
      self.init(what: "the file is \(what)", remedy: remedy)
    case .damaged(let what, let place):
      self.init(
        what: "the file is damaged: \(what) (\(place))",
        remedy: "get it again, or open it in the program that wrote it and save it anew")
    case .limitExceeded(let what, let limit):
      self.init(
        what: "\(what) is beyond the limit of \(limit)",
        remedy: "no real report is so large; look whether this is the right file")
    case .refused(let what, let place):
      self.init(
        what: "the file holds what is refused for safety: \(what) (\(place))",
        remedy: "open it in an office program and save it anew")
    }
  }
}
