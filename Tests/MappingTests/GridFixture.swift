import DocumentModel
import Mapping
import MappingModel
import ReportModel
import ValueModel

/// What the mapping makes of a table that a test writes down: rows of lines, cells between bars, in
/// matching form; «<» widens the cell to its left, «^» goes on with the one above.
struct GridFixture {
  /// The statement's title, which stands above the table.
  var title: String
  /// What the caption says the amounts are in; nil where it says nothing.
  var unit: String? = "万元"
  var rows: [[String]]

  private static let mapper = ReportMapper(mapping: Fixture.mappings)

  init(title: String, unit: String? = "万元", _ grid: String) {
    self.title = title
    self.unit = unit
    rows = grid.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
    }
  }

  /// What came of the figures.
  var outcome: [String] { report.outcome }

  /// The columns of the statement's record and how many values each has.
  var columns: [String] {
    report.statements.flatMap { statement in
      statement.columns.map { column in
        "\(column.id) \(statement.rows.count { $0.values[column.id] != nil })"
      }
    }
  }

  var report: Report {
    var builder = Builder()
    let name = builder.paragraph("云岭县交通局2024年度部门决算")
    let heading = builder.paragraph("决算报表")
    let caption = builder.paragraph(title)
    let table = builder.table(rows)
    var logical = table.logical
    logical.captions = [caption]
    logical.title = caption
    logical.titleText = title
    logical.unit = unit.flatMap { MoneyWord($0) }
    let segmented = SegmentedReport(
      title: ReportTitle(
        leaf: name, text: "云岭县交通局2024年度部门决算", institution: "云岭县交通局", fiscalYear: 2024,
        kind: .departmentFinalAccounts),
      sections: [
        Section(
          parent: nil, level: 2, headingLeaf: heading, ordinal: "一、", heading: "决算报表",
          items: [.paragraph(leaf: caption, start: 0), .table(block: table.block)])
      ], tables: [logical])
    return Self.mapper.map(
      segmented, in: builder.normalized,
      file: SourceFile(
        file: "a.txt", format: .txt, encoding: "UTF-8", sha256: "0123456789abcdef00", bytes: 1,
        pages: nil))
  }

  /// A document whose matching form is its text.
  private struct Builder {
    var document = Document(format: .txt, sourceMap: TextSourceMap(markLength: 0))

    var normalized: NormalizedDocument {
      NormalizedDocument(
        document: document, text: document.text, ranges: document.leaves.map(\.range),
        edits: EditList())
    }

    mutating func leaf(_ text: String) -> Int {
      if !document.leaves.isEmpty { document.text.append(0x0A) }
      let start = document.text.count
      document.text += Array(text.utf8)
      document.leaves.append(
        Leaf(
          range: start..<document.text.count,
          locator: .text(line: document.leaves.count + 1, offset: start)))
      return document.leaves.count - 1
    }

    mutating func paragraph(_ text: String) -> Int {
      let leaf = leaf(text)
      document.blocks.append(Block(.paragraph(Paragraph(leaf: leaf))))
      return leaf
    }

    mutating func table(_ rows: [[String]]) -> (block: Int, logical: LogicalTable) {
      let width = rows.map(\.count).max() ?? 0
      var owners: [Int] = []
      var cells: [Cell] = []
      for (row, texts) in rows.enumerated() {
        for column in 0..<width {
          let text = column < texts.count ? texts[column] : ""
          switch text {
          case "<": owners.append(owners[owners.count - 1])
          case "^": owners.append(owners[owners.count - width])
          default:
            owners.append(cells.count)
            cells.append(Cell(row: row, column: column, leaf: leaf(text)))
          }
          let owner = owners[owners.count - 1]
          cells[owner].rowSpan = row - cells[owner].row + 1
          cells[owner].columnSpan = max(
            cells[owner].columnSpan, column - cells[owner].column + 1)
        }
      }
      document.blocks.append(
        Block(.table(Table(rows: rows.count, columns: width, cells: cells))))
      let block = document.blocks.count - 1
      let logical = LogicalTable(
        blocks: [block], rows: rows.count, columns: width, leaves: owners.map { cells[$0].leaf },
        isOrigin: owners.enumerated().map { place, owner in
          cells[owner].row == place / width && cells[owner].column == place % width
        },
        spans: owners.map { cells[$0].columnSpan })
      return (block, logical)
    }
  }
}

extension Report {
  /// What came of the figures: facts as lines, then what is open or left with its reason.
  var outcome: [String] {
    facts.map(\.line)
      + doubtful.map { "doubtful \($0.source.text): \($0.reason.rawValue)" }
      + unmapped.map { "unmapped \($0.text): \($0.reason.rawValue)" }
  }
}
