/// What is wrong with a file, and what its owner can do about it.
package struct FileError: Error, Sendable, Equatable {
  /// In words that follow the file's name: «the file has no text in it».
  package var what: String
  /// What to do: «get it again; a download may have been cut off».
  package var remedy: String
  /// The input is well, but its output could not be written.
  package var concernsOutput: Bool

  package init(what: String, remedy: String, concernsOutput: Bool = false) {
    self.what = what
    self.remedy = remedy
    self.concernsOutput = concernsOutput
  }
}
