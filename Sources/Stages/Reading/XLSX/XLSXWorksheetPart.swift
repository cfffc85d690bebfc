import DocumentModel
import TextLibraries

/// A worksheet part (`xl/worksheets/sheet1.xml`).
final class XLSXWorksheetPart: XLSXPart {
  /// The whole state is one value, so that each event reads a single property of the object.
  private(set) var sheet: XLSXWorksheet

  init(_ sheet: XLSXWorksheet) {
    self.sheet = sheet
  }

  var error: ReadError? { sheet.error }

  func start(_ name: String, attributes: MarkupAttributes) {
    sheet.start(name, attributes)
  }

  func end(_ name: String) { sheet.end(name) }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) { sheet.take(bytes) }
}
