import ArgumentParser
import Conversion
import Files
import Glibc
import Loading
import Processes

/// A process that loads reports into a database while they are converted. The process that forks
/// workers must not have threads, which database libraries may start.
final class LoaderProcess {
  private let process: ChildProcess

  /// Forks the loader; it says itself what is wrong with the database.
  init(_ database: DatabaseOptions, mappings: String, isQuiet: Bool) throws {
    let process = ChildProcess { socket in
      // The end of the reports ends it, whatever ended the conversion.
      signal(SIGINT, SIG_IGN)
      return Self.load(from: socket, database, mappings: mappings, isQuiet: isQuiet)
    }
    guard let process else { throw Self.noProcess }
    self.process = process
  }

  /// Hands a report on.
  ///
  /// - Throws: where the loader has ended, having said why.
  func load(_ json: [UInt8], named name: String) throws {
    guard Channel.write(try Channel.bytes(name, body: json), to: process.socket) else {
      throw ExitCode.failure
    }
  }

  /// Waits until everything is loaded; gives the loader's exit code.
  func finish() -> Int32 {
    process.close()
    let end = process.wait()
    return end.signal == nil ? end.exitCode : ExitCode.failure.rawValue
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
