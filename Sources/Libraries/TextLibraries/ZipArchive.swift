import CTextLibraries

/// Why an archive or one of its entries cannot be read.
package enum ZipError: Error, Equatable {
  case notAnArchive
  case noEntry
  case encrypted
  case damaged
  case outOfMemory
  /// The entry holds more than the limit, whatever its header declares.
  case tooLarge(limit: Int)
}

/// A ZIP archive in memory, read entry by entry as a stream.
package final class ZipArchive {
  // Safe: this object alone owns the archive and closes it once.
  private let archive: OpaquePointer
  /// libzip reads from this memory for as long as the archive is open; nil where it reads a file.
  // Safe: allocated once in init and freed in deinit, after the archive that reads it is closed.
  private let memory: UnsafeMutableBufferPointer<UInt8>?

  package init(_ bytes: [UInt8]) throws(ZipError) {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    _ = memory.update(fromContentsOf: bytes)
    var status: Int32 = 0
    guard let archive = ctk_zip_open(memory.baseAddress, bytes.count, &status) else {
      memory.deallocate()
      throw Self.error(status)
    }
    self.memory = memory
    self.archive = archive
  }

  /// The archive in an open file, which is read as far as it is asked for.
  package init(descriptor: Int32) throws(ZipError) {
    var status: Int32 = 0
    guard let archive = ctk_zip_open_file(descriptor, &status) else { throw Self.error(status) }
    self.memory = nil
    self.archive = archive
  }

  deinit {
    ctk_zip_close(archive)
    memory?.deallocate()
  }

  /// An entry as the directory describes it; its size may be a lie.
  package struct Entry: Sendable {
    package var index: Int
    /// The bytes of its name, in whatever character set.
    package var name: [UInt8]
    package var size: UInt64
    package var checksum: UInt32
  }

  /// The entries in the order of the directory, at most `limit` of them.
  package func entries(limit: Int) -> [Entry] {
    (0..<min(limit, Int(ctk_zip_count(archive)))).compactMap { index in
      var description = ctk_zip_description()
      guard ctk_zip_describe(archive, Int64(index), &description) != 0,
        let name = description.name
      else { return nil }
      return Entry(
        index: index, name: Self.bytes(of: name),
        size: description.size, checksum: description.crc)
    }
  }

  private static func bytes(of name: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    var next = name
    // Safe: C gives names that end with NUL.
    while next.pointee != 0 {
      bytes.append(UInt8(bitPattern: next.pointee))
      next += 1
    }
    return bytes
  }

  /// Names of the entries in the order of the directory, 10,000 at most.
  package var names: [String] {
    (0..<min(10_000, ctk_zip_count(archive))).compactMap { index in
      ctk_zip_name(archive, index).map { String(cString: $0) }
    }
  }

  /// Streams an entry in chunks to `body`; counts the bytes that really come, since a header may
  /// lie. `body` returns false to stop early.
  package func read(
    _ name: String, limit: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(ZipError) {
    var status: Int32 = 0
    guard let entry = ctk_zip_entry_open(archive, name, &status) else { throw Self.error(status) }
    try read(entry, limit: limit, body)
  }

  /// The same for the entry at a place in the directory.
  package func read(
    entryAt index: Int, limit: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(ZipError) {
    var status: Int32 = 0
    guard let entry = ctk_zip_entry_open_index(archive, Int64(index), &status) else {
      throw Self.error(status)
    }
    try read(entry, limit: limit, body)
  }

  /// Reads an entry to its end and closes it.
  private func read(
    _ entry: OpaquePointer, limit: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(ZipError) {
    defer { ctk_zip_entry_close(entry) }
    // Safe: C writes no more than the capacity; `body` sees only what it wrote, and borrows it.
    let chunk = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64 * 1024)
    defer { chunk.deallocate() }
    var total = 0
    while true {
      let count = Int(ctk_zip_entry_read(entry, chunk.baseAddress, chunk.count))
      guard count >= 0 else { throw .damaged }
      guard count > 0 else { return }
      total += count
      guard total <= limit else { throw .tooLarge(limit: limit) }
      guard body(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(chunk)[..<count])) else {
        return
      }
    }
  }

  private static func error(_ status: Int32) -> ZipError {
    switch status {
    case Int32(CTK_ZIP_NOT_ZIP): .notAnArchive
    case Int32(CTK_ZIP_NO_ENTRY): .noEntry
    case Int32(CTK_ZIP_ENCRYPTED): .encrypted
    case Int32(CTK_ZIP_MEMORY): .outOfMemory
    default: .damaged
    }
  }
}
