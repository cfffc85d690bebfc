import ArgumentParser
import Files
import Glibc
import Loading
import OutputReading

/// `juesuan load`.
struct Load: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Loads outputs into a database.",
    discussion: """
      Examples:
        juesuan load Output --sqlite accounts.db
        juesuan load Output --postgres postgresql://host/accounts --schema juesuan

      Any order, any number of times, any part: the same reports give the same tables. A report that \
      was converted anew replaces itself; what is loaded already is skipped. What the URL of \
      PostgreSQL leaves out comes from the PG* variables; postgresql:// leaves out everything. \
      Exit code 2 where a file is no output of convert; the others are loaded all the same.
      """)

  @Argument(help: "JSON files that convert wrote, and folders of them.")
  var outputs: [String]

  @OptionGroup var database: DatabaseOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Folder of mapping files, for the labels of codes (default: as of convert).",
      valueName: "dir"))
  var mappings: String?

  @Option(name: .shortAndLong, help: "Number of files read at a time (default: all processors).")
  var jobs: Int?

  @Flag(name: .long, help: "Say nothing but errors.")
  var quiet = false

  func validate() throws {
    if database.target == nil {
      throw ValidationError("Give a database: --sqlite FILE or --postgres URL.")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs).") }
  }

  func run() async throws {
    guard let loading = try database.loading(mappings: mappings) else { return }
    let (files, problems) = CheckedOutput.paths(in: outputs)
    for problem in problems {
      Console.say(
        "\(Console.visible(problem.path)): \(problem.error.what); \(problem.error.remedy)")
    }
    let summary: ReportLoading.Summary
    do {
      summary = try await BatchLoading.load(
        files, into: loading, jobs: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    } catch let error as FileError {
      Console.say("juesuan: \(error.what); \(error.remedy)")
      throw ExitCode.failure
    }
    database.tell(summary, quiet: quiet)
    if !problems.isEmpty || !summary.failures.isEmpty { throw ExitCode(2) }
  }
}
