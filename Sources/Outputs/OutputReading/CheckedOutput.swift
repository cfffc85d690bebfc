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

  /// The findings as JSON, one a line.
  package func jsonLines(_ included: (Output.Check) -> Bool) -> [UInt8] {
    findings.filter(included).flatMap { finding in
      JSONWriter.bytes(
        of: .oneLine(
          .object([
            .init("file", .string(file)), .init("check", .number(String(finding.index))),
            .init("id", .string(finding.id)),
            .init("status", .string(finding.status?.rawValue ?? "")),
            .init("severity", .string(finding.severity?.rawValue ?? "")),
            .init(
              "message",
              .object([
                .init("zh", .string(finding.message.zh)), .init("en", .string(finding.message.en)),
              ])),
          ])))
    }
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
