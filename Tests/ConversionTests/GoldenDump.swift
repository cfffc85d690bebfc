import Authoring
import Conversion
import Files
import Foundation
import TestSupport
import Testing

/// What the stages make of reports, as it was last looked at and committed.
enum GoldenDump {
  /// The stages that `juesuan inspect --stage` knows.
  enum Stage: String, CaseIterable {
    case read, segment, map
  }

  /// `RECORD=1` writes the files anew instead of comparing them.
  static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD"] != nil }

  /// What a failed comparison tells to do.
  static let command = "RECORD=1 swift test --filter GoldenDump"

  /// The dump of each stage; the error where the file cannot be read.
  static func dumps(of path: String, with converter: Converter) -> [Stage: String] {
    do throws(FileError) {
      let name = URL(filePath: path).lastPathComponent
      let stages = try converter.stages(of: InputFile.read(path), named: name)
      return [
        .read: DocumentInspection.describe(stages.document),
        .segment: SegmentInspection(of: stages, with: converter).describe(),
        .map: FactInspection(of: stages).describe(),
      ]
    } catch {
      return [.read: "\(error.what); \(error.remedy)\n"]
    }
  }

  /// Compares with the committed file, or writes it.
  static func settle(_ text: String, at file: URL) throws {
    let name = file.path.dropFirst(Repository.root.path.count + 1)
    if isRecording {
      try Data(text.utf8).write(to: file)
      return
    }
    guard let committed = try? Data(contentsOf: file) else {
      Issue.record("\(name) is missing; write it with: \(command)")
      return
    }
    guard Array(committed) != Array(text.utf8) else { return }
    let difference = LineDifference(
      from: LineDifference.lines(String(decoding: committed, as: UTF8.self)),
      to: LineDifference.lines(text))
    Issue.record(
      """
      \(name) is not what the program gives now. Where that is meant: \(command)
      \(difference.shortened(to: 40))
      """)
  }

  /// A run that records is none that proves.
  static func failWhereRecording() {
    if isRecording { Issue.record("the dumps were written anew: look at the difference in git") }
  }
}
