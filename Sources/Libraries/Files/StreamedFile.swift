internal import Glibc

/// A file that is written piece by piece under another name and gets its own when it is complete.
package final class StreamedFile {
  private let path: String
  private let temporary: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  /// Folders on the way are made.
  package init(_ path: String) throws(FileError) {
    self.path = path
    temporary = path + ".tmp\(getpid())"
    // Makes the folders, and shows at once whether the place can be written to.
    try OutputFile.write([], to: temporary)
    descriptor = open(temporary, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporary)
  }

  package func append(_ bytes: [UInt8]) throws(FileError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 20 { try flush() }
  }

  private func flush() throws(FileError) {
    let code = WholeWrite.write(buffer, to: descriptor)
    guard code == 0 else { throw Self.failure(path, code) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Gives the file its name.
  package func commit() throws(FileError) {
    try flush()
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      throw Self.failure(path, errno)
    }
    close(descriptor)
    descriptor = -1
  }

  private static func failure(_ path: String, _ code: Int32) -> FileError {
    FileError(
      what: "cannot write \(path): \(systemMessage(code))",
      remedy: "give a place that can be written to", concernsOutput: true)
  }
}
