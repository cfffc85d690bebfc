internal import DocumentModel
package import Files
internal import Reading

/// What the reader sees on a page of a PDF, drawn for people.
package enum PageDrawing {
  /// The page as SVG.
  ///
  /// - Throws: why the file cannot be read, is no PDF, or has no such page.
  package static func svg(
    of bytes: [UInt8], named name: String, page: Int
  ) throws(FileError) -> String {
    let isPDF: Bool
    let drawing: String?
    do throws(ReadError) {
      isPDF = try FormatDetection.detect(bytes, fileName: name).id == .pdf
      drawing = isPDF ? try PDFPageDrawing.svg(of: bytes, page: page) : nil
    } catch {
      throw FileError(error)
    }
    guard isPDF else {
      throw FileError(what: "it has no pages to draw", remedy: "give a PDF")
    }
    guard let drawing else {
      throw FileError(
        what: "it has no page \(page)", remedy: "count the pages from 1, as a PDF viewer does")
    }
    return drawing
  }
}
