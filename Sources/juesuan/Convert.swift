import ArgumentParser
import Conversion
import Files
import Glibc
import Workers

/// `juesuan convert`.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Converts reports to JSON, one file each.",
    discussion: """
      Examples:
        juesuan convert Corpus --output Output
        juesuan convert report.docx --output . --quiet
        find . -name '*决算*.pdf' -print0 | juesuan convert --files-from - --output Output
        juesuan convert reports.zip --ndjson - | jq .report.title
        juesuan convert Corpus --output Output --sqlite accounts.db

      Folders are searched with all below them for \(ReportNames.readable.list), and .zip \
      archives of these; the output keeps their structure, and the JSON of report.txt is \
      report.txt.json. Every report is read in a worker process under limits of time and memory; \
      one that cannot be read is told on standard error and the others are converted all the same \
      (exit code 2).

      A second run converts only what changed: reports, the mapping files that their layout depends \
      on, or this program. DIR/manifest.ndjson tells what became of each report. A run that was \
      stopped goes on with the same command.
      """)

  @Argument(help: "Files, folders and .zip archives of reports.")
  var paths: [String] = []

  @Option(name: .long, help: ArgumentHelp("Folder for the JSON files.", valueName: "dir"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write all reports into one file, one a line in the order of the inputs (- for standard "
        + "output).", valueName: "file"))
  var ndjson: String?

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var mapping: MappingOptions
  @OptionGroup var selection: InputOptions
  @OptionGroup var running: RunOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Exit with 1 where a check of this severity fails (error, warning, info), or where any figure "
        + "is left doubtful or unmapped (doubtful, unmapped).", valueName: "what"))
  var failOn: [ConversionThreshold] = []

  @Flag(name: .long, help: "Say nothing but errors.")
  var quiet = false

  func validate() throws {
    if paths.isEmpty, selection.filesFrom == nil {
      throw ValidationError("Give at least one file or folder.")
    }
    if output == nil, ndjson == nil, database.target == nil {
      throw ValidationError("Give --output DIR, --ndjson FILE or a database.")
    }
    if output?.isEmpty ?? false { throw ValidationError("--output must name a folder.") }
  }

  func run() throws {
    let inputs = try selection.inputs(paths)
    let folder = try mapping.folder()
    let loader = try loader(folder)
    let observer = try ConversionObserver(isQuiet: quiet, ndjson: ndjson, loader: loader)
    var request = BulkRequest(inputs: inputs, mappingFolder: folder, output: output)
    running.apply(to: &request)
    let result: BulkResult
    do {
      result = try BulkConversion(request, observer: observer).run()
      try observer.endLines()
    } catch {
      observer.finish()
      _ = loader?.finish()
      throw error as? ExitCode ?? Self.refusal(error)
    }
    observer.finish()
    let summary = RunSummary(result.entries)
    let failures = tell(result, summary)
    if result.isStopped {
      Console.say(
        "stopped after \(result.progress.done) of \(result.progress.total) reports; "
          + (output == nil ? "the same command begins anew" : "the same command goes on from there")
      )
      _ = loader?.finish()
      throw ExitCode(130)
    }
    if let code = loader?.finish(), code != 0 { throw ExitCode(code) }
    try exit(result, failures, summary)
  }

  private func loader(_ mappings: String) throws -> LoaderProcess? {
    guard database.target != nil else { return nil }
    do {
      return try LoaderProcess(database, mappings: mappings, isQuiet: quiet)
    } catch {
      throw Self.refusal(error)
    }
  }

  private static func refusal(_ error: any Error) -> ExitCode {
    if let error = error as? FileError {
      Console.say("juesuan: \(error.what); \(error.remedy)")
    } else {
      Console.say("juesuan: \(error)")
    }
    return ExitCode.failure
  }

  /// What went wrong, and the summary; gives the entries that failed.
  private func tell(_ result: BulkResult, _ summary: RunSummary) -> [ManifestEntry] {
    for problem in result.problems {
      Console.say(
        "\(Console.visible(problem.path)): \(problem.error.what); \(problem.error.remedy)")
    }
    let failed = result.reports.filter { $0.entry.status != .converted }
    for report in failed {
      Console.say(
        "\(Console.visible(report.path)): \(report.entry.message ?? ""); "
          + "\(report.entry.remedy ?? "")")
    }
    for path in result.stale where !quiet {
      Console.say(
        "\(Console.visible(path)): its report is gone" + (result.isPruned ? "; removed" : ""))
    }
    if !result.stale.isEmpty, !result.isPruned, !quiet {
      Console.say("\(result.stale.count) outputs of reports that are gone; --prune removes them")
    }
    guard !quiet else { return failed.map(\.entry) }
    let converted = result.reports.count - failed.count
    let unchanged =
      result.progress.unchanged == 0 ? "" : " (\(result.progress.unchanged) of all unchanged)"
    let skipped = result.skipped == 0 ? "" : ", \(result.skipped) files of other kinds skipped"
    Console.say(
      "\(converted) converted, \(failed.count + result.problems.count) failed\(unchanged)\(skipped)"
    )
    for line in summary.lines(withTables: result.reports.count > 1) { Console.say(line) }
    return failed.map(\.entry)
  }

  private func exit(
    _ result: BulkResult, _ failed: [ManifestEntry], _ summary: RunSummary
  ) throws {
    if failed.contains(where: { $0.status == .unwritten }) { throw ExitCode.failure }
    if !failed.isEmpty || !result.problems.isEmpty { throw ExitCode(2) }
    if failOn.contains(where: { $0.isReached(summary) }) { throw ExitCode(1) }
  }
}

/// What makes a conversion end with exit code 1.
enum ConversionThreshold: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info, doubtful, unmapped

  func isReached(_ summary: RunSummary) -> Bool {
    switch self {
    case .doubtful: summary.doubtful > 0
    case .unmapped: summary.unmapped > 0
    case .error: summary.failures["error"] != nil
    case .warning: summary.failures["error"] != nil || summary.failures["warning"] != nil
    case .info: !summary.failures.isEmpty
    }
  }
}
