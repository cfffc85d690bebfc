package import Conversion
package import Files
package import OutputReading
internal import TextLibraries
package import Verifying

/// Proves outputs against the files that they were made from.
package enum OutputProof {
  /// Proves one output by its path and that of the report. The converter reads the report again; without
  /// one the places alone are proved.
  package static func prove(
    output: String, source: String, with converter: Converter?
  ) throws(FileError) -> Proof {
    let told = try parsed(InputFile.read(output))
    let bytes = try InputFile.read(source)
    guard told.identity.source.sha256 == Digest(of: bytes).hexadecimal else {
      // Whatever the output says, it does not say it of this file.
      return .ofOtherFile(told)
    }
    guard let converter else { return Proof.prove(told, against: bytes) }
    let again = try read(bytes, as: told, folders: folders([source, output]), converter)
    return Proof.prove(told, against: bytes, again: again)
  }

  /// What a source gives when it is read again, by the name that the output tells: it may have another
  /// one now. One of the folders may have named the body, where nothing in the report does.
  package static func read(
    _ bytes: [UInt8], as told: Output, folders: [String] = [], _ converter: Converter
  ) throws(FileError) -> Output {
    func again(_ folders: [String]) throws(FileError) -> Output {
      let name = told.identity.source.file ?? ""
      return try parsed(converter.convertAndSummarize(bytes, named: name, in: folders).json)
    }
    let output = try again([])
    guard output.identity.institution == nil, let body = told.identity.institution else {
      return output
    }
    for folder in folders {
      let other = try again([folder])
      if other.identity.institution == body { return other }
    }
    return output
  }

  private static func parsed(_ json: [UInt8]) throws(FileError) -> Output {
    do throws(OutputError) {
      return try Output(json)
    } catch {
      throw FileError(error)
    }
  }

  /// The folders that paths lead through, the nearest first.
  private static func folders(_ paths: [String]) -> [String] {
    paths.flatMap { path in
      path.split(separator: "/").dropLast().suffix(mostFolders).reversed().map(String.init)
    }
  }

  /// More folders above a report say nothing of it.
  private static let mostFolders = 6
}
