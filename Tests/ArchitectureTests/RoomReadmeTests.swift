import Foundation
import Testing

/// Every folder of Sources says what lives there.
@Suite("READMEs of the rooms")
struct RoomReadmeTests {
  @Test func `every room and every target has a README of at most fifteen lines`() throws {
    let sources = Manifest.package.appending(path: "Sources")
    var folders = Manifest.rooms.dropLast().map { sources.appending(path: $0) }
    for room in Manifest.rooms.dropLast() {
      let names = try FileManager.default.contentsOfDirectory(
        atPath: sources.appending(path: room).path)
      folders += names.filter { $0 != "README.md" }.map {
        sources.appending(path: room).appending(path: $0)
      }
    }
    folders.append(sources.appending(path: "juesuan"))
    #expect(folders.count > 30)
    for folder in folders {
      let text = try? String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
      guard let text else {
        Issue.record("\(folder.path) has no README.md: say in a few lines what lives there")
        continue
      }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      #expect(lines <= 15, "\(folder.path)/README.md has \(lines) lines: the rest belongs in docs/")
      #expect(
        text.hasPrefix("# \(folder.lastPathComponent)\n"),
        "\(folder.path)/README.md should begin with the folder's name")
    }
  }
}
