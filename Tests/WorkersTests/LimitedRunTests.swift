import Glibc
import Testing

@testable import Workers

/// As in the tests of child processes, the work does nothing that could wait for another thread.
@Suite("Work under limits", .serialized, .timeLimit(.minutes(1)))
struct LimitedRunTests {
  private static let limits = WorkerLimits(memory: 128 << 20, seconds: 0.3)

  private func status(_ work: () -> Void) -> ReportStatus? {
    let outcome = LimitedRun.run(Self.limits, forBytes: 0) {
      work()
      return (0, [])
    }
    guard case .failed(let failure) = outcome else { return nil }
    return failure.status
  }

  @Test func `what ends by itself gives its exit code and its answer`() {
    guard
      case .ended(let code, let answer) = LimitedRun.run(Self.limits, forBytes: 0, { (3, [1, 2]) })
    else {
      Issue.record("it failed")
      return
    }
    #expect(code == 3 && answer == [1, 2])
  }

  @Test func `what does not end is ended`() {
    #expect(status { while getpid() > 0 {} } == .timeout)
  }

  @Test func `what takes too much memory is ended`() {
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | 0x8000
    let status = status {
      for _ in 0..<8 { _ = mmap(nil, 32 << 20, PROT_READ | PROT_WRITE, flags, -1, 0) }
      pause()
    }
    #expect(status == .memory)
  }

  @Test func `a crash is told`() {
    #expect(status { raise(SIGSEGV) } == .crashed)
  }
}
