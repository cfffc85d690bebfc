package import Files
internal import ReportModel
internal import Writing

/// What the checks of one output say, read back from its JSON.
package struct CheckedOutput: Sendable {
  package var file: String
  package var title: String?
  /// By status.
  package var counts: [String: Int] = [:]
  /// What does not simply hold, in the order of the output.
  package var findings: [Finding] = []
  package var suspects: [Suspicion] = []
  /// Figures that no rule took.
  package var unmapped = 0

  /// One relation that does not simply hold.
  package struct Finding: Sendable {
    package var index: Int
    package var id: String
    package var status: String
    package var severity: String
    package var zh: String
    package var en: String
  }

  /// A value that is likely misprinted.
  package struct Suspicion: Sendable {
    package var figure: String
    package var printed: String
    package var proposed: String
    package var slip: String
    package var resolves: [Int]
  }

  /// - Throws: where the file is no output of convert.
  package init(path: String) throws(FileError) {
    guard let tree = OutputTree(try InputFile.read(path)),
      tree["schema"]?.text == Report.schema
    else {
      throw FileError(
        what: "this is not a \(Report.schema)", remedy: "give files that juesuan convert wrote")
    }
    file = path
    title = tree["report"]?["title"]?.text
    unmapped = tree["unmapped"]?.elements.count ?? 0
    for (index, check) in (tree["checks"]?.elements ?? []).enumerated() {
      let status = check["status"]?.text ?? ""
      counts[status, default: 0] += 1
      guard status != "pass" else { continue }
      findings.append(
        Finding(
          index: index, id: check["id"]?.text ?? "", status: status,
          severity: check["severity"]?.text ?? "", zh: check["message"]?["zh"]?.text ?? "",
          en: check["message"]?["en"]?.text ?? ""))
    }
    for suspect in tree["suspects"]?.elements ?? [] {
      suspects.append(
        Suspicion(
          figure: suspect["figure"]?.text ?? "",
          printed: suspect["printed"]?.number.map { "\($0)" } ?? "",
          proposed: suspect["proposed"]?.number.map { "\($0)" } ?? "",
          slip: suspect["slip"]?.text ?? "",
          resolves: (suspect["resolves"]?.elements ?? []).compactMap {
            $0.number.flatMap { Int("\($0)") }
          }))
    }
  }

  /// The findings as JSON, one a line.
  package func jsonLines(_ included: (Finding) -> Bool) -> [UInt8] {
    findings.filter(included).flatMap { finding in
      JSONWriter.bytes(
        of: .oneLine(
          .object([
            .init("file", .string(file)), .init("check", .number(String(finding.index))),
            .init("id", .string(finding.id)), .init("status", .string(finding.status)),
            .init("severity", .string(finding.severity)),
            .init(
              "message",
              .object([.init("zh", .string(finding.zh)), .init("en", .string(finding.en))])),
          ])))
    }
  }

  /// The outputs of files and folders, sorted by path.
  package static func paths(in paths: [String]) -> (files: [String], problems: [String]) {
    var files: [String] = []
    var problems: [String] = []
    for path in paths {
      let found = OutputFiles.below(path)
      if found.isEmpty { problems.append(path) }
      files += found
    }
    return (files, problems)
  }
}
