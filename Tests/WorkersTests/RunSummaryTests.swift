import Testing

@testable import Workers

@Suite("What a run came to")
struct RunSummaryTests {
  private func entry(_ kind: String?, _ status: ReportStatus = .converted) -> ManifestEntry {
    var entry = ManifestEntry(
      input: "a.txt", source: "/a.txt", status: status, milliseconds: 0, stamp: "", engine: "")
    entry.kind = kind
    return entry
  }

  @Test func `reports, figures and checks are counted`() {
    var first = entry("department_final_accounts")
    first.coverage = ManifestEntry.Coverage(mapped: 5, explained: 1, doubtful: 4, unmapped: 2)
    first.isUnderstood = false
    first.checks = ["pass": 3, "fail": 1]
    first.failures = ["error": 1]
    first.unmappedLabels = ["甲": 2, "": 4]
    var second = entry("department_final_accounts")
    second.coverage = ManifestEntry.Coverage(mapped: 1, explained: 0, doubtful: 0, unmapped: 0)
    second.checks = ["pass": 2, "rounding": 1]
    second.failures = [:]
    let summary = RunSummary([first, second, entry(nil, .unreadable)])
    #expect(summary.reportsWithFailures == 1)
    #expect(summary.failures == ["error": 1])
    #expect(
      summary.lines(withTables: true) == [
        "status:", "  2  converted", "  1  unreadable", "kind:", "  2  department_final_accounts",
        "layout:", "unmapped figures behind:", "  2  甲",
        "1 reports are not understood: most of their figures are doubtful",
        "13 figures: 6 mapped, 1 explained, 4 doubtful, 2 unmapped; checks: 5 hold, "
          + "1 but for rounding, 1 fail in 1 reports",
      ])
    #expect(summary.lines(withTables: false).count == 2)
  }

  @Test func `nothing converted has nothing to tell of figures`() {
    #expect(RunSummary([]).lines(withTables: false).isEmpty)
    #expect(RunSummary([entry(nil, .crashed)]).lines(withTables: false).isEmpty)
  }

  @Test func `counts stand under each other, the most frequent first, then by name`() {
    let entries = (0..<10).map { _ in entry("b") } + [entry("c"), entry("a")]
    #expect(
      RunSummary(entries).lines(withTables: true) == [
        "status:", "  12  converted", "kind:", "  10  b", "   1  a", "   1  c", "layout:",
      ])
  }
}

@Suite("Limits of workers")
struct WorkerLimitsTests {
  @Test func `larger files may take longer, and waiting longer still`() {
    let limits = WorkerLimits(memory: 512 << 20, seconds: 4)
    #expect(limits.processorTime(forBytes: 0) == 4)
    #expect(limits.processorTime(forBytes: 2 << 20) == 6)
    #expect(limits.clockTime(forBytes: 2 << 20) == 40)
    #expect(limits.recycling == 128 << 20)
  }
}
