import ArgumentParser
import Conversion
import Files
import Glibc
import Workers

/// Which files are inputs.
struct InputOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Take paths from a file, too, one a line or between NUL characters (- for standard input).",
      valueName: "file"))
  var filesFrom: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Of folders, take only files that match this pattern: '*2024*', '*/决算/*.pdf'.",
      valueName: "pattern"))
  var include: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Of folders, leave out files that match this pattern.", valueName: "pattern")
  )
  var exclude: [String] = []

  /// The files that these options and the paths lead to.
  func inputs(_ paths: [String]) throws -> InputFiles {
    InputFiles(
      paths + (try filesFrom.map(FileList.read) ?? []), names: .readable,
      filter: InputFilter(included: include, excluded: exclude), takesArchives: true)
  }
}

/// How a run goes about its work.
struct RunOptions: ParsableArguments {
  @Option(name: .long, help: "How many worker processes (default: one a processor).")
  var jobs: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Processor seconds that a report may take, and one more for each MB of it.",
      valueName: "seconds"))
  var timeout: Double = 4

  @Option(
    name: .long,
    help: ArgumentHelp("Memory that a worker may take, in MB.", valueName: "mb"))
  var memory: Int = 512

  @Flag(name: .long, help: "Convert again what failed and did not change.")
  var retryFailed = false

  @Flag(name: .long, help: "Remove the outputs of reports that are gone.")
  var prune = false

  @Flag(name: .long, help: "Wait where another run is writing into the same folder.")
  var wait = false

  func validate() throws {
    if let jobs, jobs < 1 || jobs > 1024 {
      throw ValidationError("--jobs must be from 1 to 1024, not \(jobs).")
    }
    if !(timeout > 0 && timeout <= 86_400) {
      throw ValidationError("--timeout must be above 0 and at most 86400, not \(timeout).")
    }
    if memory < 64 || memory > 1 << 20 {
      throw ValidationError("--memory must be from 64 to 1048576 MB, not \(memory).")
    }
  }

  func apply(to request: inout BulkRequest) {
    request.jobs = jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    request.limits.seconds = timeout
    request.limits.memory = memory << 20
    request.retriesFailed = retryFailed
    request.prunes = prune
    request.waits = wait
  }
}
