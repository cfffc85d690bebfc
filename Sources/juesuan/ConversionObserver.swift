import ArgumentParser
import Files
import Glibc
import Workers

/// The tool's part in a run: progress for people, signals, and the reports themselves where they are
/// wanted.
final class ConversionObserver: BulkObserver {
  private var line = ProgressLine()
  private let signals = StopSignals()
  private let isQuiet: Bool
  /// Where reports go one a line; nil where they do not.
  private let lines: Int32?
  private let loader: LoaderProcess?

  /// `ndjson` is a file, or `-` for standard output.
  init(isQuiet: Bool, ndjson: String?, loader: LoaderProcess?) throws {
    self.isQuiet = isQuiet
    self.loader = loader
    guard let ndjson else {
      lines = nil
      return
    }
    if ndjson == "-" {
      lines = STDOUT_FILENO
    } else {
      let descriptor = open(ndjson, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else {
        Console.say("juesuan: cannot write \(ndjson); give a file that can be written")
        throw ExitCode.failure
      }
      lines = descriptor
    }
  }

  var wantsReports: Bool { lines != nil || loader != nil }

  func report(_ json: [UInt8], of input: String) throws {
    if let lines { try Console.print(JSONLines.line(of: json), to: lines) }
    try loader?.load(json, named: input)
  }

  func progress(_ progress: BulkProgress) {
    if !isQuiet { line.show(progress) }
  }

  func shouldStop() -> Bool { signals.haveCome() }

  /// Makes room for what is said at the end.
  func finish() { if !isQuiet { line.clear() } }
}
