package import DocumentModel

/// The formats that reports are read from.
package enum Formats {
  /// One file as its reader sees it; `name` is its name without folders.
  ///
  /// - Throws: why it cannot be read at all.
  package static func read(_ bytes: [UInt8], named name: String) throws(ReadError) -> Document {
    switch try FormatDetection.detect(bytes, fileName: name) {
    case .txt: try TextReader.read(bytes)
    case .docx: try DocxReader.read(bytes)
    case .html: try HTMLReader.read(bytes)
    case .xlsx: try XLSXReader.read(bytes)
    case .pdf: try PDFReader.read(bytes)
    }
  }
}
