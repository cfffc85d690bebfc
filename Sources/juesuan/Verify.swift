import ArgumentParser
import Conversion
import Files
import Proving
import Verifying

/// `juesuan verify`.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Proves every value of an output against its source.",
    discussion: """
      Example:
        juesuan verify Output/yunnan/0001/report.txt.json Corpus/yunnan/0001/report.txt

      Readers of its own go to the place of every fact and field: the text that is quoted must stand \
      there, whole, and say the value in its unit. Then the source is read again, and every member of \
      the output must be what that gives; the digest tells an output that was edited from one that \
      another version of the program or other mapping files made. Exit code 1 where anything is not \
      borne out.
      """)

  @Argument(help: "A JSON file that convert wrote.")
  var output: String

  @Argument(help: "The report that it was made from.")
  var source: String

  @Flag(
    name: .long,
    help: "Prove places and digest alone: for an output that another version of the program made.")
  var places = false

  @Flag(name: .long, help: "Tell the failures as JSON, one a line, on standard output.")
  var json = false

  @OptionGroup var mapping: MappingOptions

  func run() throws {
    let converter = places ? nil : try mapping.converter()
    // It reads the report as a conversion does, and proves it besides.
    try Limited.run(output, reading: [output, source], times: 3) { try prove(with: converter) }
  }

  private func prove(with converter: Converter?) throws {
    let proof: Proof
    do {
      proof = try OutputProof.prove(output: output, source: source, with: converter)
    } catch {
      Console.say("\(Console.visible(output)): \(error.what); \(error.remedy)")
      throw ExitCode(2)
    }
    if json {
      try Console.print(OutputVerification.jsonLines(of: proof))
    } else {
      try Console.print(lines: proof.lines.joined(separator: "\n") + "\n")
    }
    if !proof.failures.isEmpty { throw ExitCode(1) }
  }
}

extension Proof {
  /// For people.
  var lines: [String] {
    var lines = failures.map { Console.visible($0.line) }
    if isOfOtherProgram {
      lines.append(
        "its digest is right: another version of the program or other mapping files made it "
          + "(--places proves it without reading the report again)")
    }
    let again = repeated.isEmpty ? "" : ", \(repeated.count) by reading the report again only"
    lines.append("\(proved) of \(claims) places proved\(again)")
    return lines
  }
}

extension Proof.Failure {
  /// One line for people.
  var line: String {
    switch why {
    case .text: "\(pointer): «\(quoted)» is quoted, but «\(found ?? "")» stands there"
    case .part:
      "\(pointer): «\(quoted)» is only a part of the number that stands there: «\(found ?? "")»"
    case .value: "\(pointer): the value is \(found ?? ""), but «\(quoted)» stands there"
    case .yuan: "\(pointer): «\(quoted)» is not \(found ?? "") yuan"
    case .place: "\(pointer): there is no such place in the source («\(quoted)» is quoted)"
    case .file: "\(pointer): the source is not the file that was converted"
    case .digest: "\(pointer): the output is not as it was written: it was edited"
    case .reading:
      "\(pointer): the output says \(quoted), the source read again gives \(found ?? "nothing")"
    }
  }
}
