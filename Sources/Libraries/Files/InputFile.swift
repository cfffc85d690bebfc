internal import Glibc

/// Reads whole files, and only files.
package enum InputFile {
  /// No published report is nearly as large.
  package static let sizeLimit = 256 << 20

  /// The bytes of a regular file of at most ``sizeLimit`` bytes.
  package static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = try open(path)
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .opening(errno) }
    guard status.st_size <= sizeLimit else { throw .tooLarge }
    return try contents(of: descriptor, expecting: Int(status.st_size))
  }

  /// A descriptor of a regular file, for its reader to close.
  static func open(_ path: String) throws(FileError) -> Int32 {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .opening(errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FileError(
        what: "this is not a regular file", remedy: "give a file or a folder of files")
    }
    return descriptor
  }

  /// Reads to the end, whatever size was told: the file may grow meanwhile.
  private static func contents(
    of descriptor: Int32, expecting size: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .opening(errno)
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
      guard bytes.count <= sizeLimit else { throw .tooLarge }
    }
  }
}

extension FileError {
  /// The system refused to open or read a file.
  package static func opening(_ code: Int32) -> FileError {
    let remedy =
      switch code {
      case ENOENT, ENOTDIR: "check the path"
      case EACCES, EPERM: "ask for the right to read it"
      case ELOOP: "its symbolic links lead in a circle; give the file itself"
      default: "check the disk and the path"
      }
    return FileError(what: "cannot be read: \(systemMessage(code))", remedy: remedy)
  }

  /// The input holds more than any report.
  static var tooLarge: FileError {
    FileError(
      what: "the file is larger than \(InputFile.sizeLimit >> 20) MB",
      remedy: "no real report is so large; look whether this is the right file")
  }
}

/// Words for an error number, the same whatever the locale.
package func systemMessage(_ code: Int32) -> String {
  let known: [Int32: String] = [
    ENOENT: "no such file or directory", EACCES: "permission denied",
    ENOTDIR: "a part of the path is not a directory", ELOOP: "too many symbolic links",
    EISDIR: "is a directory", ENOSPC: "no space left on the device",
    EROFS: "the file system is read-only", EEXIST: "already exists",
    ENAMETOOLONG: "the name is too long",
  ]
  return known[code] ?? "system error \(code)"
}
