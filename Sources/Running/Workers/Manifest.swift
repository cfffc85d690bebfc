import Conversion
import Files
import FoundationEssentials
import Glibc

/// What is known of the reports of an output folder: the manifest of the last run that ended, and the
/// journal of one that did not.
struct Manifest {
  private(set) var entries: [String: ManifestEntry] = [:]

  /// What stands in the folder. Lines that cannot be read (a run was killed while it wrote one, or the
  /// form was another), or that tell of files outside of the folder, count as not there: their reports are converted again.
  init(_ folder: borrowing OutputFolder) {
    for path in [folder.manifest, folder.journal] {
      guard let bytes = try? InputFile.read(path) else { continue }
      for entry in Self.entries(in: bytes) where entry.isOfFolder { entries[entry.input] = entry }
    }
  }

  /// All lines as one list, which is read several times as fast as line by line; line by line where
  /// one of them cannot be read.
  private static func entries(in bytes: [UInt8]) -> [ManifestEntry] {
    var list: [UInt8] = [UInt8(ascii: "[")]
    list.reserveCapacity(bytes.count + 2)
    for byte in bytes {
      if byte != UInt8(ascii: "\n") {
        list.append(byte)
      } else if list.last == UInt8(ascii: "}") {
        list.append(UInt8(ascii: ","))
      }
    }
    if list.last == UInt8(ascii: ",") { list.removeLast() }
    list.append(UInt8(ascii: "]"))
    let decoder = JSONDecoder()
    if let entries = try? decoder.decode([ManifestEntry].self, from: Data(list)) { return entries }
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap {
      try? decoder.decode(ManifestEntry.self, from: Data($0))
    }
  }

  subscript(input: String) -> ManifestEntry? {
    get { entries[input] }
    set { entries[input] = newValue }
  }

  /// One line of NDJSON.
  static func line(_ entry: ManifestEntry) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return ((try? encoder.encode(entry)).map(Array.init) ?? []) + [UInt8(ascii: "\n")]
  }

  /// All lines, sorted by the reports' paths.
  func bytes() -> [UInt8] {
    let sorted = entries.values.sorted {
      $0.input.utf8.lexicographicallyPrecedes($1.input.utf8)
    }
    return sorted.flatMap(Self.line)
  }
}

/// The file to which a run adds a line for every report as soon as it is done.
struct Journal: ~Copyable {
  let descriptor: Int32

  init(_ path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .writing(path, errno) }
    self.init(descriptor: descriptor)
  }

  private init(descriptor: Int32) {
    self.descriptor = descriptor
    // A killed run may have left half a line.
    // Safe: one byte, borrowed for the call.
    _ = [UInt8(ascii: "\n")].withUnsafeBytes { write(descriptor, $0.baseAddress, 1) }
  }

  deinit { close(descriptor) }

  /// Adds a line in one piece. A full disk loses it, and the report is converted again next time.
  func add(_ entry: ManifestEntry) {
    let line = Manifest.line(entry)
    // Safe: borrowed for the call; the system reads no more than the count.
    _ = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }
}
