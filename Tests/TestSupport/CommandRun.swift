package import Foundation

/// One run of the built program.
package struct CommandRun {
  package let status: Int32
  /// Standard output and standard error.
  package let output: String
  package let errors: String

  /// The program stands beside the test bundle, whatever the scratch path and configuration; nil where
  /// it is not built.
  package static let program: URL? = {
    let beside = CommandLine.arguments.first.map {
      URL(filePath: $0).deletingLastPathComponent().appending(path: "juesuan")
    }
    let candidates =
      [beside].compactMap(\.self) + [
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
          .appending(path: "juesuan"),
        Repository.root.appending(path: ".build/debug/juesuan"),
      ]
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// The program is not there.
  package struct NotBuilt: Error, CustomStringConvertible {
    package var description: String { "build the program first: swift build" }
  }

  /// Runs the program to its end, with the project's own mapping files where the arguments name none.
  package init(_ arguments: [String]) throws {
    guard let program = Self.program else { throw NotBuilt() }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["JUESUAN_MAPPINGS": Repository.mappings]) { $1 }
    // Files, not pipes: a pipe that nobody empties while the program runs would stop it.
    let folder = try TemporaryFolder()
    let outputFile = URL(filePath: try folder.file("out", []))
    let errorFile = URL(filePath: try folder.file("err", []))
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
