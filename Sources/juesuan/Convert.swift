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
    if !quiet {
      let converted = files.inputs.count + files.problems.count - failures.count
      let skipped = files.skipped == 0 ? "" : ", \(files.skipped) files of other kinds skipped"
      Console.say("\(converted) converted, \(failures.count) failed\(skipped)")
    }
    if failures.contains(where: \.1.concernsOutput) { throw ExitCode.failure }
    if !failures.isEmpty { throw ExitCode(2) }
  }
}
