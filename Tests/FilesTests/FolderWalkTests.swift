import Files
import Foundation
import TestSupport
import Testing

@Suite("Folders with all below them")
struct FolderWalkTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func walk(where isWanted: (String) -> Bool = { _ in true }) -> [String] {
    var lines: [String] = []
    FolderWalk.walk(folder.path, where: isWanted) { finding in
      switch finding {
      case .file(let file): lines.append(file.relativePath)
      case .missing: lines.append("missing")
      case .unreadable, .tooDeep: lines.append("no folder")
      case .nameIsNotUTF8: lines.append("no name")
      }
    }
    return lines
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(name), withDestinationPath: target)
  }

  @Test func `files come folder by folder, by the bytes of their names`() throws {
    for name in ["b.txt", "a/z.txt", "a.txt", "A/y.txt", "甲.txt"] { try folder.file(name, []) }
    #expect(walk() == ["A/y.txt", "a/z.txt", "a.txt", "b.txt", "甲.txt"])
    #expect(walk(where: { $0 != "a" }) == ["A/y.txt", "a.txt", "b.txt", "甲.txt"])
  }

  @Test func `a link to a folder around it ends there, others are followed`() throws {
    try folder.file("a/b/c.txt", [])
    try link("a/b/up", to: "../..")
    try link("other", to: "a/b")
    try link("nowhere", to: "gone")
    #expect(walk() == ["a/b/c.txt", "missing", "other/c.txt"])
  }

  @Test func `a folder below too many others is told`() throws {
    let deep = (0..<70).map { _ in "d" }.joined(separator: "/")
    try folder.file(deep + "/x.txt", [])
    #expect(walk() == ["no folder"])
  }

  @Test func `outputs are the JSON files below a folder, sorted by path`() throws {
    for name in ["out/a/b.json", "out/a.json", "out/manifest.ndjson", "out/x.json/y.json"] {
      try folder.file(name, [])
    }
    let out = folder.path("out")
    #expect(
      OutputFiles.below(out) == ["a.json", "a/b.json", "x.json/y.json"].map { out + "/" + $0 })
    #expect(OutputFiles.below(out + "/a.json") == [out + "/a.json"])
    #expect(OutputFiles.below(out + "/gone").isEmpty)
  }

  @Test func `inputs of folders are reports, and what cannot be one is counted or told`() throws {
    for name in ["in/a.txt", "in/~$a.docx", "in/.b.txt", "in/c.xyz", "in/d/e.PDF"] {
      try folder.file(name, [])
    }
    let inputs = InputFiles(
      [folder.path("in"), folder.path("none")],
      names: ReportNames(extensions: ["txt", "docx", "pdf"]))
    #expect(inputs.inputs.map(\.relativePath) == ["a.txt", "d/e.PDF"])
    #expect(inputs.skipped == 1)
    #expect(inputs.problems.map(\.path) == [folder.path("none")])
  }
}
