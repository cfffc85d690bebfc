/// Finds the JSON files that convert wrote.
package enum OutputFiles {
  /// A file itself, or all `.json` files below a folder, sorted by path; none where there is neither,
  /// or where a part of the folder cannot be listed.
  package static func below(_ path: String) -> [String] {
    guard Folder.isThere(path) else { return FileStamp(path: path) == nil ? [] : [path] }
    var names: [String] = []
    var isWhole = true
    FolderWalk.walk(path) { finding in
      switch finding {
      case .file(let file) where file.name.hasSuffix(".json"): names.append(file.relativePath)
      case .file, .missing: break
      case .unreadable, .tooDeep, .nameIsNotUTF8: isWhole = false
      }
    }
    return isWhole ? names.sorted().map { path + "/" + $0 } : []
  }
}
