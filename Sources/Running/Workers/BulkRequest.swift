internal import Conversion
package import Files

/// What a run is to do.
package struct BulkRequest: Sendable {
  package var inputs: InputFiles
  package var mappingFolder: String
  /// The folder for the JSON files; nil where they are only handed on.
  package var output: String?
  /// How many workers.
  package var jobs = 1
  package var limits = WorkerLimits()
  /// Whether to convert again what failed and did not change.
  package var retriesFailed = false
  /// Whether to remove the outputs of reports that are gone.
  package var prunes = false
  /// Whether to wait for another run that holds the output folder.
  package var waits = false

  package init(inputs: InputFiles, mappingFolder: String, output: String?) {
    self.inputs = inputs
    self.mappingFolder = mappingFolder
    self.output = output
  }
}

/// What a run tells while it goes on.
package protocol BulkObserver: AnyObject {
  /// Called many times a second.
  func progress(_ progress: BulkProgress)
  /// Whether the JSON of every report is wanted.
  var wantsReports: Bool { get }
  /// The JSON of a report; reports come in the order of the inputs, whatever the number of jobs.
  func report(_ json: [UInt8], of input: String) throws
  /// Whether the run is to end at once.
  func shouldStop() -> Bool
}

/// How far a run is.
package struct BulkProgress: Sendable, Equatable {
  /// Reports of the run, and how many of them are done, whatever became of them.
  package var total = 0
  package var done = 0
  /// How many of these were there already.
  package var unchanged = 0
  package var failed = 0

  package init() {}
}

/// What a run came to.
package struct BulkResult: Sendable {
  /// In the order of the inputs; without what a stopped run did not come to.
  package var reports: [Report] = []
  /// Paths that lead to nothing that can be read.
  package var problems: [InputFiles.Problem] = []
  /// Files of other kinds that were passed over.
  package var skipped = 0
  package var progress = BulkProgress()
  /// Outputs whose reports are gone, below the output folder.
  package var stale: [String] = []
  /// Whether the stale ones were removed.
  package var isPruned = false
  /// Whether it was stopped before its end.
  package var isStopped = false

  package init() {}

  /// One report.
  package struct Report: Sendable {
    /// Its path as it was given; below an archive where it stands in one.
    package var path: String
    package var entry: ManifestEntry
  }

  package var entries: [ManifestEntry] { reports.map(\.entry) }
}
