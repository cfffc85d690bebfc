import ArgumentParser
import Files
import Workers

/// The tool's part in a run: progress for people, signals, and the reports themselves where they are
/// wanted.
final class ConversionObserver: BulkObserver {
  private var line = ProgressLine()
  private let signals = StopSignals()
  private let isQuiet: Bool
  /// Where reports go one a line; nil where they do not.
  private let lines: StreamedFile?
  private var hasFailed = false
  private let loader: LoaderProcess?

  /// `ndjson` is a file, or `-` for standard output.
  init(isQuiet: Bool, ndjson: String?, loader: LoaderProcess?) throws {
    self.isQuiet = isQuiet
    self.loader = loader
    do {
      lines = try ndjson.map { path throws(FileError) in try StreamedFile(path) }
    } catch {
      Console.say("juesuan: \(error.what); \(error.remedy)")
      throw ExitCode.failure
    }
  }

  var wantsReports: Bool { lines != nil || loader != nil }

  func report(_ json: [UInt8], of input: String) throws {
    do {
      try lines?.append(JSONLines.line(of: json))
    } catch {
      hasFailed = true
      throw error
    }
    if lines?.isUnread ?? false { throw ExitCode.success }
    try loader?.load(json, named: input)
  }

  func progress(_ progress: BulkProgress) {
    if !isQuiet { line.show(progress) }
  }

  func shouldStop() -> Bool { signals.haveCome() }

  /// Makes room for what is said at the end.
  func finish() { if !isQuiet { line.clear() } }

  /// Ends the file of lines, with those of the reports that a stopped run came to; one that could not
  /// be written whole is not left behind.
  func endLines() throws(FileError) {
    if !hasFailed { try lines?.commit() }
  }
}
