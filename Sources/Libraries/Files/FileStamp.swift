package import Glibc

/// What the system tells of a file without reading it. A file with the stamp that it had is taken as
/// unchanged; another stamp says nothing yet, its content does.
package struct FileStamp: Sendable, Equatable {
  package var size: Int
  /// Nanoseconds since 1970.
  package var modified: Int
  private var changed: Int
  private var number: UInt64

  package init(_ status: stat) {
    size = Int(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
    number = UInt64(status.st_ino)
  }

  /// Nil where there is no such file.
  package init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// One word, the same for equal stamps.
  package var text: String { "\(size)-\(modified)-\(changed)-\(number)" }

  private static func nanoseconds(_ time: timespec) -> Int {
    Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
