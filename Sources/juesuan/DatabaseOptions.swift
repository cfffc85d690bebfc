import ArgumentParser
import Files
import Loading

/// Which database reports are loaded into.
struct DatabaseOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("A SQLite file; made if it is not there.", valueName: "file"))
  var sqlite: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A PostgreSQL database; what the URL leaves out comes from the PG* variables.",
      valueName: "url"))
  var postgres: String?

  @Option(name: .long, help: "Schema of the tables in PostgreSQL.")
  var schema = "juesuan"

  func validate() throws {
    if sqlite != nil, postgres != nil {
      throw ValidationError("Give one database: --sqlite or --postgres, not both.")
    }
    if sqlite == "" { throw ValidationError("--sqlite must name a file.") }
    if schema.isEmpty || schema.utf8.contains(0x22) || schema.utf8.contains(0) {
      throw ValidationError("--schema must be a name without quotation marks.")
    }
  }

  /// Nil where none is given.
  var target: ReportLoading.Target? {
    if let sqlite { return .sqlite(path: sqlite) }
    return postgres.map { .postgreSQL(url: $0, schema: schema) }
  }

  /// Connects; nil where no database is given. Says what is wrong and exits otherwise.
  func loading(mappings: String?) throws -> ReportLoading? {
    guard let target else { return nil }
    let folder = try MappingOptions.folder(mappings)
    do {
      let loading = try ReportLoading(
        into: target, vocabulary: try MappingOptions.vocabulary(folder))
      if let sqlite { try DatabaseDescription.write(beside: sqlite) }
      return loading
    } catch let error as FileError {
      Console.say("juesuan: \(error.what); \(error.remedy)")
      throw ExitCode.failure
    } catch {
      Console.say("juesuan: \(error)")
      throw ExitCode.failure
    }
  }

  /// Tells what was loaded and what was not.
  func tell(_ summary: ReportLoading.Summary, quiet: Bool) {
    for (name, error) in summary.failures {
      Console.say("\(Console.visible(name)): \(error.what); \(error.remedy)")
    }
    for name in summary.setAside {
      Console.say(
        "\(Console.visible(name)): set aside; another output of the same source was given, too")
    }
    guard !quiet else { return }
    Console.say(
      "\(summary.added) reports added, \(summary.replaced) replaced, "
        + "\(summary.unchanged) unchanged, \(summary.failures.count) failed; \(summary.rows) rows")
  }
}
