import Conversion
import Glibc
import Processes

/// What the supervisor needs of a child process; tests have one that is none.
protocol SupervisedProcess: Sendable {
  /// This side's end of the socket to it.
  var socket: Int32 { get }
  /// Bytes of memory that it holds now.
  var residentBytes: Int { get }
  /// Seconds that processors were at work for it; nil where it has ended.
  var processorSeconds: Double? { get }
  func kill()
  func wait() -> ChildProcess.End
  /// The same where it has ended; nil while it has not.
  func endIfThere() -> ChildProcess.End?
  /// Closes the socket.
  func close()
}

extension ChildProcess: SupervisedProcess {}

/// The supervisor's side of one worker: its process, its socket and what it is busy with.
final class WorkerProcess {
  /// One job at work.
  struct Assignment {
    var job: Job
    /// Bytes of its input, which its time is measured by.
    var size: Int
    /// How often it has been given to a worker before.
    var attempts = 0
  }

  /// Why the supervisor ended a worker.
  enum Verdict {
    case timeout, memory
  }

  /// Where its messages come from.
  var socket: Int32 { process.socket }
  /// What it writes to standard error, where the runtime and libraries complain.
  let errors: Int32
  var received: [UInt8] = []
  private(set) var complaint: [UInt8] = []
  private(set) var assignment: Assignment?
  private(set) var verdict: Verdict?
  /// Whether it has converted something before, which may have left it in a bad state.
  private(set) var isUsed = false
  /// The most memory it was seen with, in bytes.
  private(set) var peak = 0
  private let process: any SupervisedProcess
  private var clockStart = 0.0
  private var processorStart = 0.0

  /// - Parameters:
  ///   - process: its process.
  ///   - errors: a descriptor to read from without waiting what it writes to standard error.
  init(_ process: any SupervisedProcess, errors: Int32) {
    self.process = process
    self.errors = errors
  }

  /// Gives it a job; whether it is there to take it is seen when it answers or ends.
  func assign(_ assignment: Assignment) {
    self.assignment = assignment
    clockStart = Self.now()
    processorStart = process.processorSeconds ?? 0
    if let bytes = try? Channel.bytes(assignment.job) { _ = Channel.write(bytes, to: socket) }
  }

  /// Takes note that its job is done; gives the job and the seconds that it took.
  func finish() -> (assignment: Assignment, seconds: Double)? {
    guard let done = assignment else { return nil }
    assignment = nil
    isUsed = true
    return (done, Self.now() - clockStart)
  }

  /// Bytes that it holds now.
  var residentBytes: Int { process.residentBytes }

  /// Ends it where it takes more than it may.
  func enforce(_ limits: WorkerLimits) {
    guard let assignment, verdict == nil else { return }
    peak = max(peak, residentBytes)
    let used = (process.processorSeconds ?? processorStart) - processorStart
    if peak > limits.memory {
      verdict = .memory
    } else if used > limits.processorTime(forBytes: assignment.size)
      || Self.now() - clockStart > limits.clockTime(forBytes: assignment.size)
    {
      verdict = .timeout
    }
    if verdict != nil { process.kill() }
  }

  /// Keeps the end of what it complains.
  func readComplaint() {
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = Glibc.read(errors, &chunk, chunk.count)
      guard count > 0 else { return }
      complaint = Array((complaint + chunk[..<count]).suffix(4096))
    }
  }

  /// Waits for its end, which it is made to come to, and closes what led to it.
  func reap() -> ChildProcess.End {
    // It has closed its socket, so it is about to end; and if not, it is no use any more.
    for _ in 0..<50 {
      if let end = process.endIfThere() { return close(after: end) }
      usleep(2000)
    }
    process.kill()
    return close(after: process.wait())
  }

  /// Ends it at once.
  func stop() {
    process.kill()
    _ = process.wait()
    closeDescriptors()
  }

  private func close(after end: ChildProcess.End) -> ChildProcess.End {
    readComplaint()
    closeDescriptors()
    peak = max(peak, end.peak)
    return end
  }

  private func closeDescriptors() {
    process.close()
    Glibc.close(errors)
  }

  private static func now() -> Double {
    var time = timespec()
    guard clock_gettime(CLOCK_MONOTONIC, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
