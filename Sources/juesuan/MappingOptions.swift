import ArgumentParser
import Conversion
import MappingFiles
import MappingModel
import Tables

/// Where the mapping files are.
struct MappingOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Folder of mapping files (default: $JUESUAN_MAPPINGS, ./Mappings, or beside the program).",
      valueName: "dir"))
  var mappings: String?

  /// The folder; says so and exits where there is none.
  func folder() throws -> String { try Self.folder(mappings) }

  /// A converter with the mappings loaded; says what is wrong with them and exits otherwise.
  func converter(layout: String? = nil) throws -> Converter {
    let folder = try folder()
    do {
      let converter = try Converter(mappings: MappingFolder(folder), layout: layout)
      for error in converter.brokenLayouts { Console.say("left out: \(error)") }
      return converter
    } catch {
      Console.say("juesuan: \(error)")
      throw ExitCode.failure
    }
  }

  /// The folder that was named, or the one where mappings are by default.
  static func folder(_ named: String?) throws -> String {
    guard let folder = named ?? MappingFolder.locate() else {
      Console.say(
        "juesuan: no folder of mapping files was found; give it with --mappings DIR or in "
          + "$JUESUAN_MAPPINGS")
      throw ExitCode.failure
    }
    return folder
  }

  /// What codes mean, by the mapping files of a folder.
  static func vocabulary(_ folder: String) throws -> Vocabulary {
    let folder = MappingFolder(folder)
    return Vocabulary(
      try MappingSet.load(from: folder), labels: try CodeLabelFile.read(in: folder))
  }
}
