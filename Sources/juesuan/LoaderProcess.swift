import ArgumentParser
import Conversion
import Files
import Glibc
import Loading
import Workers

/// A process that loads reports into a database while they are converted. The process that forks
/// workers must not have threads, which database libraries may start.
final class LoaderProcess {
  private let process: pid_t
  private let socket: Int32

  /// Forks the loader; it says itself what is wrong with the database.
  init(_ database: DatabaseOptions, mappings: String, isQuiet: Bool) throws {
    var sockets: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &sockets) == 0 else {
      throw Self.noProcess
    }
    process = fork()
    guard process >= 0 else { throw Self.noProcess }
    if process == 0 {
      close(sockets[0])
      // The end of the reports ends it, whatever ended the conversion.
      signal(SIGINT, SIG_IGN)
      _exit(Self.load(from: sockets[1], database, mappings: mappings, isQuiet: isQuiet))
    }
    close(sockets[1])
    socket = sockets[0]
  }

  /// Hands a report on.
  ///
  /// - Throws: where the loader has ended, having said why.
  func load(_ json: [UInt8], named name: String) throws {
    guard Channel.write(try Channel.bytes(name, body: json), to: socket) else {
      throw ExitCode.failure
    }
  }

  /// Waits until everything is loaded; gives the loader's exit code.
  func finish() -> Int32 {
    close(socket)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : ExitCode.failure.rawValue
  }

  private static var noProcess: FileError {
    FileError(
      what: "no process could be started for the database", remedy: "end other programs",
      concernsOutput: true)
  }

  private static func load(
    from socket: Int32, _ database: DatabaseOptions, mappings: String, isQuiet: Bool
  ) -> Int32 {
    do {
      guard let loading = try database.loading(mappings: mappings) else { return 0 }
      var received: [UInt8] = []
      while let message = Channel.nextMessage(on: socket, &received) {
        try loading.load(json: message.body, named: try message.decode(String.self))
      }
      let summary = try loading.finish()
      database.tell(summary, quiet: isQuiet)
      return summary.failures.isEmpty ? 0 : 2
    } catch let error as FileError {
      Console.say("juesuan: \(error.what); \(error.remedy)")
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      Console.say("juesuan: \(error)")
    }
    return ExitCode.failure.rawValue
  }
}
