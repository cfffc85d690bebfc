import ArgumentParser
import Exporting
import Files
import Glibc
import OutputReading

/// `juesuan export`.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes outputs as \(TableSinks.all.map { $0.form }.joined(separator: " or as ")).",
    discussion: """
      Examples:
      \(TableSinks.all.map { "  juesuan export Output --\($0.name) \($0.example)" }
        .joined(separator: "\n"))

      \(TableSinks.all.map { $0.details }.filter { !$0.isEmpty }.joined(separator: " ")) Exit code 2 \
      where a file is no output of convert; the others are written all the same.
      """)

  @Argument(help: "JSON files that convert wrote, and folders of them.")
  var outputs: [String]

  @OptionGroup var sinks: SinkOptions

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
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs).") }
  }

  func run() async throws {
    let (files, problems) = CheckedOutput.paths(in: outputs)
    for problem in problems {
      Console.say(
        "\(Console.visible(problem.path)): \(problem.error.what); \(problem.error.remedy)")
    }
    let jobs = jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var isIncomplete = !problems.isEmpty
    do {
      for (sink, path) in sinks.chosen {
        let summary = try await ReportExport.write(
          files, as: sink, to: path,
          vocabulary: { try MappingOptions.vocabulary(try MappingOptions.folder(mappings)) },
          jobs: jobs)
        isIncomplete = tell(summary, path) || isIncomplete
      }
    } catch let error as FileError {
      Console.say("juesuan: \(error.what); \(error.remedy)")
      throw ExitCode.failure
    } catch let code as ExitCode {
      throw code
    } catch {
      Console.say("juesuan: \(error)")
      throw ExitCode.failure
    }
    if isIncomplete { throw ExitCode(2) }
  }

  /// Whether a file failed.
  private func tell(_ summary: ReportExport.Summary, _ path: String) -> Bool {
    for (name, error) in summary.failures {
      Console.say("\(Console.visible(name)): \(error.what); \(error.remedy)")
    }
    for name in summary.setAside {
      Console.say(
        "\(Console.visible(name)): set aside; another output of the same source was given, too")
    }
    if !quiet { Console.say("\(summary.reports) reports in \(path)") }
    return !summary.failures.isEmpty
  }
}
