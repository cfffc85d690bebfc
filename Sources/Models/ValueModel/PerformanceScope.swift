/// What a performance self-evaluation table is about; the raw value is what the output says.
package enum PerformanceScope: String, Sendable, CaseIterable {
  /// The whole body that reports (整体).
  case overall
  /// One project (项目).
  case project
}

extension PerformanceScope: CustomStringConvertible {
  /// What the output says.
  package var description: String { rawValue }
}
