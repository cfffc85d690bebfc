import ArgumentParser
import Dispatch
import Glibc

/// Where the program begins. Commands that do not need it run without concurrency: `convert` forks its
/// workers, and a process with threads cannot be forked safely.
@main
enum Start {
  static func main() {
    do {
      var command = try Juesuan.parseAsRoot()
      guard command is any AsyncParsableCommand else {
        try command.run()
        return
      }
      if let review = command as? Review {
        // A process of its own, which may start threads: this one has none yet.
        return try review.limited { runConcurrently() }
      }
      runConcurrently()
    } catch {
      Juesuan.exit(withError: error)
    }
  }

  /// Reads the arguments once more: a command that was made here may not go over to a task.
  private static func runConcurrently() -> Never {
    Task {
      do {
        guard var command = try Juesuan.parseAsRoot() as? any AsyncParsableCommand else { exit(0) }
        try await command.run()
        exit(0)
      } catch {
        Juesuan.exit(withError: error)
      }
    }
    dispatchMain()
  }
}
