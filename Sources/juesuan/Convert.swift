import ArgumentParser
import Glibc
import Pipeline

/// `juesuan convert`.
struct Convert: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Converts reports to JSON, one file each.",
    discussion: """
      Examples:
        juesuan convert Corpus --output Output
        juesuan convert report.docx --output . --quiet

      Folders are searched with all below them for .txt, .docx, .html and .htm; the output keeps \
      their structure, and the JSON of report.txt is report.txt.json. A file that cannot be read \
      is told on standard error and the others are converted all the same (exit code 2).
      """)

  @Argument(help: "Files and folders of reports.")
  var paths: [String]

  @Option(name: .long, help: ArgumentHelp("Folder for the JSON files.", valueName: "dir"))
  var output: String

  @OptionGroup var mapping: MappingOptions

  @Option(name: .long, help: "How many files to convert at a time (default: one a processor).")
  var jobs: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Exit with 1 where a check of this severity fails (error, warning, info), or where any figure "
        + "is left unmapped (unmapped).", valueName: "what"))
  var failOn: [ConversionThreshold] = []

  @Flag(name: .long, help: "Say nothing but errors.")
  var quiet = false

  func validate() throws {
    if paths.isEmpty { throw ValidationError("Give at least one file or folder.") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs).") }
    if output.isEmpty { throw ValidationError("--output must name a folder.") }
  }

  func run() async throws {
    let files = InputFiles(paths)
    let converter = try mapping.converter()
    let batch = BatchConversion(
      converter: converter, output: output,
      jobs: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    let outcomes = await batch.run(files.inputs)
    var failures = files.problems.map { ($0.path, $0.error) }
    for outcome in outcomes {
      if case .failure(let error) = outcome.result { failures.append((outcome.input, error)) }
    }
    for (path, error) in failures {
      Console.say("\(path): \(error.what); \(error.remedy)")
    }
    let summaries = outcomes.compactMap { try? $0.result.get() }
    if !quiet {
      let converted = files.inputs.count + files.problems.count - failures.count
      let skipped = files.skipped == 0 ? "" : ", \(files.skipped) files of other kinds skipped"
      Console.say("\(converted) converted, \(failures.count) failed\(skipped)")
      if !summaries.isEmpty { Console.say(Self.coverage(of: summaries)) }
    }
    if failures.contains(where: \.1.concernsOutput) { throw ExitCode.failure }
    if !failures.isEmpty { throw ExitCode(2) }
    if failOn.contains(where: { threshold in summaries.contains(where: threshold.isReached) }) {
      throw ExitCode(1)
    }
  }

  /// What became of all figures, and what the checks found.
  private static func coverage(of summaries: [ReportSummary]) -> String {
    func sum(_ number: (ReportSummary) -> Int) -> Int { summaries.reduce(0) { $0 + number($1) } }
    let figures = sum { $0.mapped + $0.explained + $0.unmapped }
    let withFailures = summaries.filter { $0.checks["fail"] != nil }.count
    return "\(figures) figures: \(sum(\.mapped)) mapped, \(sum(\.explained)) explained, "
      + "\(sum(\.unmapped)) unmapped; checks: \(sum { $0.checks["pass"] ?? 0 }) hold, "
      + "\(sum { $0.checks["rounding"] ?? 0 }) but for rounding, "
      + "\(sum { $0.checks["fail"] ?? 0 }) fail in \(withFailures) reports"
  }
}

/// What makes a conversion end with exit code 1.
enum ConversionThreshold: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info, unmapped

  func isReached(_ summary: ReportSummary) -> Bool {
    switch self {
    case .unmapped: summary.unmapped > 0
    case .error: summary.failures["error"] != nil
    case .warning: summary.failures["error"] != nil || summary.failures["warning"] != nil
    case .info: !summary.failures.isEmpty
    }
  }
}
