package import Foundation

/// A folder that goes away with its owner.
package final class TemporaryFolder: Sendable {
  package let url: URL
  package var path: String { url.path }

  package init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "juesuan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path that a file of this name has or would have.
  package func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file, with the folders on its way, and gives its path.
  @discardableResult
  package func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Writes a file of text, and gives its path.
  @discardableResult
  package func file(_ name: String, text: String) throws -> String {
    try file(name, Array(text.utf8))
  }

  /// The paths of all files below a folder, sorted.
  package func files(below name: String) -> [String] {
    let folder = path(name)
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return paths.filter { path in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }

  /// The reports that a run wrote, without what it keeps for the next one.
  package func outputs(_ name: String = "out") -> [String] {
    files(below: name).filter { $0 != "manifest.ndjson" && !$0.hasPrefix(".juesuan/") }
  }

  /// Makes a file look older: what is a moment old may change again unseen.
  package static func age(_ path: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: path)
  }
}
