/// What the supervisor asks for jobs, and tells what became of them.
protocol JobSource: AnyObject {
  /// The next job; nil while there is none.
  func nextAssignment() -> WorkerProcess.Assignment?
  /// Called once for each job.
  func didFinish(_ answer: Supervisor.Answer)
  /// Called many times a second; true ends the run at once.
  func shouldStop() -> Bool
}
