import Conversion
import Files

/// What a worker is asked to do.
struct Job: Codable, Sendable {
  /// Its number in the run.
  var number: Int
  /// The file.
  var path: String
  /// The report's place in the directory of an archive; nil where the file is the report.
  var member: Int?
  /// Whether the file is an archive whose reports are asked for.
  var isListing = false
  /// The report's name without folders.
  var name: String
  /// The folders that it lies in below the one that was given, the outermost first.
  var folders: [String] = []
  /// Where the JSON is to be written; nil where it is only sent.
  var output: String?
  /// The SHA-256 of the content that the output in place was made from: where it is the same, there
  /// is nothing to do.
  var knownDigest: String?
  /// Whether the JSON itself is to be sent.
  var isContentWanted = false
}

/// What a worker answers. The JSON of a report follows behind it where it is wanted.
enum JobResult: Codable, Sendable {
  case converted(Conversion)
  /// The content is the known one.
  case unchanged(digest: String)
  case members(ReportArchive.Listing)
  case failed(Failure)

  /// A report that became JSON.
  struct Conversion: Codable, Sendable {
    var digest: String
    /// Bytes of the report.
    var size: Int
    var summary: ReportSummary
    /// The stamp of the output, where one was written.
    var outputStamp: String?
  }
}

/// Why a report was not converted.
package struct Failure: Codable, Sendable, Equatable {
  package var status: ReportStatus
  package var what: String
  package var remedy: String

  package init(status: ReportStatus, what: String, remedy: String) {
    self.status = status
    self.what = what
    self.remedy = remedy
  }

  init(_ error: FileError) {
    self.init(
      status: error.concernsOutput ? .unwritten : .unreadable, what: error.what,
      remedy: error.remedy)
  }
}

/// What became of one report.
package enum ReportStatus: String, Codable, Sendable, CaseIterable {
  case converted
  /// The file could not be opened, or is no report that can be read.
  case unreadable
  /// The worker that read it came to an end in a way of its own.
  case crashed
  /// Something outside ended its worker, time after time.
  case killed
  /// It took more time than it may.
  case timeout
  /// It took more memory than it may.
  case memory
  /// Its JSON is larger than it may be.
  case output
  /// The JSON could not be written: disk full, no right to write.
  case unwritten
  /// Another input of the run has the same path below its folder, so that one would overwrite the other.
  case duplicate

  /// Whether converting the same content again with the same program can only fail again.
  var isFinal: Bool {
    switch self {
    case .converted, .unreadable, .crashed, .timeout, .memory, .output: true
    case .killed, .unwritten, .duplicate: false
    }
  }
}
