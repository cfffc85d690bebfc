import Foundation
import Testing

/// The rooms of Sources keep their order (docs/architecture.md). Each failure says what to do.
@Suite("Architecture")
struct ArchitectureTests {
  private let manifest: Manifest
  /// What comes with Swift and with the system.
  private static let system: Set<String> = [
    "Glibc", "FoundationEssentials", "Synchronization", "Dispatch",
  ]

  init() throws { manifest = try Manifest() }

  @Test func `a target uses its own room and the rooms before it`() throws {
    #expect(manifest.targets.count > 20)
    let roomOf = Dictionary(uniqueKeysWithValues: manifest.targets.map { ($0.name, $0.room) })
    for target in manifest.targets {
      let own = try #require(Manifest.rooms.firstIndex(of: target.room))
      for name in target.dependencies {
        guard let room = roomOf[name], let other = Manifest.rooms.firstIndex(of: room) else {
          continue
        }
        #expect(
          other <= own,
          """
          \(target.name) (\(target.room)) depends on \(name) (\(room)): move what they share into \
          a model or a library, or hand it over as a parameter
          """)
      }
    }
  }

  @Test func `stages do not know each other`() {
    let stages = Set(manifest.targets.filter { $0.room == "Stages" }.map(\.name))
    #expect(stages.count >= 6)
    for target in manifest.targets where stages.contains(target.name) {
      for name in target.dependencies {
        #expect(
          !stages.contains(name),
          "\(target.name) depends on \(name): stages meet in Sources/Models; put the value there")
      }
    }
  }

  @Test func `no target knows more than eight others`() {
    for target in manifest.targets where !["Conversion", "juesuan"].contains(target.name) {
      let own = target.dependencies.filter { name in
        manifest.targets.contains { $0.name == name }
      }
      #expect(
        own.count <= 8,
        "\(target.name) depends on \(own.count) targets: split it, or let Conversion put it together"
      )
    }
  }

  @Test func `each file imports what the manifest says and nothing else`() throws {
    var used: [String: Set<String>] = [:]
    for target in manifest.targets {
      let files = try Manifest.sources(below: target.path)
      #expect(!files.isEmpty, "\(target.path) holds no Swift file: is its room right?")
      for file in files {
        for name in file.imports {
          used[target.name, default: []].insert(name)
          #expect(
            target.dependencies.contains(name) || Self.system.contains(name),
            """
            \(file.path) imports \(name): add it to \(target.name) in Package.swift, if its room \
            may know it, or take the import out
            """)
        }
      }
      for name in target.dependencies where used[target.name]?.contains(name) != true {
        Issue.record(
          "\(target.name) depends on \(name) and never imports it: take it out of Package.swift")
      }
    }
  }

  @Test func `only libraries meet C`() {
    for target in manifest.targets where target.room != "Libraries" {
      for name in target.dependencies where name.hasPrefix("C") {
        let isC = !manifest.targets.contains { $0.name == name }
        #expect(
          !isC || name == "CLibPQ",
          "\(target.name) depends on \(name): wrap it in a Swift target of Sources/Libraries")
      }
    }
  }

  @Test func `no source forces a try or hides that it is not sendable`() throws {
    for file in try Manifest.sources(below: "Sources") {
      for line in file.lines {
        #expect(!line.contains("try!"), "\(file.path): \(line): handle the error")
        #expect(
          !line.contains("@unchecked Sendable"),
          "\(file.path): \(line): make it a value, or give it a Mutex")
      }
    }
  }

  @Test func `the C boundary shows no header of a library`() throws {
    let folder = Manifest.package.appending(path: "Sources/Libraries/CTextLibraries/include")
    let headers = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!headers.isEmpty)
    for header in headers {
      let text = try String(contentsOf: folder.appending(path: header), encoding: .utf8)
      for line in text.split(separator: "\n") where line.hasPrefix("#include") {
        #expect(
          ["<stdint.h>", "<stddef.h>"].contains { line.contains($0) } || line.contains("\"ctk_"),
          "\(header): \(line): include it in the .c file; Swift must not see it")
      }
    }
  }
}
