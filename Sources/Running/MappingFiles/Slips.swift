/// Collects what is wrong in a file, so that an author hears of all of it at once.
final class Slips {
  /// In the order in which they were found.
  private(set) var all: [MappingError] = []

  /// Does what may find something wrong; what stands behind it is read all the same.
  func catching(_ body: () throws(MappingError) -> Void) {
    do {
      try body()
    } catch {
      all.append(error)
    }
  }

  /// One value; nil where it is wrong.
  func value<Value>(_ body: () throws(MappingError) -> Value) -> Value? {
    do {
      return try body()
    } catch {
      all.append(error)
      return nil
    }
  }
}
