import Synchronization

/// What was found for a key, kept for the next report: a report repeats its phrases, and so do all reports of one form.
///
/// What is kept depends on the key alone, so that nothing but time differs. When it is full it begins anew.
final class BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let kept = Mutex<[Key: Value]>([:])
  private let capacity: Int

  /// A cache of at most so many values.
  init(capacity: Int) { self.capacity = capacity }

  /// The value of a key, which `find` finds where none is kept.
  func value(_ key: Key, _ find: () -> Value) -> Value {
    if let value = kept.withLock({ $0[key] }) { return value }
    let value = find()
    kept.withLock { values in
      if values.count >= capacity { values.removeAll(keepingCapacity: true) }
      values[key] = value
    }
    return value
  }
}
