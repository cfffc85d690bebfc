import Foundation
import Testing

/// Reads the sources rather than asking SwiftPM, which would wait for the lock of this very run.
@Suite("Architecture")
struct ArchitectureTests {
  /// What each target may import; a stage never imports another.
  private static let allowed: [String: Set<String>] = [
    "TextKit": ["CTextKit"],
    "DocumentModel": [],
    "ReportModel": [],
    "PageKit": ["CPoppler"],
    "Reading": ["DocumentModel", "TextKit", "PageKit"],
    "Normalizing": ["DocumentModel", "TextKit"],
    "Segmenting": ["DocumentModel"],
    "Mapping": ["DocumentModel", "ReportModel", "Synchronization"],
    "Checking": ["ReportModel"],
    "Emitting": ["ReportModel"],
    "Proving": ["TextKit", "PageKit", "FoundationEssentials"],
    "Reviewing": ["ReportModel", "TextKit", "Mustache", "FoundationEssentials"],
    "Tabulating": ["ReportModel"],
    "SQLiteLoading": ["Tabulating", "GRDB", "GRDBSQLite"],
    "PostgreSQLLoading": ["Tabulating", "CLibPQ", "Glibc"],
    "Exporting": ["Tabulating"],
    "MappingFiles": ["Mapping", "Checking", "ReportModel", "TextKit", "FoundationEssentials"],
    "Pipeline": [
      "DocumentModel", "ReportModel", "TextKit", "Reading", "Normalizing", "Segmenting", "Mapping",
      "MappingFiles", "Checking", "Emitting", "Proving", "PageKit", "Reviewing", "Tabulating",
      "SQLiteLoading", "PostgreSQLLoading", "Exporting", "Synchronization", "Glibc",
      "FoundationEssentials",
    ],
    "BulkConverting": ["Pipeline", "CProcess", "Glibc", "FoundationEssentials"],
    "juesuan": ["BulkConverting", "Pipeline", "Proving", "ArgumentParser", "Dispatch", "Glibc"],
  ]

  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  private struct SourceText {
    var target: String
    var name: String
    var lines: [Substring]
  }

  private static func swiftFiles() throws -> [SourceText] {
    let targets = try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted()
    return try targets.flatMap { target -> [SourceText] in
      let folder = sources.appending(path: target)
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      return try names.filter { $0.hasSuffix(".swift") }.map { name in
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        return SourceText(
          target: target, name: "\(target)/\(name)", lines: text.split(separator: "\n"))
      }
    }
  }

  private static func imports(of file: SourceText) -> [String] {
    file.lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
        words[..<index].allSatisfy({
          ["package", "internal", "private", "fileprivate", "public"].contains($0)
            || $0.hasPrefix("@")
        })
      else { return nil }
      return words[index + 1].split(separator: ".").first.map(String.init)
    }
  }

  @Test func `each target imports only what the table allows`() throws {
    let files = try Self.swiftFiles()
    #expect(files.count > 20)
    for file in files {
      let allowed = try #require(Self.allowed[file.target], "\(file.target) is not in the table")
      for name in Self.imports(of: file) {
        #expect(allowed.contains(name), "\(file.name) imports \(name)")
      }
    }
  }

  @Test func `no source forces a try`() throws {
    for file in try Self.swiftFiles() {
      for line in file.lines {
        #expect(!line.contains("try!"), "\(file.name): \(line)")
      }
    }
  }

  @Test func `the C boundary shows no header of a library`() throws {
    let folder = Self.sources.appending(path: "CTextKit/include")
    let headers = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!headers.isEmpty)
    for header in headers {
      let text = try String(contentsOf: folder.appending(path: header), encoding: .utf8)
      for line in text.split(separator: "\n") where line.hasPrefix("#include") {
        #expect(
          ["<stdint.h>", "<stddef.h>"].contains { line.contains($0) } || line.contains("\"ctk_"),
          "\(header): \(line)")
      }
    }
  }
}
