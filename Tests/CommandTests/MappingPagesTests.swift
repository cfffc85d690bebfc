import Foundation
import TestSupport
import Testing

/// docs/mapping.md and docs/lexicon.md say what is so.
@Suite("Pages on mapping files")
struct MappingPagesTests {
  private static func lines(_ page: String) throws -> [String] {
    try String(contentsOfFile: Repository.path(page), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The arguments of every «$ juesuan …», with paths of the checkout. What is compared with outputs of
  /// before depends on when these were made.
  private static func commands(_ page: String) throws -> [[String]] {
    try lines(page).filter { $0.hasPrefix("$ juesuan ") && !$0.contains("--against") }.map {
      $0.split(separator: " ").dropFirst(2).map { word in
        word.hasPrefix("Corpus") ? Repository.path(String(word)) : String(word)
      }
    }
  }

  @Test(arguments: ["docs/mapping.md", "docs/lexicon.md"])
  func `every command of a page runs`(_ page: String) throws {
    let commands = try Self.commands(page)
    #expect(!commands.isEmpty)
    for command in commands {
      let run = try CommandRun(command)
      #expect(run.status == 0, "\(command): \(run.errors)")
    }
  }

  @Test func `a phrase is read as the page on the lexicon shows`() throws {
    let page = try Self.lines("docs/lexicon.md")
    let command = try #require(try Self.commands("docs/lexicon.md").first)
    let run = try CommandRun(command)
    let start = try #require(page.firstIndex(of: "words"))
    let end = try #require(page[start...].firstIndex(of: "…"))
    let told = run.output.split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    #expect(Array(told.prefix(end - start)) == Array(page[start..<end]))
  }

  @Test(arguments: ["new-province.yaml", "cases.yaml"])
  func `the example's files are those that ship`(_ name: String) throws {
    let page = try Self.lines("docs/mapping.md").filter { !$0.isEmpty }
    let file = try Self.lines("Corpus/new-province/" + name).filter {
      !$0.isEmpty && !$0.hasPrefix("#")
    }
    #expect(page.indices.contains { page[$0...].starts(with: file) })
  }
}
