internal import Glibc

/// A file that is written piece by piece under another name and gets its own when it is complete.
///
/// What stands there and is no regular file (a pipe, a device, a link) is not replaced: it is written
/// through, as the shell does it, and so is standard output under the name `-`.
package final class StreamedFile {
  private let path: String
  /// The name until it is complete; nil where it is written through.
  private let temporary: String?
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  /// Whether nobody reads any more: a pipe's reader has seen enough.
  package private(set) var isUnread = false

  /// Folders on the way are made.
  package init(_ path: String) throws(FileError) {
    self.path = path
    var status = stat()
    if path == "-" {
      temporary = nil
      descriptor = dup(STDOUT_FILENO)
    } else if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      temporary = nil
      descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    } else {
      let temporary = path + ".tmp\(getpid())"
      self.temporary = temporary
      // Makes the folders, and shows at once whether the place can be written to.
      try OutputFile.write([], to: temporary)
      descriptor = open(temporary, O_WRONLY | O_TRUNC | O_CLOEXEC)
    }
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
    if temporary == nil { signal(SIGPIPE, SIG_IGN) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if let temporary { unlink(temporary) }
  }

  package func append(_ bytes: [UInt8]) throws(FileError) {
    buffer.append(contentsOf: bytes)
    // Who reads a pipe waits for each piece.
    if temporary == nil || buffer.count >= 1 << 20 { try flush() }
  }

  private func flush() throws(FileError) {
    guard !isUnread, !buffer.isEmpty else { return }
    let code = WholeWrite.write(buffer, to: descriptor)
    buffer.removeAll(keepingCapacity: true)
    isUnread = code == EPIPE && temporary == nil
    guard code == 0 || isUnread else { throw Self.failure(path, code) }
  }

  /// Gives the file its name.
  package func commit() throws(FileError) {
    try flush()
    if let temporary {
      guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
        throw Self.failure(path, errno)
      }
    }
    let code = close(descriptor) == 0 ? 0 : errno
    descriptor = -1
    if code != 0 { throw Self.failure(path, code) }
  }

  private static func failure(_ path: String, _ code: Int32) -> FileError {
    FileError(
      what: "cannot write \(path): \(systemMessage(code))",
      remedy: "give a place that can be written to", concernsOutput: true)
  }
}
