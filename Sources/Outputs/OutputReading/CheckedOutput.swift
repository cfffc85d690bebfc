package import Files
internal import ReportModel
internal import Writing

/// What the checks of one output say, read back from its JSON.
package struct CheckedOutput: Sendable {
  /// The path of the output.
  package let file: String
  /// The output itself.
  package let output: Output
  private let checks: [Output.Check]

  /// - Throws: where the file is no output of convert.
  package init(path: String) throws(FileError) {
    file = path
    output = try Output(path: path)
    checks = output.checks
  }

  /// How many relations ended in each way, in a fixed order.
  package var counts: [(status: String, count: Int)] {
    CheckStatus.allCases.map { status in
      (status.rawValue, checks.count { $0.status == status })
    }
  }

  /// The relations that do not simply hold, in the order of the output.
  package var findings: [Output.Check] { checks.filter { $0.status != .pass } }

  /// The findings and the remarks as JSON, one a line.
  package func jsonLines(_ included: (Output.Check) -> Bool) -> [UInt8] {
    findings.filter(included).flatMap { finding in
      line(
        "check", finding.index, finding.id,
        [.init("status", .string(finding.status?.rawValue ?? ""))],
        finding.severity, finding.message)
    } + output.remarks.flatMap { line("remark", $0.index, $0.id, [], $0.severity, $0.message) }
  }

  private func line(
    _ list: String, _ index: Int, _ id: String, _ more: [JSONValue.Member],
    _ severity: CheckSeverity?, _ message: CheckResult.Message
  ) -> [UInt8] {
    let head: [JSONValue.Member] = [
      .init("file", .string(file)), .init(list, .number(String(index))), .init("id", .string(id)),
    ]
    let tail: [JSONValue.Member] = [
      .init("severity", .string(severity?.rawValue ?? "")),
      .init(
        "message",
        .object([.init("zh", .string(message.zh)), .init("en", .string(message.en))])),
    ]
    return JSONWriter.bytes(of: .oneLine(.object(head + more + tail)))
  }

  /// The outputs of files and folders, sorted by path, and what could not be looked into.
  package static func paths(
    in paths: [String]
  ) -> (files: [String], problems: [InputFiles.Problem]) {
    var files: [String] = []
    var problems: [InputFiles.Problem] = []
    for path in paths {
      let found = OutputFiles(below: path)
      files += found.paths
      problems += found.problems
      if found.paths.isEmpty {
        let error = FileError(what: "there is no output", remedy: "give what convert wrote")
        problems.append(InputFiles.Problem(path: path, error: error))
      }
    }
    return (files, problems)
  }
}
