import Conversion
import Files
import MappingFiles
import TestSupport
import Testing

@testable import Workers

@Suite("What a run has to do")
struct RunPlanTests {
  private let folder: TemporaryFolder
  private let fingerprint = MappingFingerprint(of: MappingFolder(Repository.mappings))
  /// The report as the last run left it.
  private let entry: ManifestEntry

  init() throws {
    folder = try TemporaryFolder()
    let source = try folder.file("in/a.txt", text: "甲")
    try TemporaryFolder.age(source)
    let output = try folder.file("out/a.txt.json", text: "{}")
    var entry = ManifestEntry(
      input: "a.txt", source: source, status: .converted, output: "a.txt.json", milliseconds: 1,
      stamp: try #require(FileStamp(path: source)).text, engine: EngineIdentity.current)
    entry.sha256 = "digest"
    entry.layout = "hunan"
    entry.mapping = fingerprint.layouts["hunan"]
    try #require(entry.mapping != nil)
    entry.outputStamp = try #require(FileStamp(path: output)).text
    self.entry = entry
  }

  private func plan(
    _ paths: [String], known: ManifestEntry?, retriesFailed: Bool = false
  ) -> [String] {
    let inputs = InputFiles(paths.map(folder.path), names: .readable)
    var request = BulkRequest(
      inputs: inputs, mappingFolder: Repository.mappings, output: folder.path("out"))
    request.retriesFailed = retriesFailed
    let plan = RunPlan(
      items: inputs.inputs.map { InputReport($0) }, request: request, fingerprint: fingerprint,
      known: known.map { [$0.input: $0] } ?? [:], wantsReports: false)
    let steps = plan.steps.map { step in
      switch step {
      case .keep: "keep"
      case .convert(known: nil): "convert"
      case .convert: "compare"
      case .refuse(let failure): failure.status.rawValue
      }
    }
    #expect(plan.hasWork == steps.contains { $0 == "convert" || $0 == "compare" })
    return steps
  }

  /// The step for the report where something of what is known of it is different.
  private func step(
    retriesFailed: Bool = false, _ change: (inout ManifestEntry) -> Void = { _ in }
  ) -> String {
    var entry = entry
    change(&entry)
    return plan(["in"], known: entry, retriesFailed: retriesFailed).joined()
  }

  @Test func `what is as it was is kept, and what is not known converted`() {
    #expect(step() == "keep")
    #expect(plan(["in"], known: nil) == ["convert"])
  }

  @Test func `a file with another stamp is compared by its content`() throws {
    #expect(step { $0.stamp = "other" } == "compare")
    #expect(step { $0.source = "/elsewhere/a.txt" } == "compare")
    try folder.file("in/a.txt", text: "乙")
    #expect(step() == "compare")
  }

  @Test func `another program, mapping or output means to convert again`() throws {
    #expect(step { $0.engine = "other" } == "convert")
    #expect(step { $0.mapping = "other" } == "convert")
    #expect(step { $0.layout = "gone" } == "convert")
    #expect(step { $0.outputStamp = "other" } == "convert")
    #expect(step { $0.output = nil } == "convert")
  }

  @Test(arguments: ReportStatus.allCases.filter { $0 != .converted })
  func `a failure is kept where it can only come again, unless a new try is wanted`(
    _ status: ReportStatus
  ) {
    #expect(step { $0.status = status } == (status.isFinal ? "keep" : "convert"))
    #expect(step(retriesFailed: true) { $0.status = status } == "convert")
  }

  @Test func `a file that may still change within its stamp is not trusted`() throws {
    try folder.file("in/a.txt", text: "甲")
    let fresh = try #require(FileStamp(path: folder.path("in/a.txt"))).text
    #expect(step { $0.stamp = fresh } == "compare")
    #expect(step { $0.stamp = "" } == "compare")
  }

  @Test func `two reports for one output are refused both`() throws {
    try folder.file("other/a.txt", text: "丙")
    try folder.file("other/b.txt", text: "丁")
    #expect(
      plan(["in", "other"], known: nil) == ["duplicate", "duplicate", "convert"])
  }
}
