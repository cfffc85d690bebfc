import ArgumentParser
import Conversion
import Files
import Glibc
import MappingFiles
import MappingModel
import Reviewing

/// `juesuan review`.
struct Review: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Makes pages to look at: each report beside its values.",
    discussion: """
      Example:
        juesuan review Output --sources Corpus --output Review

      Writes DIR/index.html and a page for every report, each one file that needs no network. Click \
      a value and its place lights up, and back. With --sources the whole text is shown, of a PDF \
      its pages too; without, what the outputs quote.
      """)

  @Argument(help: "A folder of JSON files that convert wrote, or one of them.")
  var outputs: String

  @Option(name: .long, help: ArgumentHelp("Folder for the pages.", valueName: "dir"))
  var output: String

  @Option(
    name: .long, help: ArgumentHelp("Folder of the reports that were converted.", valueName: "dir"))
  var sources: String?

  @Option(name: .long, help: "Language of the pages' own words: zh or en.")
  var lang = Language.zh

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Folder of mapping files (default: $JUESUAN_MAPPINGS, ./Mappings, or beside the program).",
      valueName: "dir"))
  var mappings: String?

  @Option(name: .long, help: "How many pages to make at a time (default: one a processor).")
  var jobs: Int?

  @Flag(name: .long, help: "Say nothing but errors.")
  var quiet = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs).") }
    if output.isEmpty { throw ValidationError("--output must name a folder.") }
  }

  private var jobCount: Int { jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Runs the command under limits of time and memory for all its pages together.
  func limited(_ run: () throws -> Void) throws {
    let files = OutputFiles(below: outputs).paths
    try Limited.run(
      outputs, reading: files, times: 3 * Double(max(1, files.count)), jobs: jobCount, run)
  }

  func run() async throws {
    let folder = MappingFolder(try MappingOptions.folder(mappings))
    let site: ReviewSite
    do {
      let mapping = try MappingSet.load(from: folder)
      let rules = try CheckFiles.rules(
        in: folder, concepts: mapping.concepts, namedChecks: Converter.namedChecks)
      site = try ReviewSite(
        labels: ReviewLabels(
          mapping, rules: rules,
          remarks: try RemarkFiles.rules(in: folder, namedTests: Converter.namedTests),
          codes: try CodeLabelFile.read(in: folder)),
        sources: sources, output: output, language: lang.rawValue,
        jobs: jobCount)
    } catch {
      Console.say("juesuan: \(error)")
      throw ExitCode.failure
    }
    let outcome: ReviewSite.Outcome
    do throws(FileError) {
      outcome = try await site.build(from: outputs)
    } catch {
      Console.say("\(error.what); \(error.remedy)")
      throw error.concernsOutput ? ExitCode.failure : ExitCode(2)
    }
    for (path, error) in outcome.problems {
      Console.say("\(Console.visible(path)): \(error.what); \(error.remedy)")
    }
    if !quiet {
      let without =
        outcome.withoutSource == 0
        ? "" : ", \(outcome.withoutSource) of them without their source (quotations only)"
      Console.say("\(outcome.pages) pages\(without); open \(output)/index.html")
    }
    if !outcome.problems.isEmpty { throw ExitCode(2) }
  }
}
