/// Finds the JSON files that convert wrote.
package struct OutputFiles: Sendable {
  /// Sorted by path.
  package private(set) var paths: [String] = []
  /// Folders that were not looked into and names that no path can be made of.
  package private(set) var problems: [InputFiles.Problem] = []

  /// A file itself, or all `.json` files below a folder; none where there is neither. Links to folders
  /// within the folder are not followed, so that no output is found twice.
  package init(below path: String) {
    guard Folder.isThere(path) else {
      if FileStamp(path: path) != nil { paths = [path] }
      return
    }
    var names: [String] = []
    FolderWalk.walk(path, followsLinks: false) { finding in
      switch finding {
      case .file(let file): if file.name.hasSuffix(".json") { names.append(file.relativePath) }
      case .missing: break
      case .unreadable, .tooDeep, .nameIsNotUTF8:
        if let problem = InputFiles.Problem(finding) { problems.append(problem) }
      }
    }
    paths = names.sorted().map { path + "/" + $0 }
  }
}
