internal import Glibc

/// Writes files so that a reader sees the old one or the new one, never a part.
package enum OutputFile {
  /// Writes beside the path, or in a scratch folder of the same file system, and renames; folders on
  /// the way are made.
  package static func write(
    _ bytes: [UInt8], to path: String, scratch: String? = nil
  ) throws(FileError) {
    try makeFolders(above: path)
    let temporary = scratch.map { "\($0)/\(getpid())" } ?? path + ".tmp\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .writing(path, errno) }
    var code = WholeWrite.write(bytes, to: descriptor)
    if code == 0, fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code == 0, rename(temporary, path) != 0 { code = errno }
    guard code == 0 else {
      unlink(temporary)
      throw .writing(path, code)
    }
  }

  /// Removes a regular file below a folder, and tells whether none is there now; where a link leads on
  /// the way, nothing is removed.
  package static func remove(_ path: String, below folder: String) -> Bool {
    var steps = path.split(separator: "/").map(String.init)
    guard let name = steps.popLast(), !steps.contains("..") else { return false }
    var directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    for step in steps where directory >= 0 {
      let next = openat(directory, step, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      close(directory)
      directory = next
    }
    guard directory >= 0 else { return errno == ENOENT }
    defer { close(directory) }
    var status = stat()
    guard fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return errno == ENOENT
    }
    return status.st_mode & S_IFMT == S_IFREG && unlinkat(directory, name, 0) == 0
  }

  /// Makes the folders that a path leads through.
  package static func makeFolders(above path: String) throws(FileError) {
    var end = path.startIndex
    while let slash = path[end...].firstIndex(of: "/") {
      end = path.index(after: slash)
      let folder = String(path[..<slash])
      if folder.isEmpty { continue }
      if mkdir(folder, 0o755) != 0, errno != EEXIST, errno != EISDIR {
        throw .writing(folder, errno)
      }
    }
  }
}

extension FileError {
  /// The system refused to make, write or rename a file.
  package static func writing(_ path: String, _ code: Int32) -> FileError {
    FileError(
      what: "cannot write \(path): \(systemMessage(code))",
      remedy: "give an output folder that can be written", concernsOutput: true)
  }
}
