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
      guard let concurrent = command as? any AsyncParsableCommand else {
        try command.run()
        return
      }
      run(concurrent)
    } catch {
      Juesuan.exit(withError: error)
    }
  }

  private static func run(_ command: any AsyncParsableCommand) -> Never {
    Task { @MainActor in
      do {
        var command = command
        try await command.run()
        exit(0)
      } catch {
        Juesuan.exit(withError: error)
      }
    }
    dispatchMain()
  }
}
