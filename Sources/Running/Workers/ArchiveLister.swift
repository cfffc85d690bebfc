import Conversion
import Files

/// Asks workers what archives hold: a broken one must not end the supervisor.
final class ArchiveLister: JobSource {
  /// By the archive's path.
  private(set) var listings: [String: ReportArchive.Listing] = [:]
  private(set) var problems: [InputFiles.Problem] = []
  private var waiting: [WorkerProcess.Assignment]
  private let observer: any BulkObserver

  init(_ assignments: [WorkerProcess.Assignment], _ observer: any BulkObserver) {
    waiting = assignments.reversed()
    self.observer = observer
  }

  func nextAssignment() -> WorkerProcess.Assignment? { waiting.popLast() }

  func didFinish(_ answer: Supervisor.Answer) {
    switch answer.result {
    case .members(let listing): listings[answer.job.path] = listing
    case .failed(let failure):
      problems.append(
        InputFiles.Problem(
          path: answer.job.path,
          error: FileError(what: failure.what, remedy: failure.remedy)))
    case .converted, .unchanged: break
    }
  }

  func shouldStop() -> Bool { observer.shouldStop() }
}
