import Foundation
import Testing

/// A private PostgreSQL server on a socket in a folder of its own, which ends with its owner.
final class PostgreSQLCluster: Sendable {
  /// The socket's folder; also the URL's host.
  let folder: String

  /// The cluster of the suite that runs.
  @TaskLocal static var current: PostgreSQLCluster?

  /// Programs of the newest installed version.
  static let programs: String? = {
    let root = "/usr/lib/postgresql"
    let versions = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [])
      .compactMap { Int($0) }.sorted()
    return versions.last.map { "\(root)/\($0)/bin" }
  }()

  /// Whether there is a server to start, and a user to start it as where this one is root.
  static let isAvailable =
    programs != nil && (getuid() != 0 || getpwnam("postgres") != nil)

  init() throws {
    folder = NSTemporaryDirectory() + "jspg-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if getuid() == 0 { try Self.run("/bin/chown", ["postgres", folder]) }
    try asServer(
      "initdb",
      [
        "-D", folder + "/data", "-A", "trust", "-U", "postgres", "-E", "UTF8",
        "--locale=C.UTF-8", "--no-sync",
      ])
    try asServer(
      "pg_ctl",
      [
        "-D", folder + "/data", "-w", "-l", folder + "/log", "-o",
        "-c listen_addresses='' -k \(folder) -c fsync=off", "start",
      ])
  }

  deinit {
    try? asServer("pg_ctl", ["-D", folder + "/data", "-m", "immediate", "-w", "stop"])
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The connection of tests.
  var url: String { "postgresql:///postgres?host=\(folder)&user=postgres" }

  /// What psql answers to a query: one line a row, columns between bars.
  func query(_ sql: String) throws -> [String] {
    let programs = try #require(Self.programs)
    return try Self.run(
      programs + "/psql", ["-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", sql]
    ).split(separator: "\n").map(String.init)
  }

  /// A server does not run as root.
  private func asServer(_ program: String, _ arguments: [String]) throws {
    let programs = try #require(Self.programs)
    if getuid() == 0 {
      try Self.run(
        "/sbin/runuser", ["-u", "postgres", "--", programs + "/" + program] + arguments)
    } else {
      try Self.run(programs + "/" + program, arguments)
    }
  }

  @discardableResult
  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    // Foundation knows that a program has ended by a socket that it inherits. A server that it leaves
    // behind would hold that open for ever, so all but the first three descriptors are closed.
    let closing = """
      for path in /proc/self/fd/*; do fd=${path##*/}; [ $fd -le 2 ] || eval "exec $fd>&-"; done
      exec "$@"
      """
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", closing, "bash", program] + arguments
    process.currentDirectoryURL = URL(filePath: "/")
    // A file, not a pipe: the server would keep a pipe open.
    let file = NSTemporaryDirectory() + "jspg-out-\(UUID().uuidString)"
    try Data().write(to: URL(filePath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    let handle = try #require(FileHandle(forWritingAtPath: file))
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let output = try String(contentsOfFile: file, encoding: .utf8)
    try #require(process.terminationStatus == 0, "\(program) \(arguments): \(output)")
    return output
  }
}

/// Starts a cluster for a suite.
struct ClusterTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let cluster = try PostgreSQLCluster()
    try await PostgreSQLCluster.$current.withValue(cluster) { try await function() }
  }
}

extension Trait where Self == ClusterTrait {
  /// With a private PostgreSQL server.
  static var postgreSQLCluster: ClusterTrait { ClusterTrait() }
}
