internal import Glibc

/// The files that some paths lead to, in a fixed order.
package struct InputFiles: Sendable {
  /// One file to convert.
  package struct Input: Sendable, Equatable {
    package var path: String
    /// Its path below the folder that was given; its name where the file itself was.
    package var relativePath: String
    /// Nil where it could not be looked at.
    package var stamp: FileStamp?
    /// A `.zip` of reports.
    package var isArchive: Bool
  }

  /// A path that leads to no file.
  package struct Problem: Sendable, Equatable {
    package var path: String
    package var error: FileError

    package init(path: String, error: FileError) {
      self.path = path
      self.error = error
    }
  }

  package private(set) var inputs: [Input] = []
  package private(set) var problems: [Problem] = []
  /// How many files in folders are of other kinds.
  package private(set) var skipped = 0

  private var taken: Set<String> = []
  private let reports: ReportNames
  private let filter: InputFilter
  private let takesArchives: Bool

  /// Files as given, folders with all below them, sorted by name.
  ///
  /// - Parameters:
  ///   - paths: files and folders.
  ///   - names: which files of the folders are reports.
  ///   - filter: what of the folders is wanted; files that are named are always.
  ///   - takesArchives: whether `.zip` files are inputs, too.
  package init(
    _ paths: [String], names: ReportNames, filter: InputFilter = InputFilter(),
    takesArchives: Bool = false
  ) {
    reports = names
    self.filter = filter
    self.takesArchives = takesArchives
    for path in paths {
      var status = stat()
      guard stat(path, &status) == 0 else {
        problems.append(Problem(path: path, error: .opening(errno)))
        continue
      }
      guard status.st_mode & S_IFMT == S_IFDIR else {
        add(
          path, relativePath: path.split(separator: "/").last.map(String.init) ?? path,
          FileStamp(status))
        continue
      }
      let before = inputs.count
      addFolder(path)
      if inputs.count == before, !problems.contains(where: { $0.path.hasPrefix(path) }) {
        problems.append(Problem(path: path, error: .noReports(reports)))
      }
    }
  }

  private mutating func add(_ path: String, relativePath: String, _ stamp: FileStamp) {
    guard taken.insert(path).inserted else { return }
    inputs.append(
      Input(
        path: path, relativePath: relativePath, stamp: stamp,
        isArchive: takesArchives && path.lowercased().hasSuffix(".zip")))
  }

  private mutating func addFolder(_ folder: String) {
    FolderWalk.walk(folder, where: { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }) { finding in
      switch finding {
      case .file(let file):
        guard file.isRegular,
          reports.isReport(file.name) || takesArchives && file.name.lowercased().hasSuffix(".zip"),
          filter.admits(file.relativePath, name: file.name)
        else {
          skipped += 1
          return
        }
        add(file.path, relativePath: file.relativePath, file.stamp)
      case .missing: skipped += 1
      case .unreadable, .tooDeep, .nameIsNotUTF8:
        if let problem = Problem(finding) { problems.append(problem) }
      }
    }
  }
}

extension InputFiles.Problem {
  /// What of a folder could not be taken; nil for what is no problem.
  init?(_ finding: FolderWalk.Finding) {
    switch finding {
    case .unreadable(let path, let code): self.init(path: path, error: .opening(code))
    case .tooDeep(let path): self.init(path: path, error: .tooDeep)
    case .nameIsNotUTF8(let path): self.init(path: path, error: .nameIsNotUTF8)
    case .file, .missing: return nil
    }
  }
}

extension FileError {
  /// A name that no path can be made of.
  fileprivate static var nameIsNotUTF8: FileError {
    FileError(
      what: "its name is not UTF-8", remedy: "rename it, e.g. with «convmv -f gbk -t utf-8»")
  }

  /// A folder below too many others.
  fileprivate static var tooDeep: FileError {
    FileError(
      what: "it lies too deep in the folders to be looked into", remedy: "give it by itself")
  }

  /// A folder without anything to convert.
  fileprivate static func noReports(_ names: ReportNames) -> FileError {
    FileError(
      what: "there is no report in this folder",
      remedy: "give a folder that holds \(names.alternatives) files")
  }
}
