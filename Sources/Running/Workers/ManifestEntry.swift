import Conversion
import MappingFiles

/// One line of `manifest.ndjson`: what became of one report, and what that rests on.
package struct ManifestEntry: Codable, Sendable, Equatable {
  /// The report's path below the folder that was given; in an archive, the archive's path and the
  /// report's path in it.
  package var input: String
  /// Where the file is, or the archive that holds it.
  package var source: String
  package var status: ReportStatus
  /// The JSON's path below the output folder; nil where there is none.
  package var output: String?
  /// What is wrong and what to do, where nothing was converted.
  package var message: String?
  package var remedy: String?
  /// SHA-256 and size of the report; nil where it could not be read.
  package var sha256: String?
  package var bytes: Int?
  package var kind: String?
  package var layout: String?
  /// False where most figures are doubtful.
  package var isUnderstood: Bool?
  package var facts: Int?
  package var coverage: Coverage?
  /// Results of checks by status, and failed ones by severity.
  package var checks: [String: Int]?
  package var failures: [String: Int]?
  package var unmappedLabels: [String: Int]?
  package var milliseconds: Int
  /// The file's stamp; empty where it was so young that another content could come to have the same.
  package var stamp: String
  package var outputStamp: String?
  /// The build of the program, and the mapping files that the layout depends on.
  package var engine: String
  package var mapping: String?

  /// What became of the figures.
  package struct Coverage: Codable, Sendable, Equatable {
    package var mapped: Int
    package var explained: Int
    package var doubtful: Int
    package var unmapped: Int
  }
}

extension ManifestEntry {
  /// Whether its output has the name that this program gives it and lies below the folder: a manifest
  /// may have been written by anybody.
  var isOfFolder: Bool {
    guard let output else { return true }
    let steps = output.split(separator: "/", omittingEmptySubsequences: false)
    return output == input + ".json" && !steps.contains { ["", ".", ".."].contains($0) }
  }

  /// Takes over what a conversion gave.
  mutating func fill(with conversion: JobResult.Conversion, mapping: MappingFingerprint) {
    let summary = conversion.summary
    status = .converted
    sha256 = conversion.digest
    bytes = conversion.size
    kind = summary.kind
    layout = summary.layout
    isUnderstood = summary.isUnderstood
    facts = summary.facts
    coverage = Coverage(
      mapped: summary.mapped, explained: summary.explained, doubtful: summary.doubtful,
      unmapped: summary.unmapped)
    checks = summary.checks
    failures = summary.failures
    unmappedLabels = summary.unmappedLabels
    outputStamp = conversion.outputStamp
    self.mapping = mapping.layouts[summary.layout]
  }

  /// Takes over why nothing was converted.
  mutating func fill(with failure: Failure) {
    status = failure.status
    output = nil
    message = failure.what
    remedy = failure.remedy
  }
}
