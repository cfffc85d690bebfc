import Conversion
import Glibc
import Processes

/// How workers are started: each a fork of this process, which has the mappings loaded.
struct WorkerStart {
  /// Nil where only archives are listed.
  var converter: Converter?
  var limits: WorkerLimits
  /// See ``Worker/scratch``.
  var scratch: String?
  /// Descriptors of this process that workers are not to keep open.
  var held: [Int32]

  /// Starts a worker that keeps none of the `open` descriptors, either; nil where the system has no
  /// room for another process.
  func callAsFunction(open others: [Int32]) -> WorkerProcess? {
    var pipes: [Int32] = [-1, -1]
    guard pipe(&pipes) == 0 else { return nil }
    let parent = getpid()
    let process = ChildProcess { socket in
      let null = open("/dev/null", O_RDWR)
      dup2(null, STDIN_FILENO)
      dup2(null, STDOUT_FILENO)
      dup2(pipes[1], STDERR_FILENO)
      for descriptor in held + others + [pipes[0], pipes[1], null] where descriptor > 2 {
        close(descriptor)
      }
      return Worker(converter: converter, socket: socket, limits: limits, scratch: scratch)
        .run(parent: parent)
    }
    close(pipes[1])
    guard let process else {
      close(pipes[0])
      return nil
    }
    _ = fcntl(pipes[0], F_SETFL, O_NONBLOCK)
    return WorkerProcess(process, errors: pipes[0])
  }
}
