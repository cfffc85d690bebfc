internal import Glibc
internal import TextLibraries

/// A `.zip` file of reports, read in place.
package final class ReportArchive {
  /// One report in it.
  package struct Member: Sendable, Codable, Equatable {
    /// Its place in the archive's directory.
    package var index: Int
    /// Its path in the archive.
    package var path: String
    /// Size and checksum as the directory has them: equal ones are taken as the same content.
    package var stamp: String
  }

  /// What an archive holds.
  package struct Listing: Sendable, Codable, Equatable {
    package var members: [Member] = []
    /// How many of its files are no reports.
    package var skipped = 0
    /// Names that cannot be written below a folder, as far as they can be shown.
    package var refused: [String] = []
  }

  private static let memberLimit = 100_000
  private let archive: ZipArchive

  package init(_ path: String) throws(FileError) {
    let descriptor = try InputFile.open(path)
    defer { close(descriptor) }
    do {
      archive = try ZipArchive(descriptor: descriptor)
    } catch {
      throw FileError(
        what: "the file is no ZIP archive, or a damaged one", remedy: "get it again, or unpack it")
    }
  }

  /// Its reports, which have these names, in the order of their paths.
  package func listing(of names: ReportNames) -> Listing {
    var listing = Listing()
    var taken: Set<String> = []
    for entry in archive.entries(limit: Self.memberLimit) {
      var path = Self.decoded(entry.name)
      while path.hasPrefix("./") { path.removeFirst(2) }
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      guard let name = parts.last, !name.isEmpty else { continue }
      let isHidden = parts.contains { $0.hasPrefix(".") || $0.hasPrefix("~$") || $0 == "__MACOSX" }
      if parts.contains(where: { $0.isEmpty || $0 == ".." || $0 == "." })
        || path.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") })
      {
        listing.refused.append(path)
      } else if isHidden || !names.isReport(path) || !taken.insert(path).inserted {
        listing.skipped += 1
      } else {
        listing.members.append(
          Member(index: entry.index, path: path, stamp: "\(entry.size)-\(entry.checksum)"))
      }
    }
    listing.members.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return listing
  }

  /// The content of one member, of at most ``InputFile/sizeLimit`` bytes.
  package func read(memberAt index: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      try archive.read(entryAt: index, limit: InputFile.sizeLimit) { chunk in
        bytes.append(contentsOf: chunk)
        return true
      }
    } catch {
      switch error {
      case .tooLarge: throw .tooLarge
      case .encrypted:
        throw FileError(
          what: "it is encrypted in its archive", remedy: "unpack the archive with its password")
      case .notAnArchive, .noEntry, .damaged, .outOfMemory:
        throw FileError(
          what: "it is damaged in its archive", remedy: "get the archive again")
      }
    }
    return bytes
  }

  /// Archives made in China often hold names in GB18030 and do not say so.
  private static func decoded(_ name: [UInt8]) -> String {
    if let text = String(validating: name, as: UTF8.self) { return text }
    guard let converter = CharsetConverter("gb18030") else {
      return String(decoding: name, as: UTF8.self)
    }
    var scalars = String.UnicodeScalarView()
    var offset = 0
    // Safe: borrowed for the closure; the converter stops at the count.
    name.withUnsafeBufferPointer { buffer in
      while offset < buffer.count {
        switch converter.next(buffer, at: &offset) {
        case .character(let value): scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        case .invalid: scalars.append("\u{FFFD}")
        case .end: return
        }
      }
    }
    return String(scalars)
  }
}
