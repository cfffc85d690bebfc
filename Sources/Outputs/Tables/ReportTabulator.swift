package import OutputReading
internal import ReportModel

/// Reads canonical JSON into rows.
package enum ReportTabulator {
  /// The rows of one report; every value is checked against its column's type.
  ///
  /// The JSON is a `juesuan-report/1` as convert writes it; the digest is its SHA-256 in hexadecimal
  /// digits.
  package static func rows(
    of json: consuming [UInt8], digest: String
  ) throws(OutputError) -> ReportRows {
    do {
      _ = try UTF8Span(validating: json.span)
    } catch {
      throw .notJSON(offset: error.byteOffsets.lowerBound)
    }
    let tape = try JSONTape(json)
    let jsonCount = json.count
    var reader = RecordReader(bytes: json, digest: Array(digest.utf8))
    try reader.identify(tape)
    let tables = ReportTables.reportTables
    var cells: [[ReportRows.Cell]] = []
    cells.reserveCapacity(tables.count)
    for table in tables { cells.append(try reader.cells(of: table, tape)) }
    return ReportRows(
      reportID: reader.reportID, digest: digest, bytes: reader.bytes, jsonCount: jsonCount,
      cells: cells)
  }
}

/// Walks a document once for each table.
private struct RecordReader {
  var bytes: [UInt8]
  var reportID = ""
  private var report = ReportRows.Cell.null
  private var digest = ReportRows.Cell.null
  /// Records from the document inwards, as positions on the tape.
  private var records: [Int] = []
  /// Where the last member was found in each record: columns come in the order of members.
  private var cursors: [Int] = []
  private var indexes: [Int] = []
  private var name: Range<Int>?
  private var rows: [ReportRows.Cell] = []

  init(bytes: consuming [UInt8], digest: [UInt8]) {
    self.bytes = bytes
    // Room for places and texts that are written again.
    self.bytes.reserveCapacity(self.bytes.count * 2)
    self.digest = append { $0.append(contentsOf: digest) }
  }

  /// Whether this is a report, and which.
  mutating func identify(_ tape: borrowing JSONTape) throws(OutputError) {
    enter(0, tape)
    guard tape.nodes[0].kind == .object,
      let schema = Self.text(at: member("schema", of: 0, tape), tape, bytes)
    else { throw .notCanonical }
    guard schema == Report.schema else {
      throw schema.utf8.starts(with: "juesuan-report/".utf8) ? .otherSchema(schema) : .notCanonical
    }
    guard let node = member("report", of: 0, tape), tape.nodes[node].kind == .object,
      let id = Self.text(at: member("id", of: node, tape), tape, bytes), id.utf8.count == 16,
      id.utf8.allSatisfy({ JSONText.hexadecimal($0) != nil })
    else { throw .member(pointer: "/report/id", expected: "16 hexadecimal digits") }
    reportID = id
    report = append { $0.append(contentsOf: id.utf8) }
  }

  private func member(_ name: String, of node: Int, _ tape: borrowing JSONTape) -> Int? {
    Self.find(Array(name.utf8), in: node, from: node + 1, tape, bytes).map { $0 + 1 }
  }

  private static func text(
    at node: Int?, _ tape: borrowing JSONTape, _ bytes: [UInt8]
  ) -> String? {
    guard let node, tape.nodes[node].kind == .text else { return nil }
    return String(
      decoding: bytes[Int(tape.nodes[node].start)..<Int(tape.nodes[node].end)], as: UTF8.self)
  }

  mutating func cells(
    of table: Table, _ tape: borrowing JSONTape
  ) throws(OutputError) -> [ReportRows.Cell] {
    rows = []
    try walk(table, 0, 0, tape)
    return rows
  }

  // MARK: Records

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
    let step = Array(table.path[depth].utf8)
    guard let key = Self.find(step, in: node, from: node + 1, tape, bytes) else {
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

  // MARK: Values

  /// Nil where the value is of the wrong kind.
  private mutating func cell(
    _ source: borrowing Column.Value, _ type: ColumnType, _ tape: borrowing JSONTape
  ) throws(OutputError) -> ReportRows.Cell? {
    switch source {
    case .report: return report
    case .digest: return digest
    case .index(let level): return .integer(Int64(indexes[level - 1]))
    case .name: return name.map(Self.cell)
    case .member(let path): return value(at: node(path, tape), type, tape)
    case .either(let first, let second):
      var place = node(first, tape)
      if place == nil { place = node(second, tape) }
      return value(at: place, type, tape)
    case .underName(let path):
      guard let object = node(path, tape), let name else { return .null }
      let key = Self.find(Array(bytes[name]), in: object, from: object + 1, tape, bytes)
      return value(at: key.map { $0 + 1 }, type, tape)
    case .yuan(let path, let unit): return yuan(node(path, tape), node(unit, tape), tape)
    case .document, .given: return .null
    }
  }

  /// The node at a path; nil where a member on the way is missing or no object.
  private mutating func node(_ path: Column.Path, _ tape: borrowing JSONTape) -> Int? {
    let level = path.level ?? records.count - 1
    var node = records[level]
    for (depth, name) in path.names.enumerated() {
      guard tape.nodes[node].kind == .object else { return nil }
      let key: Int?
      if depth == 0 {
        // No `??` here: its right side would be a closure, and copy this struct for every value.
        var found = Self.find(name, in: node, from: cursors[level], tape, bytes)
        if found == nil { found = Self.find(name, in: node, from: node + 1, tape, bytes) }
        if let found { cursors[level] = found }
        key = found
      } else {
        key = Self.find(name, in: node, from: node + 1, tape, bytes)
      }
      guard let key else { return nil }
      node = key + 1
    }
    return node
  }

  /// The name of a member, from a name of the same object on.
  ///
  /// Static, as all that is called for every value: a method would be handed a copy of this struct.
  private static func find(
    _ name: [UInt8], in object: Int, from first: Int, _ tape: borrowing JSONTape,
    _ bytes: [UInt8]
  ) -> Int? {
    guard tape.nodes[object].kind == .object else { return nil }
    let end = Int(tape.nodes[object].next)
    var key = first
    while key < end {
      let start = Int(tape.nodes[key].start)
      if Int(tape.nodes[key].end) - start == name.count {
        var offset = 0
        while offset < name.count, bytes[start + offset] == name[offset] { offset += 1 }
        if offset == name.count { return key }
      }
      key = Int(tape.nodes[key + 1].next)
    }
    return nil
  }

  private mutating func value(
    at node: Int?, _ type: ColumnType, _ tape: borrowing JSONTape
  ) -> ReportRows.Cell? {
    guard let node else { return .null }
    let leaf = tape.nodes[node]
    let range = Int(leaf.start)..<Int(leaf.end)
    switch (leaf.kind, type) {
    case (.null, _): return .null
    case (.text, .text): return Self.cell(range)
    case (.escaped, .text): return append { JSONText.appendDecoded(range, of: &$0) }
    case (.number, .decimal): return Self.isPlain(range, bytes) ? Self.cell(range) : nil
    case (.number, .integer): return Self.integer(range, bytes).map { .integer($0) }
    case (.yes, .boolean): return .boolean(true)
    case (.no, .boolean): return .boolean(false)
    case (.array, .json), (.object, .json):
      return append { JSONText.appendCompact(range, of: &$0) }
    default: return nil
    }
  }

  private static func cell(_ range: Range<Int>) -> ReportRows.Cell {
    .bytes(start: Int32(range.lowerBound), end: Int32(range.upperBound))
  }

  private mutating func append(_ write: (inout [UInt8]) -> Void) -> ReportRows.Cell {
    let mark = bytes.count
    write(&bytes)
    return Self.cell(mark..<bytes.count)
  }

  /// A number without an exponent, as convert writes it.
  private static func isPlain(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    for index in range where bytes[index] | 0x20 == UInt8(ascii: "e") { return false }
    return true
  }

  private static func integer(_ range: Range<Int>, _ bytes: [UInt8]) -> Int64? {
    guard let amount = Amount(parsing: bytes[range]), amount.scale == 0 else { return nil }
    return amount.unscaled
  }

  private mutating func yuan(
    _ number: Int?, _ unit: Int?, _ tape: borrowing JSONTape
  ) -> ReportRows.Cell? {
    guard let number, let name = Self.text(at: unit, tape, bytes),
      let exponent = Unit(rawValue: name)?.yuanExponent
    else { return .null }
    let leaf = tape.nodes[number]
    guard leaf.kind == .number,
      let amount = Amount(parsing: bytes[Int(leaf.start)..<Int(leaf.end)])
    else { return .null }
    guard let yuan = amount.scaled(byPowerOfTen: exponent) else { return .null }
    return append { $0.append(contentsOf: yuan.description.utf8) }
  }
}

extension ColumnType {
  /// What a value of this type is, for an error message.
  fileprivate var expectation: String {
    switch self {
    case .text: "a text"
    case .integer: "a whole number"
    case .boolean: "true or false"
    case .decimal: "a decimal number"
    case .json: "a list or an object"
    }
  }
}
