import ArgumentParser
import Files
import Verifying
import Workers

/// `juesuan verify`.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Proves every value of an output against its source.",
    discussion: """
      Example:
        juesuan verify Output/yunnan/0001/report.txt.json Corpus/yunnan/0001/report.txt

      A reader of its own goes to the place of every fact and field, compares the text that stands \
      there with the text quoted, and the number in it with the value. Exit code 1 where anything \
      is not borne out.
      """)

  @Argument(help: "A JSON file that convert wrote.")
  var output: String

  @Argument(help: "The report that it was made from.")
  var source: String

  @Flag(name: .long, help: "Tell the failures as JSON, one a line, on standard output.")
  var json = false

  func run() throws {
    let proof: Proof
    do {
      proof = try OutputVerification.verify(output: output, source: source)
    } catch {
      Console.say("\(output): \(error.what); \(error.remedy)")
      throw ExitCode(2)
    }
    if json {
      try Console.print(OutputVerification.jsonLines(of: proof))
    } else {
      var lines = proof.failures.map { $0.line + "\n" }.joined()
      lines += "\(proof.proved) of \(proof.claims) places proved\n"
      try Console.print(Array(lines.utf8))
    }
    if !proof.failures.isEmpty { throw ExitCode(1) }
  }
}

extension Proof.Failure {
  /// One line for people.
  var line: String {
    switch why {
    case .text: "\(pointer): «\(quoted)» is quoted, but «\(found ?? "")» stands there"
    case .value: "\(pointer): the value is \(found ?? ""), but «\(quoted)» stands there"
    case .place: "\(pointer): there is no such place in the source («\(quoted)» is quoted)"
    case .file: "\(pointer): the source is not the file that was converted"
    }
  }
}
