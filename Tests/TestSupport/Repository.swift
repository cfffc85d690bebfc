package import Foundation

/// Where the files of this project are.
package enum Repository {
  /// The folder of Package.swift.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The project's own mapping files.
  package static let mappings = path("Mappings")

  /// The path of a file or folder, given below the root: `Corpus/yunnan/0001/report.docx`.
  package static func path(_ name: String) -> String { root.appending(path: name).path }

  /// The bytes of a file below the root.
  package static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: name)))
  }
}
