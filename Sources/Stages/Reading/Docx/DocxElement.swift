/// The elements of WordprocessingML, mathematics and markup compatibility that matter.
enum DocxElement {
  case text, run, paragraph, tab, lineBreak, noBreakHyphen, properties, style, outlineLevel
  case numberID, numberLevel, fieldCharacter, table, row, cell, gridSpan, verticalMerge,
    gridBefore
  case look(DocxLook.Property)
  case runStyle, textFill, noFill, tableStyle, rowHidden, background, symbol, fieldCode, math
  case mathStructure, alternate, choice, fallback, embedded, picture, drawing, object
  case part, skipped

  /// By their local names.
  static let byName: [String: DocxElement] = {
    var elements: [String: DocxElement] = [
      "t": .text, "r": .run, "p": .paragraph, "tab": .tab, "ptab": .tab,
      "br": .lineBreak, "cr": .lineBreak, "noBreakHyphen": .noBreakHyphen, "pPr": .properties,
      "tabs": .properties, "pStyle": .style, "outlineLvl": .outlineLevel, "numId": .numberID,
      "ilvl": .numberLevel, "fldChar": .fieldCharacter, "tbl": .table, "tr": .row, "tc": .cell,
      "gridSpan": .gridSpan, "vMerge": .verticalMerge, "gridBefore": .gridBefore,
      "rStyle": .runStyle, "textFill": .textFill, "noFill": .noFill, "tblStyle": .tableStyle,
      "hidden": .rowHidden, "background": .background, "sym": .symbol, "instrText": .fieldCode,
      "oMath": .math, "AlternateContent": .alternate, "Choice": .choice, "Fallback": .fallback,
      "altChunk": .embedded, "subDoc": .embedded, "inline": .picture, "docPr": .drawing,
      "OLEObject": .object,
    ]
    for property in DocxLook.Property.allCases { elements[property.name] = .look(property) }
    for name in [
      "sSup", "sSub", "sSubSup", "sPre", "f", "rad", "nary", "d", "m", "eqArr", "limLow", "limUpp",
      "acc", "bar", "func", "groupChr", "phant", "borderBox",
    ] { elements[name] = .mathStructure }
    for name in [
      "body", "hdr", "ftr", "footnotes", "endnotes", "footnote", "endnote", "txbxContent",
    ] { elements[name] = .part }
    for name in [
      "del", "moveFrom", "delText", "delInstrText", "rt", "rPrChange", "pPrChange", "tblPrChange",
      "tcPrChange", "trPrChange", "sectPrChange", "tblGridChange", "fldData",
    ] { elements[name] = .skipped }
    return elements
  }()
}
