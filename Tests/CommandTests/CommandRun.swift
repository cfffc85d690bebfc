import Foundation
import Testing

/// One run of the built program.
struct CommandRun {
  let status: Int32
  let output: String
  let errors: String

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program stands beside the test bundle, whatever the scratch path and configuration.
  static let program: URL? = {
    let beside = CommandLine.arguments.first.map {
      URL(filePath: $0).deletingLastPathComponent().appending(path: "juesuan")
    }
    let candidates =
      [beside].compactMap(\.self) + [
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
          .appending(path: "juesuan"),
        root.appending(path: ".build/debug/juesuan"),
      ]
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  init(_ arguments: [String]) throws {
    let process = Process()
    let program: URL = try #require(Self.program, "build the program first: swift build")
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["JUESUAN_MAPPINGS": Self.root.appending(path: "Mappings").path]) { $1 }
    // Files, not pipes: a pipe that nobody empties while the program runs would stop it.
    let folder = try TemporaryFolder()
    let outputFile = folder.url.appending(path: "out")
    let errorFile = folder.url.appending(path: "err")
    for file in [outputFile, errorFile] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOf: outputFile, encoding: .utf8)
    errors = try String(contentsOf: errorFile, encoding: .utf8)
  }
}

/// A folder that goes away with its owner.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "juesuan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and gives its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// The paths of all files below a folder, sorted.
  func files(below name: String) -> [String] {
    let folder = url.appending(path: name).path
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return paths.filter { path in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }

  /// The reports that a run wrote, without what it keeps for the next one.
  func outputs(_ name: String = "out") -> [String] {
    files(below: name).filter { $0 != "manifest.ndjson" && !$0.hasPrefix(".juesuan/") }
  }
}
