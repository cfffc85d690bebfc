import Files
import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Files that are written piece by piece")
struct StreamedFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String, to path: String) throws {
    let file = try StreamedFile(path)
    try file.append(Array(text.utf8))
    try file.commit()
  }

  private func kind(of path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  @Test func `a file has its old content until the new one is whole`() throws {
    let path = try folder.file("a", text: "old")
    let file = try StreamedFile(path)
    try file.append(Array("new".utf8))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    try file.commit()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    #expect(folder.files(below: "") == ["a"])
  }

  @Test func `what is not ended leaves nothing behind`() throws {
    var file: StreamedFile? = try StreamedFile(folder.path("a"))
    try file?.append(Array("new".utf8))
    file = nil
    #expect(folder.files(below: "").isEmpty)
  }

  @Test func `a link is written through`() throws {
    let target = try folder.file("target", text: "old")
    let link = folder.path("link")
    try #require(symlink("target", link) == 0)
    try write("new", to: link)
    #expect(kind(of: link) == S_IFLNK)
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "new")
  }

  @Test func `a pipe is written through, and it is no error that its reader has gone`() throws {
    let pipe = folder.path("pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    // Opened for both directions, it waits for nobody.
    let reader = open(pipe, O_RDWR | O_NONBLOCK)
    try #require(reader >= 0)
    try write("new", to: pipe)
    var bytes = [UInt8](repeating: 0, count: 10)
    #expect(read(reader, &bytes, 10) == 3)
    let file = try StreamedFile(pipe)
    close(reader)
    try file.append(Array("more".utf8))
    #expect(file.isUnread)
    try file.commit()
    #expect(kind(of: pipe) == S_IFIFO)
  }

  @Test func `a device is written through`() throws {
    try write("new", to: "/dev/null")
    #expect(kind(of: "/dev/null") == S_IFCHR)
    #expect(throws: FileError.self) { try write("new", to: "/dev/full") }
    #expect(kind(of: "/dev/full") == S_IFCHR)
  }

  @Test func `nothing is removed beyond a link or above the folder`() throws {
    let kept = try folder.file("kept.json", text: "kept")
    try folder.file("out/a/b.json", text: "b")
    try #require(symlink("..", folder.path("out/link")) == 0)
    try #require(symlink("../kept.json", folder.path("out/c.json")) == 0)
    let out = folder.path("out")
    #expect(!OutputFile.remove("link/kept.json", below: out))
    #expect(!OutputFile.remove("../kept.json", below: out))
    #expect(!OutputFile.remove("c.json", below: out))
    #expect(OutputFile.remove("a/b.json", below: out))
    #expect(OutputFile.remove("a/b.json", below: out), "it is not there any more")
    #expect(FileManager.default.fileExists(atPath: kept))
  }
}
