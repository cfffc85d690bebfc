import Files
import Foundation
import Testing

@Suite("All bytes are written")
struct WholeWriteTests {
  private static let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }

  @Test func `more than a pipe takes at a time`() {
    let pipe = Pipe()
    // A thread of its own: both sides wait for each other, which tasks may not.
    Thread.detachNewThread {
      _ = WholeWrite.write(Self.bytes, to: pipe.fileHandleForWriting.fileDescriptor)
      try? pipe.fileHandleForWriting.close()
    }
    #expect(Array(pipe.fileHandleForReading.readDataToEndOfFile()) == Self.bytes)
  }

  @Test func `a socket that nobody reads gives the error number`() {
    var sockets: [Int32] = [-1, -1]
    #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &sockets) == 0)
    close(sockets[1])
    #expect(WholeWrite.send(Self.bytes, to: sockets[0]) == EPIPE)
    close(sockets[0])
    #expect(WholeWrite.write([1], to: -1) == EBADF)
    #expect(WholeWrite.write([], to: -1) == 0)
  }
}
