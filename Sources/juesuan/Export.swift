import ArgumentParser
import Conversion
import Exporting
import Files
import Glibc
import OutputReading

/// `juesuan export`.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes outputs as CSV files or as one JSON document a line.",
    discussion: """
      Examples:
        juesuan export Output --csv tables
        juesuan export Output --ndjson reports.ndjson

      --csv writes one file for each table and datapackage.json, a Frictionless data package that \
      describes every column. Numbers keep the digits printed. Exit code 2 where a file is no output \
      of convert; the others are written all the same.
      """)

  @Argument(help: "JSON files that convert wrote, and folders of them.")
  var outputs: [String]

  @Option(name: .long, help: ArgumentHelp("Folder for CSV files.", valueName: "dir"))
  var csv: String?

  @Option(name: .long, help: ArgumentHelp("File for JSON lines.", valueName: "file"))
  var ndjson: String?

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
    if csv == nil, ndjson == nil { throw ValidationError("Give --csv DIR or --ndjson FILE.") }
    if csv == "" { throw ValidationError("--csv must name a folder.") }
    if ndjson == "" { throw ValidationError("--ndjson must name a file.") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs).") }
  }

  func run() async throws {
    let (files, problems) = CheckedOutput.paths(in: outputs)
    for path in problems { Console.say("\(path): there is no output; give what convert wrote") }
    let jobs = jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var isIncomplete = !problems.isEmpty
    do {
      if let csv {
        let vocabulary = try MappingOptions.vocabulary(try MappingOptions.folder(mappings))
        let summary = try await ReportExport.csv(
          files, to: csv, vocabulary: vocabulary, jobs: jobs)
        isIncomplete = tell(summary, csv) || isIncomplete
      }
      if let ndjson {
        let summary = try await ReportExport.ndjson(files, to: ndjson, jobs: jobs)
        isIncomplete = tell(summary, ndjson) || isIncomplete
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
    for (name, error) in summary.failures { Console.say("\(name): \(error.what); \(error.remedy)") }
    for name in summary.setAside {
      Console.say("\(name): set aside; another output of the same source was given, too")
    }
    if !quiet { Console.say("\(summary.reports) reports in \(path)") }
    return !summary.failures.isEmpty
  }
}
