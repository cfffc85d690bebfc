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
      OutputFiles(below: out).paths
        == ["a.json", "a/b.json", "x.json/y.json"].map { out + "/" + $0 })
    #expect(OutputFiles(below: out + "/a.json").paths == [out + "/a.json"])
    #expect(OutputFiles(below: out + "/gone").paths.isEmpty)
  }

  @Test func `outputs behind links are found once, and the whole folder may be a link`() throws {
    try folder.file("out/a/b.json", [])
    try link("out/again", to: "a")
    try link("linked", to: "out")
    #expect(OutputFiles(below: folder.path("out")).paths == [folder.path("out/a/b.json")])
    #expect(OutputFiles(below: folder.path("linked")).paths == [folder.path("linked/a/b.json")])
  }

  @Test func `what cannot be looked into is told, and the other outputs are found`() throws {
    let deep = (0..<70).map { _ in "d" }.joined(separator: "/")
    for name in ["out/a.json", "out/\(deep)/b.json"] { try folder.file(name, []) }
    let found = OutputFiles(below: folder.path("out"))
    #expect(found.paths == [folder.path("out/a.json")])
    #expect(found.problems.count == 1)
    #expect(found.problems.first?.error.what.contains("too deep") == true)
  }

  @Test func `a walk may be told to go less deep`() throws {
    try folder.file("a/b/c/x.txt", [])
    var found: [String] = []
    FolderWalk.walk(folder.path, depthLimit: 3) { finding in
      if case .tooDeep(let path) = finding { found.append(path) }
    }
    #expect(found == [folder.path("a/b/c")])
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
