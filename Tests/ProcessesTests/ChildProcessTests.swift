import Foundation
import Processes
import Testing

/// The children do nothing that could wait for another thread of the tests. One after the other: a child
/// keeps the sockets of those that were forked before it.
@Suite("Child processes", .serialized, .timeLimit(.minutes(1)))
struct ChildProcessTests {
  @Test func `a child gives its exit code`() throws {
    let child = try #require(ChildProcess { _ in 7 })
    let end = child.wait()
    #expect(end.exitCode == 7)
    #expect(end.signal == nil)
    child.close()
  }

  @Test func `a child that is killed gives the signal, and uses nothing then`() throws {
    let child = try #require(
      ChildProcess { _ in
        pause()
        return 0
      })
    #expect(child.endIfThere() == nil)
    #expect(child.processorSeconds != nil)
    child.kill()
    #expect(child.wait().signal == SIGKILL)
    #expect(child.residentBytes == 0)
    child.close()
  }

  @Test func `the memory of a child is what it took itself`() throws {
    let megabyte = 1 << 20
    let held = mmap(
      nil, 256 * megabyte, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | 0x8000, -1, 0)
    defer { munmap(held, 256 * megabyte) }
    let child = try #require(
      ChildProcess { socket in
        _ = mmap(
          nil, 64 * megabyte, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | 0x8000, -1, 0)
        var byte: UInt8 = 1
        send(socket, &byte, 1, 0)
        recv(socket, &byte, 1, 0)
        return 0
      })
    var byte: UInt8 = 0
    #expect(recv(child.socket, &byte, 1, 0) == 1)
    let taken = child.residentBytes
    child.close()
    let peak = child.wait().peak
    for bytes in [taken, peak] {
      #expect((32 * megabyte..<192 * megabyte).contains(bytes), "\(bytes)")
    }
  }

  @Test func `a child hears what is said and that nobody says more`() throws {
    let child = try #require(
      ChildProcess { socket in
        var byte: UInt8 = 0
        guard recv(socket, &byte, 1, 0) == 1 else { return 1 }
        return recv(socket, &byte, 1, 0) == 0 ? Int32(byte) : 2
      })
    #expect(Channel.write([9], to: child.socket))
    child.close()
    #expect(child.wait().exitCode == 9)
  }
}
