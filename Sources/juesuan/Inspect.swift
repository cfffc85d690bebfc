import ArgumentParser
import Authoring
import Conversion
import Files

/// `juesuan inspect`.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Shows what a stage makes of one report.",
    discussion: """
      Examples:
        juesuan inspect Corpus/xinjiang/agency/report.docx --stage segment
        juesuan inspect report.html --stage read --tables Tables
        juesuan inspect report.pdf --draw 7 > page7.svg
      """)

  /// What can be looked at.
  enum Stage: String, ExpressibleByArgument, CaseIterable {
    case read, segment, map
  }

  @Argument(help: "The report.")
  var file: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "read: blocks and tables; segment: title, sections, performance tables; map: facts.",
      discussion: "Without it, read; nothing where --tables is given."))
  var stage: Stage?

  @Option(
    name: .long,
    help: ArgumentHelp("Also write every table as NN-title.tsv into this folder.", valueName: "dir")
  )
  var tables: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Tell instead how long each stage takes, in microseconds of processor time: the shortest of so "
        + "many passes.", valueName: "passes"))
  var times: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Draw a page of a PDF instead, as SVG: its glyphs and ruling lines, and the cells and paragraphs "
        + "that were found.", valueName: "page"))
  var draw: Int?

  @OptionGroup var mapping: AuthoringOptions

  func run() throws {
    if let draw {
      return try Limited.run(file, reading: [file], times: 2) { try drawPage(draw) }
    }
    let converter = try mapping.converter()
    if let times { return try tellTimes(passes: times, converter) }
    try Limited.run(file, reading: [file], times: 2) { try inspect(with: converter) }
  }

  private func inspect(with converter: Converter) throws {
    let stages: Converter.Stages
    do throws(FileError) {
      let name = file.split(separator: "/").last.map(String.init) ?? file
      stages = try converter.stages(of: InputFile.read(file), named: name)
    } catch {
      Console.say("\(Console.visible(file)): \(error.what); \(error.remedy)")
      throw ExitCode(2)
    }
    if let tables { try writeTables(of: stages, into: tables) }
    if stage == nil, tables != nil { return }
    let text =
      switch stage ?? .read {
      case .read: DocumentInspection.describe(stages.document)
      case .segment: SegmentInspection(of: stages, with: converter).describe()
      case .map: FactInspection(of: stages).describe()
      }
    try Console.print(lines: text)
  }

  private func drawPage(_ page: Int) throws {
    let drawing: String
    do throws(FileError) {
      drawing = try PageDrawing.svg(of: InputFile.read(file), named: file, page: page)
    } catch {
      Console.say("\(Console.visible(file)): \(error.what); \(error.remedy)")
      throw ExitCode(2)
    }
    try Console.print(Array(drawing.utf8))
  }

  private func tellTimes(passes: Int, _ converter: Converter) throws {
    let times: StageTimes
    do throws(FileError) {
      let name = file.split(separator: "/").last.map(String.init) ?? file
      times = try StageTimes(
        of: InputFile.read(file), named: name, with: converter, passes: passes)
    } catch {
      Console.say("\(Console.visible(file)): \(error.what); \(error.remedy)")
      throw ExitCode(2)
    }
    try Console.print(Array(times.lines.utf8))
  }

  private func writeTables(of stages: Converter.Stages, into folder: String) throws {
    do throws(FileError) {
      for table in TableGrid.tsvFiles(of: stages) {
        try OutputFile.write(table.content, to: folder + "/" + table.name)
      }
    } catch {
      Console.say("\(error.what); \(error.remedy)")
      throw ExitCode.failure
    }
  }
}
