import DocumentModel
@testable import Reading
import Testing
import ValueModel

@Suite struct FormatDetectionTests {
  /// A ZIP directory with these names and no contents.
  static func zip(_ names: [String]) -> [UInt8] {
    func bytes(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) }
    }
    let local: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + bytes(0, 26)
    var directory: [UInt8] = []
    for name in names {
      directory += [0x50, 0x4B, 0x01, 0x02] + bytes(0, 24)
      directory += bytes(name.utf8.count, 2) + bytes(0, 16)
      directory += Array(name.utf8)
    }
    var result = local + directory
    result += [0x50, 0x4B, 0x05, 0x06] + bytes(0, 8)
    result += bytes(directory.count, 4) + bytes(local.count, 4) + bytes(0, 2)
    return result
  }

  static func refusal(_ bytes: [UInt8], _ name: String) -> String? {
    do {
      _ = try FormatDetection.detect(bytes, fileName: name)
      return nil
    } catch ReadError.unsupportedFormat(let what, let remedy) {
      return what + "; " + remedy
    } catch {
      return "\(error)"
    }
  }

  static func refusal(_ text: String, _ name: String) -> String? {
    refusal(Array(text.utf8), name)
  }

  @Test func `each format is found by its content`() throws {
    let docx = Self.zip(["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
    #expect(try FormatDetection.detect(docx, fileName: "a.txt").id == .docx)
    #expect(try FormatDetection.detect(Array("决算说明\n".utf8), fileName: "a.txt").id == .txt)
    #expect(try FormatDetection.detect(Array("决算说明\n".utf8), fileName: "无扩展名").id == .txt)
    let page = "\u{FEFF}<!DOCTYPE html><HTML>决算</HTML>"
    #expect(try FormatDetection.detect(Array(page.utf8), fileName: "a.txt").id == .html)
    #expect(
      try FormatDetection.detect(Array("<span>决算</span>".utf8), fileName: "a.htm").id == .html)
    #expect(try FormatDetection.detect(Array("决算".utf8), fileName: "a.htm").id == .txt)
    // GB18030, longer than the sample.
    let line: [UInt8] = [0xBE, 0xF6, 0xCB, 0xE3, 0x0A]
    let long = (0..<20_000).flatMap { _ in line }
    #expect(try FormatDetection.detect(long, fileName: "a.txt").id == .txt)
  }

  @Test func `other containers are named`() {
    #expect(Self.refusal(Self.zip(["ppt/slides"]), "a.docx")?.contains("PowerPoint") == true)
    #expect(Self.refusal(Self.zip(["OFD.xml"]), "a.ofd")?.contains("OFD") == true)
    #expect(Self.refusal(Self.zip(["报告.pdf"]), "a.docx")?.contains("报告.pdf") == true)
    #expect(Self.refusal([0x50, 0x4B, 0x03, 0x04, 0x14], "a.docx")?.contains("cut off") == true)
  }

  @Test func `binary formats are named with a remedy`() {
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
    #expect(Self.refusal(compound, "a.doc")?.contains("--convert-to docx") == true)
    #expect(Self.refusal("{\\rtf1\\ansi", "a.doc")?.contains("RTF") == true)
    #expect(Self.refusal([0x1F, 0x8B, 8, 0], "a.txt")?.contains("gzip") == true)
    #expect(Self.refusal("Rar!\u{1A}", "a.rar")?.contains("RAR") == true)
    #expect(Self.refusal([0xFF, 0xD8, 0xFF, 0xE0], "a.txt")?.contains("JPEG") == true)
    #expect(Self.refusal("{\"a\": 1}", "a.txt")?.contains("JSON") == true)
  }

  @Test(arguments: ["a.pdf", "dir/a.DOCX", "a.xlsx", "a.doc"])
  func `text under another format's name is an error`(name: String) {
    #expect(Self.refusal("no such page", name)?.contains("plain text under the name") == true)
    #expect(Self.refusal("<html>404</html>", name)?.contains("HTML under the name") == true)
  }

  @Test func `lock files, pointers and nothing are told apart`() {
    var lock: [UInt8] = [4] + Array("user".utf8) + Array(repeating: 0x20, count: 50)
    for _ in 0..<55 { lock += [0x20, 0] }
    #expect(lock.count == 165)
    #expect(Self.refusal(lock, "a.xlsx")?.contains("lock file") == true)
    #expect(Self.refusal("x", "~$a.docx")?.contains("lock file") == true)
    #expect(
      Self.refusal("version https://git-lfs.github.com/spec/v1\noid sha256:00\n", "a.pdf")?
        .contains("git lfs pull") == true)
    #expect(throws: ReadError.empty) { try FormatDetection.detect([], fileName: "a.txt") }
  }
}
