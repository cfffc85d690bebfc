import ArgumentParser
import Conversion
import MappingFiles

/// The mapping files, and the layout that reports are to be read with.
struct AuthoringOptions: ParsableArguments {
  @OptionGroup var mapping: MappingOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Read reports with this layout, whatever their headings are.", valueName: "id"))
  var layout: String?

  /// A converter with the mappings loaded; says what is wrong with them and exits otherwise.
  func converter() throws -> Converter {
    let folder = try mapping.folder()
    do {
      let converter = try Converter(mappings: MappingFolder(folder), layout: layout)
      for error in converter.brokenLayouts { Console.say("left out: \(error)") }
      return converter
    } catch {
      Console.say("juesuan: \(error)")
      throw ExitCode.failure
    }
  }
}
