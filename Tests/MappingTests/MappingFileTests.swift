import Mapping
import MappingFiles
import MappingModel
import TestSupport
import Testing

/// A mapping folder of the test's own; each error names file, place and remedy.
struct MappingFileTests {
  private func load(common: String, other: String? = nil) throws -> MappingSet {
    let folder = try TemporaryFolder()
    try folder.file(
      "taxonomy.yaml",
      text:
        "income.total: {kind: money, zh: 收入总计}\nincome.other: {kind: money, zh: 其他收入}\nvehicles.held: {kind: count, unit: vehicle, zh: 车}\n"
    )
    try folder.file("lexicon.yaml", text: "version: 1\n")
    try folder.file("layouts/common.yaml", text: common)
    if let other { try folder.file("layouts/other.yaml", text: other) }
    return try MappingSet.load(from: folder.path)
  }

  private func message(common: String, other: String? = nil) -> String {
    do {
      _ = try load(common: common, other: other)
      return "no error"
    } catch {
      return "\(error)".split(separator: "/").last.map(String.init) ?? ""
    }
  }

  private let head = "version: 1\nlayout: common\n"

  @Test func `an unknown key is an error with its place and the nearest name`() {
    let text = message(common: head + "sectons:\n  - id: a\n")
    #expect(text.hasPrefix("common.yaml:3:1: unknown key «sectons»; did you mean «sections»?"))
  }

  @Test func `an unknown concept is an error with the nearest id`() {
    let text = message(common: head + "labels:\n  income.totl: [收入总计]\n")
    #expect(
      text.hasPrefix("common.yaml:4:3: unknown concept «income.totl»; did you mean «income.total»?")
    )
  }

  @Test func `a label with two meanings is an error`() {
    let text = message(common: head + "labels:\n  income.total: [收入]\n  income.other: [收入]\n")
    #expect(text.contains("«收入» stands for both income.total and income.other"))
  }

  @Test func `a repeated key and a repeated label are errors`() {
    #expect(message(common: head + "labels: {}\nlabels: {}\n").contains("common.yaml"))
    #expect(
      message(common: head + "labels:\n  income.total: [收入, 收入]\n").contains("in this list twice"))
  }

  @Test func `a layout without version or with an unknown parent is an error`() {
    #expect(message(common: "layout: common\n").contains("«version: 1» is missing"))
    #expect(
      message(common: head, other: "version: 1\nlayout: other\nextends: comon\n")
        .contains("extends «comon», which is no layout; did you mean «common»?"))
  }

  @Test func `a layout that extends itself is an error`() {
    #expect(
      message(common: head, other: "version: 1\nlayout: other\nextends: other\n")
        .contains("extends itself"))
  }

  @Test func `a long chain of layouts is put together once`() throws {
    let folder = try TemporaryFolder()
    try folder.file("taxonomy.yaml", text: "income.total: {kind: money, zh: 收入总计}\n")
    try folder.file("lexicon.yaml", text: "version: 1\n")
    try folder.file(
      "layouts/common.yaml", text: head + "labels:\n  income.total: [收入总计]\n")
    for number in 1...300 {
      let parent = number == 1 ? "common" : "l\(number - 1)"
      try folder.file(
        "layouts/l\(number).yaml",
        text: "version: 1\nlayout: l\(number)\nextends: \(parent)\nrecognize: [收入]\n")
    }
    let last = try #require(
      try MappingSet.load(from: folder.path).layouts.first { $0.id == "l300" })
    #expect(last.labels.map(\.concept) == ["income.total"])
    let before = MappingFingerprint(of: MappingFolder(folder.path)).layouts["l300"]
    try folder.file(
      "layouts/l1.yaml", text: "version: 1\nlayout: l1\nextends: common\nrecognize: [支出]\n")
    #expect(MappingFingerprint(of: MappingFolder(folder.path)).layouts["l300"] != before)
  }

  @Test func `a hundred thousand brackets are an error at once`() {
    let text = message(common: String(repeating: "[", count: 100_000))
    #expect(text.hasPrefix("common.yaml:1:1001: is not valid YAML: brackets are nested too deeply"))
  }

  @Test func `a layout inherits and overrides`() throws {
    let mappings = try load(
      common: head
        + "sections:\n  - id: a\n    headings: [总体情况]\n    labels:\n      income.total: [总收入]\nlabels:\n  income.total: [收入总计]\n",
      other:
        "version: 1\nlayout: other\nextends: common\nrecognize: [总体]\nsections:\n  - id: a\n    headings: [收支总体]\nlabels:\n  income.other: [收入总计]\n"
    )
    let other = try #require(mappings.layouts.last)
    #expect(other.sections.map(\.headings) == [["收支总体", "总体情况"]])
    #expect(other.sections[0].labels.map(\.concept) == ["income.total"])
    #expect(other.labels.map(\.concept) == ["income.other"])
  }

  @Test func `the project's own mapping files are valid`() {
    #expect(Fixture.mappings.layouts.map(\.id).contains("xinjiang"))
  }
}
