import DocumentModel
import Reading
import TestSupport

/// A small Word document made of the content of its body.
enum DocxFixture {
  static func bytes(
    _ body: String, styles: String? = nil, numbering: String? = nil, footnotes: String? = nil
  ) -> [UInt8] {
    var parts: [(name: String, text: String)] = [
      ("[Content_Types].xml", "<Types/>"),
      ("word/document.xml", element("document", "<w:body>\(body)</w:body>")),
    ]
    if let styles { parts.append(("word/styles.xml", element("styles", styles))) }
    if let numbering { parts.append(("word/numbering.xml", element("numbering", numbering))) }
    if let footnotes { parts.append(("word/footnotes.xml", element("footnotes", footnotes))) }
    return StoredZip.archive(parts)
  }

  static func element(_ name: String, _ content: String) -> String {
    "<w:\(name) xmlns:w=\"urn:w\" xmlns:mc=\"urn:mc\">\(content)</w:\(name)>"
  }

  static func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  static func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
  }

  static func row(_ cells: String...) -> String { "<w:tr>\(cells.joined())</w:tr>" }

  static func texts(_ document: Document) -> [String] {
    document.leaves.indices.map { document.string(ofLeaf: $0) }
  }

  static func paragraphs(_ document: Document) -> [Paragraph] {
    document.blocks.compactMap {
      if case .paragraph(let paragraph) = $0.content { paragraph } else { nil }
    }
  }

  static func tables(_ document: Document) -> [Table] {
    document.blocks.compactMap { if case .table(let table) = $0.content { table } else { nil } }
  }
}
