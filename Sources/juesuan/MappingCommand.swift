import ArgumentParser
import Authoring
import Conversion
import Files
import MappingFiles
import OutputReading
import Workers

/// `juesuan mapping`.
struct MappingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mapping",
    abstract: "Helps to write mapping files for new layouts.",
    subcommands: [Draft.self, Lint.self, Test.self, FolderReport.self])

  /// `juesuan mapping draft`.
  struct Draft: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "draft",
      abstract: "Writes the skeleton of a layout file for a report to standard output.",
      discussion:
        "Example: juesuan mapping draft Corpus/yunnan/0001/report.txt > Mappings/layouts/my.yaml")

    @Argument(help: "The report.")
    var file: String

    @Option(name: .long, help: "Id of the new layout.")
    var id = "new-layout"

    @OptionGroup var mapping: AuthoringOptions

    func run() throws {
      let converter = try mapping.converter()
      try Limited.run(file, reading: [file], times: 2) {
        let draft = LayoutDraft(of: try converter.stages(ofFile: file), with: converter)
        try Console.print(Array(draft.yaml(named: id).utf8))
      }
    }
  }

  /// `juesuan mapping lint`.
  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lint", abstract: "Lists what is wrong or of no use in the mapping files.",
      discussion: "Example: juesuan mapping lint Mappings\n\nExit code 1 where there is an error.")

    @Argument(help: "The folder of mapping files (default: as for convert).")
    var folder: String?

    func run() throws {
      guard let folder = folder ?? MappingFolder.locate() else {
        Console.say("juesuan: no folder of mapping files was found; name it")
        throw ExitCode.failure
      }
      let result = MappingCheck.lint(folder)
      let text = result.lines.map { $0 + "\n" }.joined()
      try Console.print(lines: text.isEmpty ? "nothing found\n" : text)
      if result.hasErrors { throw ExitCode.failure }
    }
  }

  /// `juesuan mapping test`.
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test",
      abstract: "Runs the test cases that live beside the mapping files (tests/*.yaml).",
      discussion: "Example: juesuan mapping test Mappings\n\nExit code 1 where a case fails.")

    @Argument(help: "The folder of mapping files (default: as for convert).")
    var folder: String?

    func run() throws {
      guard let folder = folder ?? MappingFolder.locate() else {
        Console.say("juesuan: no folder of mapping files was found; name it")
        throw ExitCode.failure
      }
      let result: (passed: Int, failures: [String])
      do {
        result = try MappingCheck.runCases(folder)
      } catch {
        Console.say("juesuan: \(error)")
        throw ExitCode.failure
      }
      for failure in result.failures { Console.say(failure) }
      try Console.print(
        Array("\(result.passed) cases passed, \(result.failures.count) failed\n".utf8))
      if !result.failures.isEmpty { throw ExitCode.failure }
    }
  }

  /// `juesuan mapping coverage`.
  struct FolderReport: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "coverage",
      abstract: "Counts what is mapped over a folder of reports, and what is most often not.",
      discussion: """
        Examples:
          juesuan mapping coverage Corpus
          juesuan mapping coverage Corpus --against Output

        With --against, where OLD is a folder that convert wrote of the same reports, it also lists the
        figures that became facts, are facts no longer, or mean something else now.
        """)

    @Argument(help: "Files and folders of reports.")
    var paths: [String]

    @Flag(name: .long, help: "JSON instead of lines for people.")
    var json = false

    @Option(
      name: .long,
      help: ArgumentHelp("Compare with these outputs of the same reports.", valueName: "old"))
    var against: String?

    @OptionGroup var mapping: AuthoringOptions

    func validate() throws {
      if json, against != nil { throw ValidationError("--against tells people; leave --json out.") }
    }

    func run() throws {
      let converter = try mapping.converter()
      let files = InputFiles(paths, names: .readable)
      var coverage = FolderCoverage()
      for input in files.inputs {
        let outcome = LimitedRun.run(WorkerLimits(), forBytes: input.stamp?.size ?? 0) {
          var own = FolderCoverage()
          own.add(input.path, name: input.relativePath, with: converter)
          return (0, own.encoded)
        }
        switch outcome {
        case .ended(_, let answer): coverage.merge(encoded: answer)
        case .failed(let failure): coverage.fail(input.path, failure.what)
        }
      }
      for problem in files.problems {
        Console.say("\(Console.visible(problem.path)): \(problem.error.what)")
      }
      if json {
        try Console.print(coverage.json())
      } else {
        try Console.print(lines: coverage.describe())
      }
      let hasOld = try against.map { try compare(files, with: $0, converter) } ?? true
      if coverage.hasFailures || !files.problems.isEmpty || !hasOld { throw ExitCode(2) }
    }

    /// Tells what changed against a folder of outputs; false where some report has none there.
    private func compare(
      _ files: InputFiles, with folder: String, _ converter: Converter
    ) throws -> Bool {
      var changes = FactChanges()
      var isWhole = true
      for input in files.inputs {
        let path = folder + "/" + input.relativePath + ".json"
        do throws(FileError) {
          let old = try Output(path: path)
          let made = try converter.convert(
            try InputFile.read(input.path),
            named: input.path.split(separator: "/").last.map(String.init) ?? "")
          do throws(OutputError) {
            changes.add(input.relativePath, old: old, new: try Output(made))
          } catch {
            preconditionFailure("unreachable: what convert gives is an output")
          }
        } catch {
          Console.say(
            "\(Console.visible(path)): \(error.what); give the folders that convert was given")
          isWhole = false
        }
      }
      try Console.print(lines: changes.describe())
      return isWhole
    }
  }
}
