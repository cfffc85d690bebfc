internal import Files
internal import FoundationEssentials
internal import Glibc

/// Messages over a socket: the lengths of head and body in four bytes each, the head as JSON, the body
/// as it is.
package enum Channel {
  /// One message.
  package struct Message {
    var head: Data
    /// What follows the head.
    package var body: [UInt8]

    /// The head.
    ///
    /// - Throws: where it is nothing of the kind.
    package func decode<Head: Decodable>(_ type: Head.Type) throws -> Head {
      try JSONDecoder().decode(type, from: head)
    }
  }

  /// One message as bytes.
  package static func bytes(_ head: some Encodable, body: [UInt8] = []) throws -> [UInt8] {
    let content = try JSONEncoder().encode(head)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + content.count + body.count)
    for count in [content.count, body.count] {
      for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
    }
    bytes += content
    bytes += body
    return bytes
  }

  /// Takes the first message off what has been received; nil while it is not whole.
  package static func takeMessage(from bytes: inout [UInt8]) -> Message? {
    guard bytes.count >= 8 else { return nil }
    func length(_ offset: Int) -> Int {
      (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    let headEnd = 8 + length(0)
    let end = headEnd + length(4)
    guard bytes.count >= end else { return nil }
    let message = Message(head: Data(bytes[8..<headEnd]), body: Array(bytes[headEnd..<end]))
    bytes.removeFirst(end)
    return message
  }

  /// Writes all bytes, waiting where it must; false where nobody reads any more.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    WholeWrite.send(bytes, to: descriptor) == 0
  }

  /// Waits for the next message; nil where there are no more. `received` keeps what came beyond it.
  package static func nextMessage(on descriptor: Int32, _ received: inout [UInt8]) -> Message? {
    while true {
      if let message = takeMessage(from: &received) { return message }
      var readable = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&readable, 1, -1) >= 0 || errno == EINTR else { return nil }
      guard read(descriptor, into: &received) != 0 else { return nil }
    }
  }

  /// Reads what is there, at most a megabyte; 0 at the end, negative where there is nothing now.
  package static func read(_ descriptor: Int32, into bytes: inout [UInt8]) -> Int {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var total = 0
    while total < 1 << 20 {
      let count = recv(descriptor, &chunk, chunk.count, Int32(MSG_DONTWAIT))
      if count < 0 {
        if errno == EINTR { continue }
        return total > 0 ? total : (errno == EAGAIN ? -1 : 0)
      }
      if count == 0 { return total }
      bytes += chunk[..<count]
      total += count
    }
    return total
  }
}
