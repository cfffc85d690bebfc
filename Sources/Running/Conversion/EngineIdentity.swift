internal import Files

/// Which build of this program made an output: another build may read a report differently.
package enum EngineIdentity {
  /// The stamp of the executable.
  package static let current = FileStamp(path: "/proc/self/exe")?.text ?? "unknown"
}
