import Files
import TestSupport
import Testing

@testable import Workers

@Suite("The manifest of an output folder")
struct ManifestTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func entry(_ input: String, _ status: ReportStatus = .converted) -> ManifestEntry {
    var entry = ManifestEntry(
      input: input, source: "/in/" + input, status: status, output: input + ".json",
      milliseconds: 3, stamp: "1-2-3-4", engine: "e")
    entry.coverage = ManifestEntry.Coverage(mapped: 1, explained: 2, doubtful: 4, unmapped: 3)
    entry.unmappedLabels = ["其中：甲/乙": 2]
    return entry
  }

  private func read() throws -> Manifest {
    Manifest(try OutputFolder(folder.path, waits: false))
  }

  @Test func `what is written is read again, sorted by path`() throws {
    var manifest = try read()
    #expect(manifest.entries.isEmpty)
    let entries = ["乙.txt", "a/b.txt", "a.txt"].map { entry($0) }
    for entry in entries { manifest[entry.input] = entry }
    let bytes = manifest.bytes()
    try folder.file("manifest.ndjson", bytes)
    #expect(try read().entries == manifest.entries)
    let names = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      entries.first { line.contains("\"input\":\"\($0.input)\"") }?.input
    }
    #expect(names == ["a.txt", "a/b.txt", "乙.txt"])
  }

  @Test func `the journal of a killed run stands above the manifest, without its half line`() throws
  {
    try folder.file(
      "manifest.ndjson", Manifest.line(entry("a.txt")) + Manifest.line(entry("b.txt")))
    let half = Manifest.line(entry("c.txt")).prefix(20)
    try folder.file(
      ".juesuan/journal.ndjson", [0x0A] + Manifest.line(entry("a.txt", .timeout)) + half)
    let manifest = try read()
    #expect(manifest["a.txt"]?.status == .timeout)
    #expect(manifest["b.txt"]?.status == .converted)
    #expect(manifest["c.txt"] == nil)
  }

  @Test func `a line of another form counts as not there`() throws {
    try folder.file(
      "manifest.ndjson",
      Array("{\"input\":\"x.txt\"}\nnonsense\n".utf8) + Manifest.line(entry("b.txt")))
    #expect(try read().entries.keys.sorted() == ["b.txt"])
  }

  @Test(arguments: ["../a.txt", "/a.txt", "b/../../a.txt", "b//a.txt", "./a.txt"])
  func `a line of a file outside of the folder counts as not there`(input: String) throws {
    try folder.file("manifest.ndjson", Manifest.line(entry(input)) + Manifest.line(entry("b.txt")))
    #expect(try read().entries.keys.sorted() == ["b.txt"])
  }

  @Test func `a line of an output that its report does not have counts as not there`() throws {
    var other = entry("a.txt")
    other.output = "notes.json"
    try folder.file("manifest.ndjson", Manifest.line(other))
    #expect(try read().entries.isEmpty)
  }

  @Test func `a journal adds lines behind the half line of a killed run`() throws {
    let path = try folder.file("journal", text: "{\"inp")
    do {
      let journal = try Journal(path)
      journal.add(entry("a.txt"))
    }
    let bytes = try InputFile.read(path)
    #expect(bytes == Array("{\"inp\n".utf8) + Manifest.line(entry("a.txt")))
  }

  @Test func `a folder is held by one run, and cleared of what a killed one left`() throws {
    try folder.file(".juesuan/scratch/17", text: "half")
    let first = try OutputFolder(folder.path, waits: false)
    #expect(folder.files(below: ".juesuan/scratch").isEmpty)
    #expect(throws: FileError.self) { _ = try OutputFolder(folder.path, waits: false) }
    _ = first.lock
  }
}
