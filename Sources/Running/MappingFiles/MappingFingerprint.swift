internal import Files
internal import Glibc
internal import TextLibraries

/// Which mapping files a report of a layout depends on, as digests: a report need not be converted
/// again while the digest of its layout is the same.
///
/// A layout depends on its file, on those that it extends, on taxonomy, classifications and checks,
/// and on what all layouts are recognized by. Files are compared by their bytes; what a layout extends
/// and is recognized by is read from the lines of its top level, and where that fails every layout
/// depends on the whole file.
package struct MappingFingerprint: Sendable, Codable, Equatable {
  /// Of all files together.
  package let whole: String
  /// By the id of the layout.
  package let layouts: [String: String]

  /// The digests of a mapping folder as it is now; an unreadable file counts as empty.
  package init(folder: String) {
    var common: [UInt8] = []
    var everything: [UInt8] = []
    func digest(of path: String) -> [UInt8] {
      Array(Digest(of: (try? InputFile.read(folder + "/" + path)) ?? []).hexadecimal.utf8)
    }
    let names = Self.files(below: folder)
    var files: [LayoutHead] = []
    for path in names where !path.hasPrefix("tests/") {
      let entry = Array(path.utf8) + [0] + digest(of: path)
      everything += entry
      guard path.hasPrefix("layouts/"), path.hasSuffix(".yaml") else {
        common += entry
        continue
      }
      let bytes = (try? InputFile.read(folder + "/" + path)) ?? []
      let head = LayoutHead(bytes, digest: entry)
      common += head.recognition
      files.append(head)
    }
    whole = Digest(of: everything).hexadecimal
    let heads = Dictionary(files.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    layouts = heads.mapValues { head in
      var content = common
      var next: LayoutHead? = head
      var seen: Set<String> = []
      while let current = next, seen.insert(current.id).inserted {
        content += current.digest
        next = current.extends.flatMap { heads[$0] }
      }
      return Digest(of: content).hexadecimal
    }
  }

  /// Paths of all files below a folder, sorted by their bytes.
  private static func files(below folder: String, _ prefix: String = "", depth: Int = 0) -> [String]
  {
    guard depth < 8, let names = FolderNames.names(in: folder) else { return [] }
    var paths: [String] = []
    for name in names where !name.hasPrefix(".") {
      var status = stat()
      guard stat(folder + "/" + name, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        paths += files(below: folder + "/" + name, prefix + name + "/", depth: depth + 1)
      } else {
        paths.append(prefix + name)
      }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// What a layout file says at its top level.
private struct LayoutHead {
  var id = ""
  var extends: String?
  /// The bytes that say what the layout is recognized by.
  var recognition: [UInt8]
  var digest: [UInt8]

  init(_ bytes: [UInt8], digest: [UInt8]) {
    self.digest = digest
    var recognition: [UInt8] = []
    var isRecognition = false
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let isTop = line.first.map { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "#") } ?? false
      if isTop {
        let text = String(decoding: line, as: UTF8.self)
        isRecognition = text.hasPrefix("recognize:")
        if text.hasPrefix("layout:") { id = Self.scalar(text) }
        if text.hasPrefix("extends:") { extends = Self.scalar(text) }
      }
      let isComment = line.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "#")
      if isRecognition, !isComment { recognition += line }
    }
    self.recognition = id.isEmpty ? digest : Array(id.utf8) + [0] + recognition
  }

  /// The value behind the colon, without quotation marks and comment.
  private static func scalar(_ line: String) -> String {
    let value = line.drop { $0 != ":" }.dropFirst().prefix { $0 != "#" }
    return String(value.filter { $0 != " " && $0 != "\"" && $0 != "'" && $0 != "\r" })
  }
}
