import ArgumentParser
import Conversion

/// The mapping files, and the layout that reports are to be read with.
struct AuthoringOptions: ParsableArguments {
  @OptionGroup var mapping: MappingOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Read reports with this layout, whatever their headings are.", valueName: "id"))
  var layout: String?

  /// A converter with the mappings loaded; says what is wrong with them and exits otherwise.
  func converter() throws -> Converter { try mapping.converter(layout: layout) }
}
