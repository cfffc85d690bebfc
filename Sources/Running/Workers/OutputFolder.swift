import Conversion
import Files
import Glibc

/// The folder of a run's outputs, held by one run at a time.
///
/// Beside the outputs stand `manifest.ndjson` and a hidden folder `.juesuan` with the lock, the
/// journal of a run that has not ended, and what is not whole yet.
struct OutputFolder: ~Copyable {
  let path: String
  /// The descriptor whose lock goes with the process.
  let lock: Int32

  var scratch: String { path + "/.juesuan/scratch" }
  var journal: String { path + "/.juesuan/journal.ndjson" }
  var manifest: String { path + "/manifest.ndjson" }

  /// Takes the folder, and clears what a killed run left half-written. Another run that holds it is
  /// waited for, or told.
  init(_ path: String, waits: Bool) throws(FileError) {
    try OutputFile.makeFolders(above: path + "/.juesuan/scratch/file")
    self.init(path: path, lock: try Self.takeLock(in: path, waits: waits))
    clear()
  }

  private init(path: String, lock: Int32) {
    self.path = path
    self.lock = lock
  }

  private static func takeLock(in path: String, waits: Bool) throws(FileError) -> Int32 {
    let file = path + "/.juesuan/lock"
    let lock = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard lock >= 0 else { throw .writing(file, errno) }
    while flock(lock, LOCK_EX | (waits ? 0 : LOCK_NB)) != 0 {
      let code = errno
      guard code != EINTR else { continue }
      close(lock)
      guard code == EWOULDBLOCK else { throw .writing(file, code) }
      throw FileError(
        what: "another run is writing into \(path)",
        remedy: "wait for it (--wait does that), or give another folder", concernsOutput: true)
    }
    return lock
  }

  deinit { close(lock) }

  private func clear() {
    for name in Folder.names(in: scratch) ?? [] {
      unlink(scratch + "/" + name)
    }
  }
}
