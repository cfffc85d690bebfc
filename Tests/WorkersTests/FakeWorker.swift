import Foundation
import Processes
import Synchronization

@testable import Workers

/// A worker that is a thread of the tests and does what they say.
final class FakeWorker: SupervisedProcess {
  /// What it does with a job.
  enum Deed {
    case answer
    /// Ends in this way, having said something on standard error.
    case end(ChildProcess.End, saying: String = "")
    /// Keeps the job and says nothing.
    case keep
  }

  let socket: Int32
  let residentBytes: Int
  let processorSeconds: Double?
  private let other: Int32
  private let ending = Mutex<ChildProcess.End?>(nil)

  /// A worker as the supervisor knows it.
  static func start(
    holding bytes: Int = 0, after seconds: Double? = 0, _ deed: @escaping @Sendable (Job) -> Deed
  ) -> WorkerProcess? {
    var sockets: [Int32] = [-1, -1]
    var pipes: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &sockets) == 0, pipe(&pipes) == 0
    else { return nil }
    _ = fcntl(pipes[0], F_SETFL, O_NONBLOCK)
    let fake = FakeWorker(sockets, holding: bytes, after: seconds)
    let errors = pipes[1]
    Thread.detachNewThread { fake.work(errors, deed) }
    return WorkerProcess(fake, errors: pipes[0])
  }

  private init(_ sockets: [Int32], holding bytes: Int, after seconds: Double?) {
    socket = sockets[0]
    other = sockets[1]
    residentBytes = bytes
    processorSeconds = seconds
  }

  private func work(_ errors: Int32, _ deed: (Job) -> Deed) {
    var received: [UInt8] = []
    jobs: while let message = Channel.nextMessage(on: other, &received),
      let job = try? message.decode(Job.self)
    {
      switch deed(job) {
      case .answer:
        let result = JobResult.unchanged(digest: "\(job.number)")
        if let bytes = try? Channel.bytes(result) { _ = Channel.write(bytes, to: other) }
      case .end(let end, let words):
        _ = Array(words.utf8).withUnsafeBytes { write(errors, $0.baseAddress, $0.count) }
        ending.withLock { $0 = end }
        break jobs
      case .keep: break
      }
    }
    Glibc.close(errors)
    Glibc.close(other)
  }

  func kill() {
    ending.withLock { $0 = $0 ?? ChildProcess.End(signal: SIGKILL, exitCode: 0, peak: 0) }
    shutdown(socket, Int32(SHUT_RDWR))
  }

  func wait() -> ChildProcess.End {
    ending.withLock { $0 } ?? ChildProcess.End(signal: nil, exitCode: 0, peak: 0)
  }

  func endIfThere() -> ChildProcess.End? { ending.withLock { $0 } }

  func close() { Glibc.close(socket) }
}

/// Jobs with the numbers from 0 on, and what became of them.
final class FakeJobs: JobSource {
  private var waiting: [WorkerProcess.Assignment]
  /// By number; a job that is answered twice counts as one more number.
  private(set) var answers: [Int: JobResult] = [:]
  private(set) var repeated = 0
  var stopsAfter = Int.max

  init(_ count: Int) {
    waiting = (0..<count).reversed().map { number in
      WorkerProcess.Assignment(
        job: Job(number: number, path: "\(number).txt", name: "\(number).txt"), size: 0)
    }
  }

  func nextAssignment() -> WorkerProcess.Assignment? { waiting.popLast() }

  func didFinish(_ answer: Supervisor.Answer) {
    if answers.updateValue(answer.result, forKey: answer.job.number) != nil { repeated += 1 }
  }

  func shouldStop() -> Bool { answers.count >= stopsAfter }

  /// How each job ended: its digest, or the status of its failure.
  var ends: [String] {
    answers.sorted { $0.key < $1.key }.map { _, result in
      switch result {
      case .unchanged(let digest): digest
      case .failed(let failure): failure.status.rawValue
      case .converted, .members: "?"
      }
    }
  }

  /// Why a job failed.
  func failure(_ number: Int) -> Failure? {
    if case .failed(let failure) = answers[number] { failure } else { nil }
  }
}
