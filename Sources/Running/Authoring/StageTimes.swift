package import Conversion
package import Files
internal import Glibc
internal import Writing

/// How long each stage takes over one report.
package struct StageTimes: Sendable {
  /// One stage; seconds of processor time, the shortest of all passes.
  package struct Stage: Sendable {
    /// What the stage is called.
    package var name: String
    /// How long it took.
    package var seconds: Double
  }

  /// In their order; `whole` last.
  package private(set) var stages: [Stage] = []

  /// Converts a report several times. The first pass builds what later ones find built, and is the
  /// longest for that.
  package init(
    of bytes: [UInt8], named name: String, with converter: Converter, passes: Int
  ) throws(FileError) {
    for _ in 0..<max(1, passes) {
      let start = Self.now()
      var last = start
      var pass: [Stage] = []
      func finish(_ name: String) {
        let now = Self.now()
        pass.append(Stage(name: name, seconds: now - last))
        last = now
      }
      let report = try converter.stages(of: bytes, named: name, finish: finish).report
      _ = JSONEmitter().emit(report)
      finish("emit")
      pass.append(Stage(name: "whole", seconds: last - start))
      if stages.isEmpty { stages = pass }
      for (index, stage) in pass.enumerated() {
        stages[index].seconds = min(stages[index].seconds, stage.seconds)
      }
    }
  }

  /// One stage a line: its name and microseconds.
  package var lines: String {
    stages.map { "\($0.name)\t\(Int(($0.seconds * 1e6).rounded()))\n" }.joined()
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
