import Glibc
import Workers

/// Shows on standard error how far a run is: one line drawn anew on a terminal, a line now and then
/// elsewhere.
struct ProgressLine {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = Self.now()
  private var drawn = 0.0
  private var last = BulkProgress()

  /// Seconds between two drawings.
  private var interval: Double { isTerminal ? 0.1 : 10 }

  mutating func show(_ progress: BulkProgress) {
    let time = Self.now() - start
    guard time - drawn >= interval, progress != last || isTerminal else { return }
    drawn = time
    last = progress
    let text = line(progress, after: time)
    Console.write(isTerminal ? "\r\u{1B}[K" + text : text + "\n")
  }

  /// Takes the line away, so that others can be written.
  func clear() {
    if isTerminal, drawn > 0 { Console.write("\r\u{1B}[K") }
  }

  private func line(_ progress: BulkProgress, after seconds: Double) -> String {
    let fresh = progress.done - progress.unchanged
    var text = "\(progress.done) of \(progress.total)"
    if progress.total > 0 { text += " (\(progress.done * 100 / progress.total) %)" }
    if fresh > 0, seconds > 0.5 {
      let rate = Double(fresh) / seconds
      let left = Double(progress.total - progress.done) / rate
      text += ", \(rate < 10 ? "\((rate * 10).rounded() / 10)" : "\(Int(rate.rounded()))")/s"
      text += ", \(Self.duration(left)) left"
    }
    if progress.failed > 0 { text += ", \(progress.failed) failed" }
    return text
  }

  /// Hours, minutes and seconds as far as they are there: `1:02:03`, `2:03`.
  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let tail = "\(two(whole / 60 % 60)):\(two(whole % 60))"
    return whole < 3600
      ? "\(whole / 60):\(two(whole % 60))" : "\(whole / 3600):\(tail)"
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
