internal import Files
internal import FoundationEssentials
internal import Reading
internal import TextLibraries

/// The files that outputs were made from, below one folder.
struct ReviewSources: Sendable {
  private let folder: String
  /// Paths by the name of the file, for sources that lie elsewhere than their outputs say.
  private let byName: [String: [String]]

  init(folder: String) {
    self.folder = folder
    let files = InputFiles([folder], names: ReportNames(extensions: Formats.extensions))
    byName = Dictionary(grouping: files.inputs.map(\.path)) { path in
      path.split(separator: "/").last.map(String.init) ?? path
    }
  }

  /// The source of an output: the file that lies where the output lies, else one of its name; only
  /// the very file that was converted. `path` is the output's below its folder, `sha256` what it says
  /// of its source.
  func bytes(for path: String, named name: String, sha256: String) -> Found {
    let beside = folder + "/" + path.dropLast(".json".count)
    var isOtherFile = false
    for candidate in [beside] + (byName[name] ?? []) {
      guard let bytes = try? InputFile.read(candidate) else { continue }
      if Digest(of: bytes).hexadecimal == sha256 { return .file(bytes) }
      isOtherFile = true
    }
    return isOtherFile ? .otherFile : .none
  }

  enum Found {
    case file([UInt8])
    /// A file of the name, but not the one that was converted.
    case otherFile
    case none
  }
}
