import FoundationEssentials
@testable import Reading
import Testing

@Suite struct FormatsTests {
  @Test func `no two formats share an id or an extension`() {
    let ids = Formats.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(Set(Formats.extensions).count == Formats.extensions.count)
    #expect(Formats.all.allSatisfy { !$0.extensions.isEmpty })
    #expect(Formats.extensions.allSatisfy { $0 == $0.lowercased() && !$0.hasPrefix(".") })
  }

  @Test func `a kind that is not read claims no name of one that is`() {
    let refused = UnsupportedFormat.all.flatMap(\.extensions) + UnsupportedFormat.dataExtensions
    #expect(Set(refused).isDisjoint(with: Formats.extensions))
    #expect(UnsupportedFormat.all.allSatisfy { !$0.what.isEmpty && !$0.remedy.isEmpty })
  }

  @Test func `the remedy names each format`() {
    #expect(Formats.remedy == "give the report as .pdf, .docx, .xlsx, .html or .txt")
  }

  @Test func `the README lists what is read`() throws {
    let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
    var text = ""
    for folder in [root, root + "/docs"] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names where name.hasSuffix(".md") {
        let bytes = try #require(FileManager.default.contents(atPath: folder + "/" + name))
        text += String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
      }
    }
    let names = Formats.extensions.map { "`.\($0)`" }
    let endings = "\(names.dropLast().joined(separator: ", ")) and \(names.last ?? "")"
    #expect(text.contains(endings), "the pages must say that folders are searched for \(endings)")
    let titles = Formats.all.map(\.title)
    let formats = "\(titles.dropLast().joined(separator: ", ")) and \(titles.last ?? "")"
    #expect(text.contains("Formats: \(formats)"), "the pages must say «Formats: \(formats)»")
  }
}
