import Conversion
import Glibc
import Processes

/// Work that a command does on one report by itself, under the limits that a worker of `convert` has: in a
/// process of its own, which writes to the same standard output.
package enum LimitedRun {
  /// How it ended.
  package enum Outcome {
    /// By itself, with an exit code and what it gave back.
    case ended(code: Int32, answer: [UInt8])
    /// It took more than it may, or crashed.
    case failed(Failure)
  }

  /// Milliseconds between two looks at its use of time and memory.
  private static let interval: Int32 = 10

  /// Runs the work to its end. Nothing that starts threads may have run before.
  ///
  /// - Parameters:
  ///   - limits: what it may take.
  ///   - size: bytes of what it reads, which its time is measured by.
  ///   - work: gives the exit code, and bytes for the one who asked.
  /// - Returns: how it ended.
  package static func run(
    _ limits: WorkerLimits, forBytes size: Int, _ work: () -> (code: Int32, answer: [UInt8])
  ) -> Outcome {
    let parent = getpid()
    let child = ChildProcess { socket in
      guard ChildProcess.endWithParent(parent) else { return 0 }
      Worker.resetSignals()
      // What the supervising process does not see in time the kernel ends.
      Worker.limitData(to: 2 * limits.memory)
      let (code, answer) = work()
      return Channel.write(answer, to: socket) ? code : 1
    }
    guard let child else {
      return .failed(
        Failure(
          status: .killed, what: "no process could be started for it", remedy: "end other programs")
      )
    }
    defer { child.close() }
    return watch(child, limits, size)
  }

  private static func watch(
    _ child: ChildProcess, _ limits: WorkerLimits, _ size: Int
  ) -> Outcome {
    var answer: [UInt8] = []
    while true {
      var readable = pollfd(fd: child.socket, events: Int16(POLLIN), revents: 0)
      poll(&readable, 1, interval)
      if Channel.read(child.socket, into: &answer) == 0 { break }
      let isTooLarge = child.residentBytes > limits.memory
      let isTooLong = child.processorSeconds ?? 0 > limits.processorTime(forBytes: size)
      guard isTooLarge || isTooLong else { continue }
      child.kill()
      _ = child.wait()
      return .failed(isTooLarge ? .tooMuchMemory(limits, option: nil) : .tooLong(option: nil))
    }
    let end = child.wait()
    guard let signal = end.signal else { return .ended(code: end.exitCode, answer: answer) }
    guard end.peak <= limits.memory / 10 * 8 else {
      return .failed(.tooMuchMemory(limits, option: nil))
    }
    return .failed(
      Failure(
        status: .crashed, what: "its reading crashed (signal \(signal))",
        remedy: "look whether the file is damaged; if it is well, tell the developers"))
  }
}

extension Failure {
  /// More memory was taken than a report may take; the option allows more.
  static func tooMuchMemory(_ limits: WorkerLimits, option: String? = "--memory") -> Failure {
    Failure(
      status: .memory, what: "it takes more than \(limits.memory >> 20) MB of memory",
      remedy: remedy(option))
  }

  /// More time was taken than a report may take; the option allows more.
  static func tooLong(option: String? = "--timeout") -> Failure {
    Failure(status: .timeout, what: "it takes too long", remedy: remedy(option))
  }

  private static func remedy(_ option: String?) -> String {
    "no real report does; look whether this is the right file"
      + (option.map { ", or give \($0)" } ?? "")
  }
}
