import Conversion
import Glibc

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

  let process: pid_t
  let socket: Int32
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
  private var clockStart = 0.0
  private var processorStart = 0.0

  private init(process: pid_t, socket: Int32, errors: Int32) {
    self.process = process
    self.socket = socket
    self.errors = errors
  }

  /// Forks a worker; nil where the system has no room for another process.
  ///
  /// A fork of a process with several threads would be left with the locks of the others: nothing
  /// that starts threads may run in this process before. `inherited` are descriptors of the supervisor
  /// that are not for workers.
  static func start(
    _ converter: Converter?, limits: WorkerLimits, scratch: String?, inherited: [Int32]
  ) -> WorkerProcess? {
    var sockets: [Int32] = [-1, -1]
    var pipes: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &sockets) == 0 else { return nil }
    guard pipe(&pipes) == 0 else {
      sockets.forEach { close($0) }
      return nil
    }
    let parent = getpid()
    let process = fork()
    if process == 0 {
      let null = open("/dev/null", O_RDWR)
      dup2(null, STDIN_FILENO)
      dup2(null, STDOUT_FILENO)
      dup2(pipes[1], STDERR_FILENO)
      for descriptor in inherited + [sockets[0], pipes[0], pipes[1], null] where descriptor > 2 {
        close(descriptor)
      }
      Worker(converter: converter, socket: sockets[1], limits: limits, scratch: scratch)
        .run(parent: parent)
    }
    close(sockets[1])
    close(pipes[1])
    guard process > 0 else {
      close(sockets[0])
      close(pipes[0])
      return nil
    }
    _ = fcntl(pipes[0], F_SETFL, O_NONBLOCK)
    return WorkerProcess(process: process, socket: sockets[0], errors: pipes[0])
  }

  /// Gives it a job; whether it is there to take it is seen when it answers or ends.
  func assign(_ assignment: Assignment) {
    self.assignment = assignment
    clockStart = Self.seconds(CLOCK_MONOTONIC)
    processorStart = processorSeconds ?? 0
    if let bytes = try? Channel.bytes(assignment.job) { _ = Channel.write(bytes, to: socket) }
  }

  /// Takes note that its job is done; gives the job and the seconds that it took.
  func finish() -> (assignment: Assignment, seconds: Double)? {
    guard let done = assignment else { return nil }
    assignment = nil
    isUsed = true
    return (done, Self.seconds(CLOCK_MONOTONIC) - clockStart)
  }

  /// Ends it where it takes more than it may.
  func enforce(_ limits: WorkerLimits) {
    guard let assignment, verdict == nil else { return }
    peak = max(peak, residentBytes)
    let used = (processorSeconds ?? processorStart) - processorStart
    if peak > limits.memory {
      verdict = .memory
    } else if used > limits.processorTime(forBytes: assignment.size)
      || Self.seconds(CLOCK_MONOTONIC) - clockStart > limits.clockTime(forBytes: assignment.size)
    {
      verdict = .timeout
    }
    if verdict != nil { kill(process, SIGKILL) }
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

  /// How it came to its end.
  struct End {
    /// The signal that ended it; nil where it ended itself.
    var signal: Int32?
    var exitCode: Int32
  }

  /// Waits for its end, which it is made to come to, and closes what led to it.
  func reap() -> End {
    var status: Int32 = 0
    var usage = rusage()
    // It has closed its socket, so it is about to end; and if not, it is no use any more.
    for _ in 0..<50 {
      if wait4(process, &status, WNOHANG, &usage) == process { return end(status, usage) }
      usleep(2000)
    }
    kill(process, SIGKILL)
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    return end(status, usage)
  }

  /// Ends it at once.
  func stop() {
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    close(socket)
    close(errors)
  }

  private func end(_ status: Int32, _ usage: rusage) -> End {
    readComplaint()
    close(socket)
    close(errors)
    peak = max(peak, usage.ru_maxrss << 10)
    let signal = status & 0x7F
    return End(signal: signal == 0 ? nil : signal, exitCode: (status >> 8) & 0xFF)
  }

  /// Bytes that it holds now.
  var residentBytes: Int {
    let descriptor = open("/proc/\(process)/statm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return 0 }
    defer { close(descriptor) }
    var text = [UInt8](repeating: 0, count: 128)
    let count = Glibc.read(descriptor, &text, text.count)
    guard count > 0 else { return 0 }
    let fields = text[..<count].split(separator: UInt8(ascii: " "))
    guard fields.count > 1, let pages = Int(String(decoding: fields[1], as: UTF8.self)) else {
      return 0
    }
    return pages * 4096
  }

  /// Seconds that it was at work since it was started; nil where it has ended.
  private var processorSeconds: Double? {
    var clock: clockid_t = 0
    guard clock_getcpuclockid(process, &clock) == 0 else { return nil }
    return Self.seconds(clock)
  }

  static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    guard clock_gettime(clock, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
