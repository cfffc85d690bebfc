/// A growing buffer of bytes that belongs to one writer.
///
/// An output is written in a hundred thousand appends of a few bytes. An array would check at each of
/// them whether it is shared; this one cannot be.
struct OutputBuffer: ~Copyable {
  // Safe: `count` bytes at `start` are initialized, and `count` never exceeds `capacity`.
  // Safe: not copyable, so one value owns the memory and frees it once. `count` bytes of `capacity`
  // are initialized; each append makes room before it writes.
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity = 4096
  /// How many bytes were written.
  private(set) var count = 0

  /// An empty buffer.
  init() {
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  /// What was written so far.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Lends what was written so far.
  func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    // Safe: `count` bytes are initialized, and nothing is appended while they are lent.
    body(UnsafeBufferPointer(start: start, count: count))
  }

  /// Appends one byte.
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    start[count] = byte
    count += 1
  }

  /// Appends bytes in one piece.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    if capacity - count < bytes.count { grow(by: bytes.count) }
    (start + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  /// Appends bytes in one piece.
  mutating func append(_ bytes: [UInt8]) {
    // Safe: borrowed for the call.
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Appends a text that stands in the program.
  mutating func append(_ text: StaticString) {
    // Safe: a static string lives for ever.
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func grow(by needed: Int) {
    let grown = max(capacity * 2, count + needed)
    // Safe: the initialized bytes are copied before their memory is freed.
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: grown)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
    capacity = grown
  }
}
