import Conversion
import Files
import Glibc

/// One report of a run.
struct InputReport {
  /// Its path below the folder that was given.
  var input: String
  /// The path of the file, or of the archive that holds it, as it was given.
  var path: String
  /// Its place in the archive's directory.
  var member: Int?
  /// Bytes of the file or archive.
  var size: Int
  /// See ``ManifestEntry/stamp``.
  var stamp: String
  /// The JSON's path below the output folder.
  var output: String { input + ".json" }
  /// The path from the root, which holds wherever the next run is started.
  var source: String { path.hasPrefix("/") ? path : Self.workingFolder + "/" + path }
  var name: String { input.split(separator: "/").last.map(String.init) ?? input }
  /// The names of the folders and archives in that path.
  var folders: [String] { input.split(separator: "/").dropLast().map(String.init) }

  /// A file whose stamp is younger than this may be written again within the same tick of the clock.
  private static let youth = 2_000_000_000

  init(_ input: InputFiles.Input) {
    self.input = input.relativePath
    path = input.path
    size = input.stamp?.size ?? 0
    stamp = Self.trusted(input.stamp)
  }

  init(_ member: ReportArchive.Member, of archive: InputFiles.Input) {
    input = archive.relativePath + "/" + member.path
    path = archive.path
    self.member = member.index
    size = archive.stamp?.size ?? 0
    let stamp = Self.trusted(archive.stamp)
    self.stamp = stamp.isEmpty ? "" : stamp + "-" + member.stamp
  }

  private static let workingFolder: String = {
    guard let folder = getcwd(nil, 0) else { return "" }
    defer { free(folder) }
    return String(cString: folder)
  }()

  private static func trusted(_ stamp: FileStamp?) -> String {
    guard let stamp else { return "" }
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let age = Int(now.tv_sec) * 1_000_000_000 + Int(now.tv_nsec) - stamp.modified
    return age > youth ? stamp.text : ""
  }
}
