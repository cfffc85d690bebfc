import Foundation
import Testing

/// What Package.swift says of the targets, read from its text: asking SwiftPM would wait for the lock
/// of this very run.
struct Manifest {
  /// A Swift target of Sources.
  struct Target {
    var name: String
    /// «Stages»; empty for the program.
    var room: String
    /// Targets and products that it depends on.
    var dependencies: [String]
    /// Its folder below the package.
    var path: String
  }

  /// The rooms from the lowest on: a target uses those of its own room and of the rooms before it.
  static let rooms = ["Libraries", "Models", "Stages", "Outputs", "Running", ""]

  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  let targets: [Target]

  init() throws {
    let text = try String(
      contentsOf: Self.package.appending(path: "Package.swift"), encoding: .utf8)
    // Products that are named once: `let grdb: Target.Dependency = .product(name: "GRDB", …)`.
    var products: [String: String] = [:]
    for match in text.matches(
      of: /let (\w+): Target\.Dependency = \.product\(\s*name: "(\w+)"/)
    {
      products[String(match.1)] = String(match.2)
    }
    func names(_ list: Substring) -> [String] {
      list.split { ",\n[] ".contains($0) }.map { word in
        word.hasPrefix("\"")
          ? String(word.dropFirst().dropLast()) : products[String(word)] ?? String(word)
      }
    }
    var targets: [Target] = []
    for match in text.matches(of: /target\(\s*"(\w+)", in: \.(\w+),\s*(\[[^\]]*\])/) {
      let room = match.2.capitalized
      targets.append(
        Target(
          name: String(match.1), room: room, dependencies: names(match.3),
          path: "Sources/\(room)/\(match.1)"))
    }
    let program = try #require(
      text.firstMatch(of: /executableTarget\(\s*name: "juesuan",\s*dependencies: (\[[^\]]*\])/))
    targets.append(
      Target(name: "juesuan", room: "", dependencies: names(program.1), path: "Sources/juesuan"))
    self.targets = targets
  }

  /// A file of Swift with its lines.
  struct SourceText {
    /// Below the package.
    var path: String
    var lines: [Substring]

    /// The modules that it imports.
    var imports: [String] {
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
          words[..<index].allSatisfy({
            ["package", "internal", "private", "fileprivate", "public"].contains($0)
              || $0.hasPrefix("@")
          })
        else { return nil }
        return words[index + 1].split(separator: ".").first.map(String.init)
      }
    }
  }

  /// All Swift files below a folder of the package, by path.
  static func sources(below folder: String) throws -> [SourceText] {
    let root = package.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
      .filter { $0.hasSuffix(".swift") }
      .map { name in
        let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
        return SourceText(
          path: "\(folder)/\(name)",
          lines: text.split(separator: "\n", omittingEmptySubsequences: false))
      }
  }
}
