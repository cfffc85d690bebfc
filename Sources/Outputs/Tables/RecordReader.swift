internal import OutputReading

/// Walks a document once for each table.
struct RecordReader {
  /// The JSON, and behind it what was decoded or written again.
  var bytes: [UInt8]
  /// The report's id.
  private(set) var report = ReportRows.Cell.null
  /// The digest of the JSON.
  private(set) var digest = ReportRows.Cell.null
  /// Records from the document inwards, as positions on the tape.
  private(set) var records: [Int] = []
  /// Where the last member was found in each record: columns come in the order of members.
  var cursors: [Int] = []
  /// The position in each list that leads to the record.
  private(set) var indexes: [Int] = []
  /// The name under which the record stands.
  private(set) var name: Range<Int>?
  private var rows: [ReportRows.Cell] = []

  /// Reads an output whose JSON has this digest.
  init(_ output: Output, digest: String) {
    bytes = output.json.bytes
    // Room for places and texts that are written again.
    bytes.reserveCapacity(bytes.count * 2)
    self.digest = append { $0.append(contentsOf: digest.utf8) }
    let id = output.identity.id
    report = append { $0.append(contentsOf: id.utf8) }
  }

  /// The cells of a table, row by row.
  mutating func cells(
    of table: Table, _ tape: borrowing JSONTape
  ) throws(OutputError) -> [ReportRows.Cell] {
    rows = []
    try walk(table, 0, 0, tape)
    return rows
  }

  private mutating func enter(_ node: Int, _ tape: borrowing JSONTape) {
    records.append(node)
    cursors.append(node + 1)
  }

  private mutating func leave() {
    records.removeLast()
    cursors.removeLast()
  }

  /// Lists add a level; an object on the way to a list (`overview`) does not.
  private mutating func walk(
    _ table: Table, _ depth: Int, _ node: Int, _ tape: borrowing JSONTape
  ) throws(OutputError) {
    if depth == 0 {
      records = []
      cursors = []
      indexes = []
      name = nil
      enter(0, tape)
    }
    guard depth < table.path.count else { return try row(table, tape) }
    let step = table.path[depth].utf8Span.span
    guard let key = tape.key(step, in: node, from: node + 1, bytes) else {
      if depth == 0, table.mayBeAbsent { return }
      throw .member(pointer: pointer + "/" + table.path[depth], expected: "there")
    }
    let value = tape.nodes[key + 1]
    var child = key + 2
    switch value.kind {
    case .array:
      var index = 0
      while child < Int(value.next) {
        guard tape.nodes[child].kind == .object else {
          throw .member(pointer: pointer + "/\(table.path[depth])/\(index)", expected: "an object")
        }
        enter(child, tape)
        indexes.append(index)
        try walk(table, depth + 1, child, tape)
        indexes.removeLast()
        leave()
        index += 1
        child = Int(tape.nodes[child].next)
      }
    case .object where depth + 1 < table.path.count:
      try walk(table, depth + 1, key + 1, tape)
    case .object:
      while child < Int(value.next) {
        enter(child + 1, tape)
        name = Int(tape.nodes[child].start)..<Int(tape.nodes[child].end)
        if tape.nodes[child].kind == .escaped, let range = name {
          let mark = bytes.count
          JSONText.appendDecoded(range, of: &bytes)
          name = mark..<bytes.count
        }
        try walk(table, depth + 1, child + 1, tape)
        leave()
        child = Int(tape.nodes[child + 1].next)
      }
    case .null, .yes, .no, .number, .text, .escaped:
      throw .member(pointer: pointer + "/" + table.path[depth], expected: "a list")
    }
  }

  private var pointer: String { indexes.map { "/\($0)" }.joined() }

  private mutating func row(
    _ table: Table, _ tape: borrowing JSONTape
  ) throws(OutputError) {
    // By position: a column taken out of the list would be copied with all its texts.
    for position in table.columns.indices {
      let value = try cell(table.columns[position].value, table.columns[position].type, tape)
      guard let value, table.columns[position].isNullable || !value.isNull else {
        let column = table.columns[position]
        let list = table.path.isEmpty ? "" : "/" + table.path.joined(separator: "/")
        throw .member(
          pointer: "\(list)\(pointer): \(column.name)", expected: column.type.expectation)
      }
      rows.append(value)
    }
  }
}
