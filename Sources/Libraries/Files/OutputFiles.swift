internal import FoundationEssentials

/// Finds the JSON files that convert wrote.
package enum OutputFiles {
  /// A file itself, or all `.json` files below a folder, sorted by path; none where there is neither.
  package static func below(_ path: String) -> [String] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
    guard isFolder else { return [path] }
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().map { path + "/" + $0 }
  }
}
