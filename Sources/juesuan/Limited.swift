import ArgumentParser
import Files
import Workers

/// What a command does with a report by itself, under the limits that `convert` has.
enum Limited {
  /// Does some work in a process of its own, and ends as that does.
  ///
  /// - Parameters:
  ///   - file: what messages call the report.
  ///   - files: what is read; its size is what the time is measured by.
  ///   - times: how much longer than a conversion it may take.
  ///   - jobs: how many reports are worked on at a time.
  ///   - work: prints what it has to tell.
  /// - Throws: the exit code of the work, or 2 where it took too much.
  static func run(
    _ file: String, reading files: [String], times: Double = 1, jobs: Int = 1,
    _ work: () throws -> Void
  ) throws {
    var limits = WorkerLimits()
    limits.seconds *= times
    limits.memory *= jobs
    let size = files.reduce(0) { $0 + (FileStamp(path: $1)?.size ?? 0) }
    let outcome = LimitedRun.run(limits, forBytes: Int(Double(size) * times)) {
      do {
        try work()
        return (0, [])
      } catch {
        return (code(of: error), [])
      }
    }
    switch outcome {
    case .ended(code: 0, answer: _): break
    case .ended(let code, answer: _): throw ExitCode(code)
    case .failed(let failure):
      Console.say("\(Console.visible(file)): \(failure.what); \(failure.remedy)")
      throw ExitCode(2)
    }
  }

  /// The exit code that an error stands for; it is told, unless that was done.
  private static func code(of error: any Error) -> Int32 {
    if let code = error as? ExitCode { return code.rawValue }
    Console.say("juesuan: \(error)")
    return 1
  }
}
