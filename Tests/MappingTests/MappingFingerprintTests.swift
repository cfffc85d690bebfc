import MappingFiles
import TestSupport
import Testing

@Suite("What reports of a layout depend on")
struct MappingFingerprintTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.file("taxonomy.yaml", text: "a: {kind: money, zh: 甲}\n")
    try layout("common", "")
    try layout("north", "extends: common\nrecognize: [北]\n")
    try layout("south", "extends: common\nrecognize:\n  - 南\n")
    try layout("south-2020", "extends: south # since 2020\nrecognize: [\"南\"]\n")
  }

  private func layout(_ id: String, _ rest: String) throws {
    try folder.file("layouts/\(id).yaml", text: "version: 1\nlayout: \(id)\n" + rest)
  }

  private func fingerprint() -> [String: String] {
    MappingFingerprint(of: MappingFolder(folder.path)).layouts
  }

  /// The layouts whose reports are to be converted again after a change.
  private func changed(by change: () throws -> Void) rethrows -> [String] {
    let before = fingerprint()
    try change()
    let after = fingerprint()
    return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
  }

  @Test func `a layout depends on its file and on those that it extends`() throws {
    #expect(fingerprint().keys.sorted() == ["common", "north", "south", "south-2020"])
    #expect(
      try changed { try layout("south", "extends: common\nrecognize: [南]\nsections: []\n") }
        == ["south", "south-2020"])
    #expect(
      try changed { try layout("north", "extends: common\n\nrecognize: [北]\n") } == ["north"])
  }

  @Test func `all depend on the taxonomy, on other files and on what layouts are recognized by`()
    throws
  {
    #expect(try changed { try folder.file("taxonomy.yaml", text: "{}\n") }.count == 4)
    #expect(try changed { try folder.file("checks/a.yaml", text: "{}\n") }.count == 4)
    #expect(
      try changed { try layout("north", "extends: common\nrecognize: [北方]\n") }.count == 4)
    #expect(try changed { try layout("east", "extends: common\nrecognize: [东]\n") }.count == 5)
  }

  @Test func `cases of tests and hidden files change nothing`() throws {
    #expect(try changed { try folder.file("tests/north.yaml", text: "{}") }.isEmpty)
    #expect(try changed { try folder.file(".layouts.swp", text: "x") }.isEmpty)
  }

  @Test func `where a layout file cannot be read, all depend on the whole of it`() throws {
    try layout("south", "extends: [")
    #expect(fingerprint()["south"] == nil)
    #expect(try changed { try layout("south", "extends: [ ") }.count == 3)
  }

  @Test func `layouts that extend each other come to an end`() throws {
    try layout("common", "extends: south\n")
    #expect(fingerprint().count == 4)
  }
}
