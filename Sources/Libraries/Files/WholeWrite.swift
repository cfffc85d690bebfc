internal import Glibc

/// Writing all of some bytes: the system may take them piece by piece, or be interrupted by a signal.
package enum WholeWrite {
  /// Writes all bytes to a descriptor. Gives 0, or the error number of the system.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    write(bytes) { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }

  /// The same to a socket. That its reader has gone is an error number and no signal.
  package static func send(_ bytes: [UInt8], to socket: Int32) -> Int32 {
    write(bytes) { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
  }

  /// `piece` writes the beginning of what is left and gives how much it wrote, as write(2) does.
  private static func write(
    _ bytes: [UInt8], by piece: (UnsafeRawBufferPointer) -> Int
  ) -> Int32 {
    // Safe: borrowed for the closure; the system reads no more than the count of what is left.
    bytes.withUnsafeBytes { buffer in
      var rest = buffer
      while !rest.isEmpty {
        let count = piece(rest)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return 0
    }
  }
}
