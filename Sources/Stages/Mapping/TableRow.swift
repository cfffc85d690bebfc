import ReportModel

/// What names a row of a table of amounts.
struct TableRow {
  /// What its label says; nothing where a body or a project is all that names it.
  var role = HeadRole()
  /// The leaf of the label.
  var label: Int?
  /// The code of the classification that is printed in it.
  var code: String?
  /// The leaf of the code.
  var codeLeaf: Int?
  /// Other rows have names, and this one has none.
  var lacksName = false
  /// The other rows have codes, and this one's was lost.
  var lacksCode = false
  /// Items of the classifications that it names, each by the dimension it is told under: a code, or the
  /// printed name where no code is known.
  var items: [String: String] = [:]
  /// A body names it, its own or another.
  var isOfBody = false
  /// The body that it is about, where the table tells bodies apart.
  var entity: String?
  /// The project that it is about.
  var project: String?
  /// What its amounts are printed in, where a column of units says it.
  var unit: Unit?
  /// Which half of a table with two sides it stands in.
  var side: Statement.Side?
  /// The balance that the row above it opened: the funds listed under it are its parts.
  var balance: String?

  /// It names an item of a classification.
  var isItem: Bool { !items.isEmpty }

  /// «合计» and nothing else.
  var isTotal: Bool {
    role.isTotal && role.found == nil && role.function == nil && items.isEmpty && project == nil
  }
}

/// What a column of texts names the rows by.
enum RowNaming {
  /// Labels that say themselves what they are.
  case label
  /// Items of some classification («科目名称»).
  case item
  /// Items of the functional classification.
  case functional
  /// Items of the departments' economic classification.
  case economic
  /// Items of the government's economic classification.
  case governmentEconomic
  /// Public bodies.
  case body
  case project

  /// The dimension that its items are told under.
  var dimension: String? {
    switch self {
    case .functional: "function"
    case .economic: "economic"
    case .governmentEconomic: "government_economic"
    case .label, .item, .body, .project: nil
    }
  }
}

/// A code and a name in one cell: «2010301-行政运行», «[30201]办公费», «205 教育支出».
struct CodedName {
  /// The digits.
  var code: String
  /// Where the name stands.
  var name: Range<Int>

  /// Reads a cell; nil where it does not begin with a code of a classification and go on with a name.
  init?(_ cell: Range<Int>, of text: [UInt8]) {
    var index = cell.lowerBound
    while index < cell.upperBound, Self.marks.contains(text[index]) { index += 1 }
    let start = index
    while index < cell.upperBound, (0x30...0x39).contains(text[index]) { index += 1 }
    guard Self.lengths.contains(index - start), text[start] != 0x30 else { return nil }
    code = String(decoding: text[start..<index], as: UTF8.self)
    while index < cell.upperBound, Self.marks.contains(text[index]) { index += 1 }
    // A name begins with a character of its own, beyond ASCII.
    guard index < cell.upperBound, text[index] >= 0x80 else { return nil }
    name = index..<cell.upperBound
  }

  /// Brackets, dashes and blanks around a code.
  private static let marks = Set("[]()- :.".utf8)
  /// Class, category, item; bodies and local items have more digits.
  private static let lengths: Set = [3, 5, 6, 7, 9]
}
