import DocumentModel
@testable import Reading
import Testing
import ValueModel

@Suite struct DocumentBuilderTests {
  private func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

  @Test func `leaves are apart by a line feed that belongs to none of them`() throws {
    var builder = DocumentBuilder(Document(format: .txt))
    try builder.addParagraph(bytes("决算"), at: .path("/p[1]"), outlineLevel: 1)
    builder.beginLeaf()
    builder.append(bytes("甲"))
    builder.append(0x0A)
    builder.append(bytes("乙"))
    let first = try builder.endLeaf(at: .path("/td[1]"))
    let second = try builder.addLeaf([], at: .path("/td[2]"))
    builder.addTable(
      Table(
        rows: 1, columns: 2,
        cells: [
          Cell(row: 0, column: 0, leaf: first), Cell(row: 0, column: 1, leaf: second),
        ]), region: .footer)
    let document = builder.document
    #expect(String(decoding: document.text, as: UTF8.self) == "决算\n甲\n乙\n")
    #expect(document.leaves.indices.map { document.string(ofLeaf: $0) } == ["决算", "甲\n乙", ""])
    #expect(document.blocks.map(\.region) == [.body, .footer])
  }

  @Test func `the leaf behind the last that a document may have is refused`() throws {
    var builder = DocumentBuilder(Document(format: .txt))
    for _ in 0..<DocumentLimits.mostLeaves { _ = try builder.addLeaf([], at: .path("")) }
    #expect(throws: DocumentLimits.error) { try builder.addLeaf([], at: .path("")) }
  }

  @Test func `more text than a document may have is refused`() throws {
    var builder = DocumentBuilder(Document(format: .txt))
    let text = [UInt8](repeating: 0x30, count: DocumentLimits.mostText)
    _ = try builder.addLeaf(text[...], at: .path(""))
    #expect(builder.room == 0)
    #expect(throws: DocumentLimits.error) { try builder.addLeaf([], at: .path("")) }
    #expect(DocumentBuilder.isBeyondLimits(leaves: 1, text: DocumentLimits.mostText + 1))
    #expect(!DocumentBuilder.isBeyondLimits(leaves: 1, text: DocumentLimits.mostText))
  }
}
