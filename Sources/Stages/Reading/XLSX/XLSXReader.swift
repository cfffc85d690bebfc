package import DocumentModel
import TextLibraries
internal import ValueModel

/// Reads Excel workbooks (OOXML): each visible sheet's texts and tables as they look on paper, in
/// the order of the sheets.
///
/// A figure stands with the digits that its number format prints, by exact decimal arithmetic; the
/// results of formulas are those that the workbook was saved with.
package enum XLSXReader {
  /// - Throws: `damaged`, `refused` or `limitExceeded` with the part's or the sheet's name; `empty`
  ///   where no visible sheet holds anything.
  package static func read(_ bytes: [UInt8]) throws(ReadError) -> Document {
    let package = try XLSXPackage(bytes)
    let main = try mainPart(of: package)
    let workbook = XLSXWorkbook()
    guard try package.parse(main, with: workbook) else {
      throw .damaged(
        what: "the part that lists the sheets is missing; this is no Excel workbook", place: main)
    }
    let relations = try relations(of: main, in: package)
    let stylesPart = XLSXStylesPart()
    if let part = relations.first(ofKind: "styles")?.part {
      try package.parse(part, with: stylesPart)
    }
    let styles = stylesPart.styles(epoch: workbook.epoch)
    let strings = try sharedStrings(relations, in: package)
    var writer = XLSXSheetWriter()
    for sheet in workbook.sheets {
      guard !sheet.isHidden else {
        writer.note(
          Finding(
            severity: .note, code: .hiddenSheet,
            message: "sheet «\(sheet.name)» is hidden and was left out; show it in Excel to have "
              + "it read"))
        continue
      }
      let relation = relations.relations[sheet.relation]
      guard relation?.kind == "worksheet" || relation == nil else {
        writer.note(
          Finding(
            severity: .note, code: .otherSheet,
            message: "sheet «\(sheet.name)» holds no cells (\(relation?.kind ?? "")) and was left "
              + "out"))
        continue
      }
      let worksheet = XLSXWorksheetPart(
        XLSXWorksheet(
          strings: strings, styles: styles,
          textLimit: writer.builder.room))
      guard let part = relation?.part, try package.parse(part, with: worksheet) else {
        throw .damaged(
          what: "the part of sheet «\(sheet.name)» is missing",
          place: relation?.part ?? "relation \(sheet.relation) of \(main)")
      }
      try writer.write(worksheet.sheet, named: sheet.name)
    }
    writer.leftOut.add(strings?.leftOut ?? LeftOut())
    for finding in writer.leftOut.findings(of: .xlsx) { writer.note(finding) }
    guard !writer.builder.document.blocks.isEmpty else { throw .empty }
    return writer.builder.document
  }

  /// The part that the package's relations name as the workbook.
  private static func mainPart(of package: XLSXPackage) throws(ReadError) -> String {
    let relations = XLSXRelations(folder: "")
    try package.parse("_rels/.rels", with: relations)
    let main = relations.first(ofKind: "officeDocument")?.part ?? "xl/workbook.xml"
    guard !main.hasSuffix(".bin") else {
      throw .unsupportedFormat(
        what: "a binary Excel workbook (.xlsb)", remedy: "save it as .xlsx in Excel")
    }
    return main
  }

  private static func relations(
    of main: String, in package: XLSXPackage
  ) throws(ReadError) -> XLSXRelations {
    let folder = main.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let part = folder + "_rels/" + main.dropFirst(folder.count) + ".rels"
    let relations = XLSXRelations(folder: folder)
    guard try package.parse(part, with: relations) else {
      throw .damaged(what: "the part that leads to the sheets is missing", place: part)
    }
    return relations
  }

  /// The strings that cells refer to; nil where the workbook names no such part.
  private static func sharedStrings(
    _ relations: XLSXRelations, in package: XLSXPackage
  ) throws(ReadError) -> XLSXSharedStrings? {
    guard let part = relations.first(ofKind: "sharedStrings")?.part else { return nil }
    let strings = XLSXSharedStringsPart()
    guard try package.parse(part, with: strings) else {
      throw .damaged(what: "the part that holds the cells' texts is missing", place: part)
    }
    var found = strings.strings
    found.leftOut = strings.leftOut
    return found
  }
}

extension NoticeCode {
  fileprivate static let hiddenSheet = NoticeCode(rawValue: "xlsx.hidden_sheet")
  fileprivate static let otherSheet = NoticeCode(rawValue: "xlsx.other_sheet")
}
