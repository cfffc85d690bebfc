internal import CChildProcess
internal import Glibc

/// A process forked from this one, with a socket between the two.
///
/// A fork copies only the thread that asks for it, with the locks that other threads hold just then:
/// nothing that starts threads may run in a process before it forks.
package struct ChildProcess: Sendable {
  package let id: Int32
  /// This side's end of the socket. ``close()`` closes it.
  package let socket: Int32
  /// Bytes that it got from this process and shares with it: they are no memory of its own.
  private let inherited: Int

  /// How a process came to its end.
  package struct End: Sendable, Equatable {
    /// The signal that ended it; nil where it ended itself.
    package var signal: Int32?
    package var exitCode: Int32
    /// The most bytes of memory of its own that it ever held.
    package var peak: Int

    package init(signal: Int32?, exitCode: Int32, peak: Int) {
      self.signal = signal
      self.exitCode = exitCode
      self.peak = peak
    }
  }

  /// Forks; nil where the system has no room for another process.
  ///
  /// - Parameter body: runs in the child with its end of the socket, and gives its exit code.
  package init?(running body: (_ socket: Int32) -> Int32) {
    inherited = Self.pages(of: "self").map { max(0, $0.resident - $0.shared) } ?? 0
    var sockets: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &sockets) == 0 else { return nil }
    let id = fork()
    if id == 0 {
      Glibc.close(sockets[0])
      _exit(body(sockets[1]))
    }
    Glibc.close(sockets[1])
    guard id > 0 else {
      Glibc.close(sockets[0])
      return nil
    }
    self.id = id
    socket = sockets[0]
  }

  /// Called in a child: the kernel kills it when its parent ends, however that ends. False where the
  /// parent has ended already.
  package static func endWithParent(_ parent: Int32) -> Bool {
    cchild_end_with_parent(parent) == 0
  }

  package func kill() { _ = Glibc.kill(id, SIGKILL) }

  /// Waits for its end. To be called once, since the system forgets the process then.
  package func wait() -> End {
    while true {
      if let end = end(options: 0) { return end }
      // A process that somebody else has waited for leaves nothing to be told.
      if errno != EINTR { return End(signal: nil, exitCode: 0, peak: 0) }
    }
  }

  /// The same where it has ended; nil while it has not.
  package func endIfThere() -> End? { end(options: WNOHANG) }

  /// Closes this side of the socket, which ends a child that waits for messages.
  package func close() { Glibc.close(socket) }

  private func end(options: Int32) -> End? {
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(id, &status, options, &usage) == id else { return nil }
    let signal = status & 0x7F
    return End(
      signal: signal == 0 ? nil : signal, exitCode: (status >> 8) & 0xFF,
      peak: max(0, usage.ru_maxrss << 10 - inherited))
  }

  // MARK: What it uses

  /// Bytes of memory of its own that it holds now; 0 where it has ended.
  package var residentBytes: Int {
    Self.pages(of: "\(id)").map { max(0, $0.resident - inherited) } ?? 0
  }

  /// Bytes that this process may write to, whether it does or not: what the limit on data counts.
  package static var dataBytes: Int { pages(of: "self")?.data ?? 0 }

  /// The bytes that a process holds, those of them that are files or shared, and its data.
  private static func pages(of id: String) -> (resident: Int, shared: Int, data: Int)? {
    let descriptor = open("/proc/\(id)/statm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { Glibc.close(descriptor) }
    var text = [UInt8](repeating: 0, count: 128)
    let count = read(descriptor, &text, text.count)
    guard count > 0 else { return nil }
    let fields = text[..<count].split(separator: UInt8(ascii: " ")).map {
      (Int(String(decoding: $0, as: UTF8.self)) ?? 0) * 4096
    }
    return fields.count > 5 ? (fields[1], fields[2], fields[5]) : nil
  }

  /// Seconds that processors were at work for it since it was started; nil where it has ended.
  package var processorSeconds: Double? {
    var clock: clockid_t = 0
    guard clock_getcpuclockid(id, &clock) == 0 else { return nil }
    var time = timespec()
    guard clock_gettime(clock, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
