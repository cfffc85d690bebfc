import ArgumentParser
import Authoring
import Conversion
import Files

/// `juesuan explain`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tells what became of each figure of a report, and why.",
    discussion: """
      Examples:
        juesuan explain Corpus/sichuan/0001/report.txt --at 17
        juesuan explain Corpus/yunnan/0001/report.docx --at 资产总额
        juesuan explain Corpus/yunnan/0001/report.txt --layouts
        juesuan explain --phrase 一般公共预算财政拨款基本支出决算表
      """)

  @Argument(help: "The report.")
  var file: String?

  @Option(name: .long, help: "A title, a head, a label or a sentence: how the lexicon reads it.")
  var phrase: String?

  @Option(name: .long, help: "A line (of a PDF: a page), or words that the text contains.")
  var at: String?

  @Flag(name: .long, help: "A JSON list instead of lines for people.")
  var json = false

  @Flag(name: .long, help: "Tell which layouts' headings the report has, instead of its figures.")
  var layouts = false

  @OptionGroup var mapping: AuthoringOptions

  func validate() throws {
    guard (file == nil) != (phrase == nil) else {
      throw ValidationError("give either a report or --phrase")
    }
  }

  func run() throws {
    let converter = try mapping.converter()
    if let phrase {
      let account = converter.account(ofPhrase: phrase, layout: mapping.layout ?? "common")
      if let account { try Console.print(lines: "\(account)") }
    }
    guard let file else { return }
    try Limited.run(file, reading: [file], times: 2) { try explain(file, with: converter) }
  }

  private func explain(_ file: String, with converter: Converter) throws {
    let stages = try converter.stages(ofFile: file)
    guard !layouts else {
      return try Console.print(lines: LayoutExplanation(of: stages, with: converter).describe())
    }
    let explanation = Explanation(of: stages, with: converter)
    if json {
      try Console.print(explanation.json(at: at))
    } else {
      try Console.print(lines: explanation.describe(at: at))
    }
  }
}

extension Converter {
  /// All stages of a file; says what is wrong with it and exits otherwise.
  func stages(ofFile file: String) throws -> Stages {
    do throws(FileError) {
      let name = file.split(separator: "/").last.map(String.init) ?? file
      return try stages(of: InputFile.read(file), named: name)
    } catch {
      Console.say("\(Console.visible(file)): \(error.what); \(error.remedy)")
      throw ExitCode(2)
    }
  }
}
