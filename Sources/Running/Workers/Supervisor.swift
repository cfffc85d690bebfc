import Conversion
import Glibc
import Processes

/// Keeps workers busy, each with one job at a time, in a loop of one thread. Whatever a worker comes
/// to fails its job alone.
struct Supervisor {
  /// What became of a job.
  struct Answer {
    var job: Job
    var result: JobResult
    /// The JSON of the report, where it was wanted.
    var content: [UInt8]
    /// By the clock.
    var seconds: Double
  }

  var limits: WorkerLimits
  /// How many workers there may be at a time.
  var jobs: Int
  /// Starts a worker that does not keep the given descriptors open, which lead to the other workers;
  /// nil where the system has no room for it.
  var start: (_ open: [Int32]) -> WorkerProcess?

  private static let attemptLimit = 4
  /// Milliseconds between two looks at the workers' use of time and memory.
  private static let interval: Int32 = 25

  /// Runs until there is nothing left to do; false where it was told to stop.
  func run(_ source: any JobSource) -> Bool {
    var workers: [WorkerProcess] = []
    var again: [WorkerProcess.Assignment] = []
    defer { workers.forEach { $0.stop() } }
    while true {
      if source.shouldStop() { return false }
      feed(&workers, &again, source)
      let busy = workers.filter { $0.assignment != nil }
      if busy.isEmpty { return true }
      wait(for: busy)
      for worker in busy {
        worker.readComplaint()
        let isEnded = Channel.read(worker.socket, into: &worker.received) == 0
        if let message = Channel.takeMessage(from: &worker.received) {
          finish(worker, message, source)
          if !isEnded, worker.residentBytes <= limits.recycling { continue }
          workers.removeAll { $0 === worker }
          worker.stop()
        } else if isEnded {
          workers.removeAll { $0 === worker }
          bury(worker, &again, source)
        } else {
          worker.enforce(limits)
        }
      }
    }
  }

  private func feed(
    _ workers: inout [WorkerProcess], _ again: inout [WorkerProcess.Assignment],
    _ source: any JobSource
  ) {
    while true {
      let idle = workers.first { $0.assignment == nil }
      guard idle != nil || workers.count < jobs else { return }
      guard let assignment = again.popLast() ?? source.nextAssignment() else { return }
      if let idle {
        idle.assign(assignment)
        continue
      }
      if let worker = start(workers.flatMap { [$0.socket, $0.errors] }) {
        workers.append(worker)
        worker.assign(assignment)
      } else if workers.isEmpty {
        source.didFinish(
          Answer(
            job: assignment.job,
            result: .failed(
              Failure(
                status: .killed, what: "no process could be started for it",
                remedy: "end other programs, or run it again with fewer --jobs")),
            content: [], seconds: 0))
      } else {
        // The others go on; there may be room later.
        again.append(assignment)
        return
      }
    }
  }

  private func wait(for workers: [WorkerProcess]) {
    var descriptors = workers.map { pollfd(fd: $0.socket, events: Int16(POLLIN), revents: 0) }
    poll(&descriptors, nfds_t(descriptors.count), Self.interval)
  }

  private func finish(
    _ worker: WorkerProcess, _ message: Channel.Message, _ source: any JobSource
  ) {
    guard let (assignment, seconds) = worker.finish() else { return }
    let result =
      (try? message.decode(JobResult.self))
      ?? .failed(
        Failure(status: .crashed, what: "its worker gave no answer", remedy: Self.report))
    source.didFinish(
      Answer(job: assignment.job, result: result, content: message.body, seconds: seconds))
  }

  // MARK: Ends

  private static let report = "look whether the file is damaged; if it is well, tell the developers"

  /// A worker has ended with a job unfinished: the job is tried again where the end may have had
  /// another cause, and fails otherwise.
  private func bury(
    _ worker: WorkerProcess, _ again: inout [WorkerProcess.Assignment], _ source: any JobSource
  ) {
    let end = worker.reap()
    let isUsed = worker.isUsed
    guard let (unfinished, seconds) = worker.finish() else { return }
    var assignment = unfinished
    assignment.attempts += 1
    let failure = failure(of: worker, end, isUsed: isUsed)
    let isAccident = failure.status == .killed || isUsed && failure.status != .timeout
    if isAccident, assignment.attempts < Self.attemptLimit {
      again.append(assignment)
      return
    }
    source.didFinish(
      Answer(job: assignment.job, result: .failed(failure), content: [], seconds: seconds))
  }

  private func failure(
    of worker: WorkerProcess, _ end: ChildProcess.End, isUsed: Bool
  ) -> Failure {
    switch worker.verdict {
    case .memory: return .tooMuchMemory(limits)
    case .timeout: return .tooLong()
    case nil: break
    }
    if end.signal == SIGKILL {
      return Failure(
        status: .killed, what: "its worker was killed from outside, again and again",
        remedy: "look whether the machine has enough memory, and run it again")
    }
    // An allocation that is refused ends the process with a message, or by its own hand.
    let words = String(decoding: worker.complaint, as: UTF8.self).lowercased()
    if worker.peak > limits.memory / 10 * 8
      || ["out of memory", "bad_alloc", "could not allocate", "memory exhausted"]
        .contains(where: { words.contains($0) })
    {
      return .tooMuchMemory(limits)
    }
    let how = end.signal.map { "signal \($0)" } ?? "exit code \(end.exitCode)"
    return Failure(
      status: .crashed, what: "its worker crashed (\(how))", remedy: Self.report)
  }
}
