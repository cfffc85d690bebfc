/// What one report may take. What is beyond it fails that report alone.
package struct WorkerLimits: Sendable {
  /// Bytes of memory of a worker.
  package var memory: Int
  /// Seconds of processor time for any report; see ``processorTime(forBytes:)``.
  package var seconds: Double
  /// Bytes of the JSON of one report.
  package var output: Int

  package init(memory: Int = 512 << 20, seconds: Double = 4, output: Int = 256 << 20) {
    self.memory = memory
    self.seconds = seconds
    self.output = output
  }

  /// Processor seconds for a file: what every one may take, and a second for each megabyte.
  func processorTime(forBytes size: Int) -> Double { seconds + Double(size) / Double(1 << 20) }

  /// Seconds by the clock: waiting costs no processor time, but may not last for ever either.
  func clockTime(forBytes size: Int) -> Double { 5 * processorTime(forBytes: size) + 10 }

  /// A worker that holds more than this after a report is replaced before the next one.
  var recycling: Int { memory / 4 }
}
