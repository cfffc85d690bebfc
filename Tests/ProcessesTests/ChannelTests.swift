import Foundation
import Processes
import Testing

@Suite("Messages between processes")
struct ChannelTests {
  private struct Head: Codable, Equatable {
    var name = "甲"
    var number = 7
  }

  private static let body = Array("{\"a\": 1}\n".utf8)

  /// A pair of joined sockets.
  private static func sockets() throws -> (Int32, Int32) {
    var pair: [Int32] = [-1, -1]
    try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0)
    return (pair[0], pair[1])
  }

  @Test func `a message is whole with its last byte, wherever it is split`() throws {
    let bytes = try Channel.bytes(Head(), body: Self.body)
    for split in 0..<bytes.count {
      var received = Array(bytes[..<split])
      #expect(Channel.takeMessage(from: &received)?.body == nil)
      received += bytes[split...]
      let message = try #require(Channel.takeMessage(from: &received))
      #expect(try message.decode(Head.self) == Head())
      #expect(message.body == Self.body)
      #expect(received.isEmpty)
    }
  }

  @Test func `what comes beyond a message is kept for the next`() throws {
    var received = try Channel.bytes(Head(), body: Self.body) + Channel.bytes(Head(number: 8))
    received.append(0)
    #expect(Channel.takeMessage(from: &received)?.body == Self.body)
    let second = try #require(Channel.takeMessage(from: &received))
    #expect(try second.decode(Head.self).number == 8)
    #expect(second.body.isEmpty)
    #expect(received == [0])
  }

  @Test func `a message that says to be longer than it is never comes`() throws {
    let (mine, other) = try Self.sockets()
    defer { close(mine) }
    let tooLong: [UInt8] = [255, 255, 255, 255, 255, 255, 255, 255, 0x7B, 0x7D]
    #expect(Channel.write(tooLong, to: other))
    close(other)
    var received: [UInt8] = []
    #expect(Channel.nextMessage(on: mine, &received)?.body == nil)
    #expect(received == tooLong)
  }

  @Test func `a head of another kind is an error`() throws {
    var received = try Channel.bytes(["no", "head"])
    let message = try #require(Channel.takeMessage(from: &received))
    #expect(throws: (any Error).self) { try message.decode(Head.self) }
  }

  @Test func `a message larger than the socket holds arrives, and then the end`() throws {
    let (mine, other) = try Self.sockets()
    defer { close(mine) }
    let body = [UInt8](repeating: 0x61, count: 3_000_000)
    let bytes = try Channel.bytes(Head(), body: body)
    // A thread of its own: both sides wait for each other, which tasks may not.
    Thread.detachNewThread {
      _ = Channel.write(bytes, to: other)
      close(other)
    }
    var received: [UInt8] = []
    #expect(Channel.nextMessage(on: mine, &received)?.body == body)
    #expect(Channel.nextMessage(on: mine, &received)?.body == nil)
  }

  @Test func `nothing can be said to a side that is closed`() throws {
    let (mine, other) = try Self.sockets()
    close(other)
    #expect(!Channel.write([1], to: mine))
    close(mine)
  }

  @Test func `nothing to read now is not the end`() throws {
    let (mine, other) = try Self.sockets()
    var received: [UInt8] = []
    #expect(Channel.read(mine, into: &received) < 0)
    #expect(Channel.write([1, 2], to: other))
    #expect(Channel.read(mine, into: &received) == 2)
    close(other)
    #expect(Channel.read(mine, into: &received) == 0)
    #expect(received == [1, 2])
    close(mine)
  }
}
