internal import FoundationEssentials
internal import OutputReading
internal import TextLibraries

/// Spreadsheets: the stored value of a cell.
final class SpreadsheetSource: OriginalText {
  /// By sheet and address.
  private let cells: [String: [String: String]]
  /// Those of the cell that was asked for last: many places stand in a long text.
  private var last: (sheet: String, cell: String, passages: [Passage])?

  func passages(at place: Output.Place) -> [Passage] {
    guard let sheet = place.sheet, let cell = place.cell, let text = cells[sheet]?[cell] else {
      return []
    }
    if let last, last.sheet == sheet, last.cell == cell { return last.passages }
    let passages = [Passage(text.unicodeScalars)]
    last = (sheet, cell, passages)
    return passages
  }

  func prints(_ stored: String, as printed: String) -> Bool {
    StoredNumber.prints(stored, as: printed)
  }

  /// Reads the sheets of a workbook; nil where it cannot be read.
  init?(_ bytes: [UInt8]) {
    guard let archive = try? ZipArchive(bytes) else { return nil }
    func parse(_ name: String, _ handler: any MarkupEventHandler) -> Bool {
      (try? archive.parse(name, into: handler)) ?? false
    }
    let workbook = SheetNames()
    let relations = Targets()
    let strings = SharedTexts()
    guard parse("xl/workbook.xml", workbook), parse("xl/_rels/workbook.xml.rels", relations) else {
      return nil
    }
    _ = parse(relations.sharedStrings.map(Self.part) ?? "xl/sharedStrings.xml", strings)
    var cells: [String: [String: String]] = [:]
    for (name, id) in workbook.sheets {
      guard let target = relations.targets[id] else { continue }
      let values = CellValues(strings: strings.texts)
      if parse(Self.part(target), values) { cells[name] = values.cells }
    }
    self.cells = cells
  }

  private static func part(_ target: String) -> String {
    target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }
}

private final class SheetNames: MarkupEventHandler {
  var sheets: [(name: String, id: String)] = []

  func start(_ name: String, attributes: MarkupAttributes) {
    guard name == "sheet", let sheet = attributes["name"], let id = attributes["id"] else { return }
    sheets.append((sheet, id))
  }
  func end(_ name: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

private final class Targets: MarkupEventHandler {
  var targets: [String: String] = [:]
  /// The part that holds the texts of cells.
  private(set) var sharedStrings: String?

  func start(_ name: String, attributes: MarkupAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"]
    else { return }
    targets[id] = target
    if attributes["Type"]?.hasSuffix("/sharedStrings") ?? false { sharedStrings = target }
  }
  func end(_ name: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

private final class SharedTexts: MarkupEventHandler {
  var texts: [String] = []
  private var current: [UInt8] = []
  private var takes = false
  private var phonetic = 0

  func start(_ name: String, attributes: MarkupAttributes) {
    if name == "si" { current = [] }
    if name == "rPh" { phonetic += 1 }
    takes = name == "t" && phonetic == 0
  }
  func end(_ name: String) {
    if name == "si" { texts.append(String(decoding: current, as: UTF8.self)) }
    if name == "rPh" { phonetic -= 1 }
    takes = false
  }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) { if takes { current.append(contentsOf: bytes) } }
}

private final class CellValues: MarkupEventHandler {
  var cells: [String: String] = [:]
  private let strings: [String]
  private var kind: String?
  /// Row and column of the cell, from 1: rows and cells may leave their addresses out.
  private var row = 0
  private var column = 0
  private var current: [UInt8] = []
  private var takes = false

  init(strings: [String]) { self.strings = strings }

  func start(_ name: String, attributes: MarkupAttributes) {
    if name == "row" {
      row = attributes["r"].flatMap { Int($0) } ?? row &+ 1
      column = 0
    }
    if name == "c" {
      column = attributes["r"].flatMap(Self.column(of:)) ?? column &+ 1
      kind = attributes["t"]
      current = []
    }
    takes = name == "v" || name == "t"
  }

  func end(_ name: String) {
    takes = false
    guard name == "c", !current.isEmpty else { return }
    let raw = String(decoding: current, as: UTF8.self)
    let address = Self.letters(of: column) + String(row)
    if kind == "s", let index = Int(raw), strings.indices.contains(index) {
      cells[address] = strings[index]
    } else {
      cells[address] = raw
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { if takes { current.append(contentsOf: bytes) } }

  /// 28 for «AB12»; nil where it begins with no letters.
  private static func column(of address: String) -> Int? {
    let letters = address.utf8.prefix { (0x41...0x5A).contains($0 & 0xDF) }
    guard (1...4).contains(letters.count) else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1 & 0xDF) - 0x40 }
  }

  private static func letters(of column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(0x41 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

/// Whether a number as a spreadsheet stores it is printed as a text: «32645.14» for 32645.139999999999,
/// «96.69%» for 0.9669.
enum StoredNumber {
  static func prints(_ stored: String, as text: String) -> Bool {
    guard let value = Decimal(string: stored),
      let printed = PrintedNumber.numbers(in: text).first.flatMap({ Decimal(string: $0.text) })
    else { return false }
    let magnitude = value < 0 ? -value : value
    let decimals = text.reversed().drop { !$0.isNumber }.prefix { $0 != "." }.filter(\.isNumber)
    let scale = text.contains(".") ? decimals.count : 0
    for factor in [Decimal(1), 100, Decimal(sign: .plus, exponent: -4, significand: 1)] {
      let half = Decimal(sign: .plus, exponent: -scale - 1, significand: 5)
      let distance = magnitude * factor - printed
      if distance <= half, -distance <= half { return true }
    }
    return false
  }
}
