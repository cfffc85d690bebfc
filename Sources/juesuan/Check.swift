import ArgumentParser
import Files
import Glibc
import OutputReading
import ReportModel

/// The language of messages.
enum Language: String, ExpressibleByArgument, CaseIterable {
  case zh, en

  /// What the locale asks for: Chinese where it names Chinese, else English.
  static var ofLocale: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name), value.pointee != 0 else { continue }
      return String(cString: value).hasPrefix("zh") ? .zh : .en
    }
    return .en
  }
}

/// From which severity on a finding makes the exit code 1.
enum FailureThreshold: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info, never

  func isReached(by severity: String) -> Bool {
    let order = ["info", "warning", "error"]
    guard self != .never, let own = order.firstIndex(of: rawValue),
      let other = order.firstIndex(of: severity)
    else { return false }
    return other >= own
  }
}

/// `juesuan check`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tells what the accounting checks and the remarks on texts of outputs found.",
    discussion: """
      Example:
        juesuan check Output --lang zh

      One line for each relation that fails, with both figures, their places and the difference; \
      with --rounding those that only rounding explains, with --all what could not be asked, too; \
      then the remarks on texts. \
      Exit code 1 where a relation of at least the severity of --fail-on fails.
      """)

  @Argument(help: "JSON files that convert wrote, and folders of them.")
  var outputs: [String]

  @Flag(name: .long, help: "Tell findings as JSON, one a line.")
  var json = false

  @Flag(name: .long, help: "Tell what rounding explains, too.")
  var rounding = false

  @Flag(name: .long, help: "Tell what could not be asked, too.")
  var all = false

  @Option(name: .long, help: "Language of the messages: zh or en (default: the locale's).")
  var lang: Language?

  @Option(name: .long, help: "Severity that makes the exit code 1: error, warning, info, never.")
  var failOn = FailureThreshold.error

  func run() throws {
    let language = lang ?? .ofLocale
    let (files, problems) = CheckedOutput.paths(in: outputs)
    for problem in problems {
      Console.say(
        "\(Console.visible(problem.path)): \(problem.error.what); \(problem.error.remedy)")
    }
    var isReached = false
    var unreadable = !problems.isEmpty
    for file in files {
      do {
        let output = try CheckedOutput(path: file)
        try tell(output, language)
        isReached =
          isReached
          || output.findings.contains {
            $0.status == .fail && failOn.isReached(by: $0.severity?.rawValue ?? "")
          }
      } catch let error as FileError {
        Console.say("\(Console.visible(file)): \(error.what); \(error.remedy)")
        unreadable = true
      }
    }
    if isReached { throw ExitCode(1) }
    if unreadable { throw ExitCode(2) }
  }

  private func isIncluded(_ finding: Output.Check) -> Bool {
    switch finding.status {
    case .fail: true
    case .rounding: rounding || all
    case .pass, .notApplicable, nil: all
    }
  }

  private func tell(_ output: CheckedOutput, _ language: Language) throws {
    if json {
      try Console.print(output.jsonLines(isIncluded))
      return
    }
    let counts = output.counts.map { "\($0.count) \($0.status)" }.joined(separator: ", ")
    var text =
      "\(output.file): \(counts), "
      + "\(output.output.doubtful.count) doubtful, \(output.output.unmapped.count) unmapped\n"
    for finding in output.findings where isIncluded(finding) {
      let message = language == .zh ? finding.message.zh : finding.message.en
      text +=
        "  \(finding.status?.rawValue ?? "") \(finding.severity?.rawValue ?? "") \(finding.id)\n"
        + "    \(message)\n"
    }
    for remark in output.output.remarks {
      text +=
        "  remark \(remark.severity?.rawValue ?? "") \(remark.id)\n"
        + "    \(language == .zh ? remark.message.zh : remark.message.en)\n"
    }
    for suspect in output.output.suspects.prefix(5) {
      text +=
        "  suspect \(suspect.figure): \(suspect.printed) → \(suspect.proposed)? (\(suspect.slip); "
        + "mends \(suspect.resolves))\n"
    }
    try Console.print(lines: text)
  }
}
