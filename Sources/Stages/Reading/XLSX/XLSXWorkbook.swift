import DocumentModel
import TextLibraries

/// `xl/workbook.xml`: the sheets in their order.
final class XLSXWorkbook: XLSXPart {
  struct Sheet {
    var name: String
    var isHidden: Bool
    /// The id of the relation that leads to its part.
    var relation: String
  }

  private static let mostSheets = 1000
  /// Excel's own names have 31 characters; longer ones are cut off.
  private static let longestName = 255

  private(set) var error: ReadError?
  private(set) var sheets: [Sheet] = []
  private(set) var epoch = XLSXEpoch.year1900
  private var isInSheets = false

  func start(_ name: String, attributes: MarkupAttributes) {
    switch name {
    case "workbookPr": epoch = attributes.isTrue("date1904") ? .year1904 : .year1900
    case "sheets": isInSheets = true
    case "sheet" where isInSheets:
      guard sheets.count < Self.mostSheets else {
        error = .limitExceeded(what: "sheets of a workbook", limit: "\(Self.mostSheets)")
        return
      }
      let state = attributes["state"]
      sheets.append(
        Sheet(
          name: String((attributes.text("name") ?? "").unicodeScalars.prefix(Self.longestName)),
          isHidden: state == "hidden" || state == "veryHidden", relation: attributes["id"] ?? ""))
    default: break
    }
  }

  func end(_ name: String) {
    if name == "sheets" { isInSheets = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
