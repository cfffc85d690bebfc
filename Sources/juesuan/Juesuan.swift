import ArgumentParser

/// The command line: arguments in, exit codes out; all work is done by the rooms beside this folder.
///
/// Each command tells its name: to derive one from the type, the runtime would look through all
/// conformances of the program, at each start.
struct Juesuan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "juesuan",
    abstract: "Turns published Chinese final-accounts reports into validated JSON.",
    discussion: """
      Example, over the corpus of this project:
        juesuan convert Corpus --output Output

      Data goes to standard output or files, messages to standard error. Exit codes: 0 all done; \
      1 the mappings or the output failed; 2 some input could not be read; 64 wrong use.
      """,
    subcommands: [
      Convert.self, Check.self, Verify.self, Review.self, Load.self, Export.self, Inspect.self,
      Explain.self, MappingCommand.self, Schema.self, Version.self,
    ])
}

/// What this build is called.
struct Version: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Prints the version.")
  static let number = "0.1.0"

  func run() throws {
    try Console.print(Array("juesuan \(Self.number)\n".utf8))
  }
}
