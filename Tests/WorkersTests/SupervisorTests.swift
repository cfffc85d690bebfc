import Foundation
import Processes
import Synchronization
import Testing

@testable import Workers

@Suite("The supervisor of workers", .timeLimit(.minutes(1)))
struct SupervisorTests {
  private static let segmentationFault = ChildProcess.End(signal: SIGSEGV, exitCode: 0, peak: 0)
  private static let killed = ChildProcess.End(signal: SIGKILL, exitCode: 0, peak: 0)

  /// Runs jobs with workers that do what is said; gives what became of them and how many workers there
  /// were.
  private func run(
    _ count: Int, workers: Int = 2, holding bytes: Int = 0,
    _ deed: @escaping @Sendable (Job) -> FakeWorker.Deed
  ) -> (jobs: FakeJobs, started: Int) {
    let jobs = FakeJobs(count)
    var started = 0
    let supervisor = Supervisor(limits: WorkerLimits(), jobs: workers) { _ in
      started += 1
      return FakeWorker.start(holding: bytes, deed)
    }
    #expect(supervisor.run(jobs))
    #expect(jobs.repeated == 0)
    return (jobs, started)
  }

  @Test func `every job is answered once, by no more workers than there may be`() {
    let (jobs, started) = run(20, workers: 3) { _ in .answer }
    #expect(jobs.ends == (0..<20).map(String.init))
    #expect(started <= 3)
  }

  @Test func `a job that crashes its worker fails alone`() {
    let (jobs, _) = run(6) { $0.number == 3 ? .end(Self.segmentationFault) : .answer }
    #expect(jobs.ends == ["0", "1", "2", "crashed", "4", "5"])
    #expect(jobs.failure(3)?.what == "its worker crashed (signal 11)")
  }

  @Test func `a worker that is killed from outside is replaced, a few times`() {
    let tries = Mutex(0)
    let (jobs, _) = run(2) { job in
      guard job.number == 1 else { return .answer }
      return tries.withLock { tries in
        tries += 1
        return tries < 3 ? .end(Self.killed) : .answer
      }
    }
    #expect(jobs.ends == ["0", "1"])
    let (others, started) = run(1) { _ in .end(Self.killed) }
    #expect(others.ends == ["killed"])
    #expect(started == 4)
  }

  @Test func `what a worker complains tells that memory was short`() {
    let abort = ChildProcess.End(signal: SIGABRT, exitCode: 0, peak: 0)
    let (jobs, _) = run(1) { _ in .end(abort, saying: "terminating: std::bad_alloc") }
    #expect(jobs.ends == ["memory"])
    let (others, _) = run(1) { _ in
      .end(ChildProcess.End(signal: SIGABRT, exitCode: 0, peak: 500 << 20))
    }
    #expect(others.ends == ["memory"])
  }

  @Test func `a worker that holds too much is ended`() {
    let (jobs, _) = run(1, holding: 600 << 20) { _ in .keep }
    #expect(jobs.ends == ["memory"])
    #expect(jobs.failure(0)?.what == "it takes more than 512 MB of memory")
  }

  @Test func `a worker that takes too long is ended`() {
    let jobs = FakeJobs(1)
    let limits = WorkerLimits(seconds: -10)
    let supervisor = Supervisor(limits: limits, jobs: 1) { _ in FakeWorker.start { _ in .keep } }
    #expect(supervisor.run(jobs))
    #expect(jobs.ends == ["timeout"])
  }

  @Test func `a worker that has grown is replaced before the next job`() {
    let (jobs, started) = run(4, workers: 1, holding: 200 << 20) { _ in .answer }
    #expect(jobs.ends == ["0", "1", "2", "3"])
    #expect(started == 4)
  }

  @Test func `where no process can be started, jobs fail and the run ends`() {
    let jobs = FakeJobs(2)
    #expect(Supervisor(limits: WorkerLimits(), jobs: 2) { _ in nil }.run(jobs))
    #expect(jobs.ends == ["killed", "killed"])
  }

  @Test func `where there is room for one worker only, it does all the jobs`() {
    let jobs = FakeJobs(5)
    var isStarted = false
    let supervisor = Supervisor(limits: WorkerLimits(), jobs: 4) { _ in
      guard !isStarted else { return nil }
      isStarted = true
      return FakeWorker.start { _ in .answer }
    }
    #expect(supervisor.run(jobs))
    #expect(jobs.ends == ["0", "1", "2", "3", "4"])
  }

  @Test func `a run that is stopped ends at once`() {
    let jobs = FakeJobs(100)
    jobs.stopsAfter = 3
    let supervisor = Supervisor(limits: WorkerLimits(), jobs: 2) { _ in
      FakeWorker.start { _ in .answer }
    }
    #expect(!supervisor.run(jobs))
    #expect(jobs.answers.count < 100)
  }
}
