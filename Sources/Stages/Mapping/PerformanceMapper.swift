import DocumentModel
import MappingModel
import PlaceModel
import ReportModel
import ValueModel

/// Gives the cells of a performance table their canonical field names.
struct PerformanceMapper {
  let rule: PerformanceRule

  func evaluation(
    _ table: PerformanceTable, context: inout MappingContext
  ) -> PerformanceEvaluation {
    var result = PerformanceEvaluation(scope: table.scope, source: place(table, &context))
    result.unit = table.unit?.unit
    for field in table.fields {
      switch rule.fields[Self.key(field.label)] {
      // «单位名称» beside «项目名称» is who carries the project out.
      case .name where result.name != nil: result.implementingUnit = text(field.leaf, &context)
      case .name: result.name = text(field.leaf, &context)
      case .supervisingDepartment: result.supervisingDepartment = text(field.leaf, &context)
      case .implementingUnit: result.implementingUnit = text(field.leaf, &context)
      case nil: break
      }
    }
    // Targets have one amount each, without a head: what is planned.
    let fundFields =
      table.funds.columns == ["", ""]
      ? [nil, .initialBudget]
      : Self.single(table.funds.columns.map { rule.fundColumns[Self.key($0)] })
    result.funds = table.funds.rows.compactMap { fundRow($0, fundFields, &context) }
    result.goals = table.goals.map { goal in
      .init(
        expected: goal.expected.flatMap { text($0, &context) },
        actual: goal.actual.flatMap { text($0, &context) })
    }
    let fields = table.indicators.columns.map { rule.indicatorColumns[Self.key($0)] }
    result.indicators = table.indicators.rows.map { indicator($0, fields, &context) }
    result.total = table.total.map { total($0, fields, &context) }
    noteRest(of: table, &context)
    return result
  }

  // MARK: Rows

  /// The fields without those that two columns would fill: of these nobody can tell which is meant.
  private static func single(
    _ fields: [PerformanceEvaluation.FundField?]
  ) -> [PerformanceEvaluation.FundField?] {
    fields.map { field in fields.count { $0 == field } == 1 ? field : nil }
  }

  private func fundRow(
    _ cells: [PerformanceTable.CellValue?], _ fields: [PerformanceEvaluation.FundField?],
    _ context: inout MappingContext
  ) -> PerformanceEvaluation.FundRow? {
    guard let head = cells.first.flatMap({ $0 }), let label = text(head.leaf, &context) else {
      return nil
    }
    var row = PerformanceEvaluation.FundRow(
      id: rule.fundRows[Self.key(context.normalized.string(ofLeaf: head.leaf))], label: label)
    for (field, cell) in zip(fields, cells).dropFirst() {
      guard let cell, let field else { continue }
      row.figures[field] = figure(cell.leaf, &context)
    }
    return row
  }

  private func indicator(
    _ cells: [PerformanceTable.CellValue?], _ fields: [PerformanceEvaluation.IndicatorField?],
    _ context: inout MappingContext
  ) -> PerformanceEvaluation.Indicator {
    var indicator = PerformanceEvaluation.Indicator()
    var comparator: Int?
    var unit: Int?
    for (field, cell) in zip(fields, cells) {
      guard let leaf = cell?.leaf else { continue }
      switch field {
      case .level1: indicator.level1 = text(leaf, &context)
      case .level2: indicator.level2 = text(leaf, &context)
      case .level3: indicator.level3 = text(leaf, &context)
      case .weight: indicator.weight = figure(leaf, &context)
      case .target: indicator.target = measure(leaf, &context)
      case .actual: indicator.actual = measure(leaf, &context)
      case .completionRate: indicator.completionRate = figure(leaf, &context)
      case .score: indicator.score = figure(leaf, &context)
      case .basis: indicator.basis = text(leaf, &context)
      case .priorYear: indicator.priorYear = measure(leaf, &context)
      case .scoringRule: indicator.scoringRule = text(leaf, &context)
      case .evidence: indicator.evidence = text(leaf, &context)
      case .deviation: indicator.deviation = text(leaf, &context)
      case .comparator: comparator = leaf
      case .unit: unit = leaf
      case nil: break
      }
    }
    if indicator.target?.value != nil {
      if let comparator, indicator.target?.comparator == nil {
        indicator.target?.comparator = Self.comparator(
          context.normalized.text[context.normalized.ranges[comparator]])
      }
      if let unit, indicator.target?.unit == nil, let text = text(unit, &context)?.text {
        indicator.target?.unit = text
      }
    }
    return indicator
  }

  /// A cell that holds a comparator and nothing else.
  private static func comparator(_ text: ArraySlice<UInt8>) -> String? {
    comparators.first { text.elementsEqual($0.utf8) }
  }

  private static let comparators = [">=", "<=", "=", ">", "<"]

  private func total(
    _ cells: [PerformanceTable.CellValue?], _ fields: [PerformanceEvaluation.IndicatorField?],
    _ context: inout MappingContext
  ) -> PerformanceEvaluation.Total {
    var total = PerformanceEvaluation.Total()
    for (field, cell) in zip(fields, cells) {
      guard let cell else { continue }
      switch field {
      case .weight: total.weight = figure(cell.leaf, &context)
      case .score: total.score = figure(cell.leaf, &context)
      default: break
      }
    }
    return total
  }

  // MARK: Cells

  private func text(
    _ leaf: Int, _ context: inout MappingContext
  ) -> PerformanceEvaluation.Field? {
    context.ledger.noteQuoted(leaf)
    guard let range = Self.printedRange(leaf, of: context.normalized.document) else { return nil }
    let source = context.resolver.reference(in: leaf, range: range)
    return .init(text: source.textWithLineFeeds, source: source)
  }

  private func figure(
    _ leaf: Int, _ context: inout MappingContext
  ) -> PerformanceEvaluation.Figure? {
    guard let range = Self.printedRange(leaf, of: context.normalized.document) else { return nil }
    context.ledger.noteField(leaf)
    let source = context.resolver.reference(in: leaf, range: range)
    var text = context.normalized.text[context.normalized.ranges[leaf]]
    for suffix in Self.scoreUnits where text.suffix(suffix.count).elementsEqual(suffix) {
      text = text.dropLast(suffix.count)
    }
    return .init(value: Amount(parsing: text), text: source.textWithLineFeeds, source: source)
  }

  /// What may stand behind a score or a rate.
  private static let scoreUnits: [[UInt8]] = ["%", "分"].map { Array($0.utf8) }

  private func measure(
    _ leaf: Int, _ context: inout MappingContext
  ) -> PerformanceEvaluation.Measure? {
    guard let range = Self.printedRange(leaf, of: context.normalized.document) else { return nil }
    context.ledger.noteField(leaf)
    let source = context.resolver.reference(in: leaf, range: range)
    var measure = PerformanceEvaluation.Measure(text: source.textWithLineFeeds, source: source)
    var text = context.normalized.text[context.normalized.ranges[leaf]]
    for comparator in Self.comparators where text.starts(with: comparator.utf8) {
      measure.comparator = comparator
      text = text.dropFirst(comparator.utf8.count)
      break
    }
    let digits = text.prefix { byte in
      (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
        || byte == UInt8(ascii: "-")
    }
    let unit = String(decoding: text.dropFirst(digits.count), as: UTF8.self)
    guard let value = Amount(parsing: digits), !Self.isDate(value, unit),
      !FigureScanner(text: context.normalized.text).isIllegible(
        digits.indices, limit: text.endIndex)
    else { return measure }
    // «7个县市», «10次以上»: a measure word is short; longer words make it a sentence.
    guard unit.unicodeScalars.count <= 8, !unit.utf8.contains(where: { (0x30...0x39).contains($0) })
    else { return measure }
    measure.value = value
    measure.unit = unit.isEmpty ? nil : unit
    return measure
  }

  private static func isDate(_ value: Amount, _ unit: String) -> Bool {
    if unit.utf8.starts(with: "月".utf8) || unit.utf8.starts(with: "日".utf8) { return true }
    return unit.utf8.starts(with: "年".utf8) && (1900...2100).contains(value.unscaled)
      && value.scale == 0
  }

  /// The cell's text without the white space around it; nil for an empty cell.
  private static func printedRange(_ leaf: Int, of document: Document) -> Range<Int>? {
    var range = document.leaves[leaf].range
    while let space = leadingSpace(document.text[range]) {
      range = range.lowerBound + space..<range.upperBound
    }
    while let space = trailingSpace(document.text[range]) {
      range = range.lowerBound..<range.upperBound - space
    }
    return range.isEmpty ? nil : range
  }

  /// ASCII white space, no-break space and ideographic space, as UTF-8.
  private static let spaces: [[UInt8]] =
    [[0x20]] + (0x09...0x0D).map { [$0] } + [[0xC2, 0xA0], [0xE3, 0x80, 0x80]]

  private static func leadingSpace(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first, first <= 0x20 || first == 0xC2 || first == 0xE3 else {
      return nil
    }
    return spaces.first { text.starts(with: $0) }?.count
  }

  private static func trailingSpace(_ text: ArraySlice<UInt8>) -> Int? {
    guard let last = text.last, last <= 0x20 || last == 0xA0 || last == 0x80 else { return nil }
    return spaces.first { text.suffix($0.count).elementsEqual($0) }?.count
  }

  /// Figures in heads and titles are part of their texts; an amount that became no field stays open.
  private func noteRest(of table: PerformanceTable, _ context: inout MappingContext) {
    guard case .table(let grid) = context.normalized.document.blocks[table.block].content else {
      return
    }
    let fields = Set(table.fields.map(\.leaf))
    for cell in grid.cells where !context.ledger.isUsed(cell.leaf) {
      let text = context.normalized.text[context.normalized.ranges[cell.leaf]]
      if !PrintedAmounts.stand(in: text, ofField: fields.contains(cell.leaf)) {
        context.ledger.noteQuoted(cell.leaf)
      }
    }
  }

  private func place(
    _ table: PerformanceTable, _ context: inout MappingContext
  ) -> SourceReference {
    guard case .table(let grid) = context.normalized.document.blocks[table.block].content,
      let first = grid.cells.first
    else { return SourceReference(block: table.block, start: 0, end: 0, text: "") }
    var place = context.resolver.reference(toLeaf: first.leaf)
    place.row = first.row
    return place
  }

  /// A head's matching key: without marks and without what stands in a trailing bracket
  /// («执行率(B/A)» is 执行率).
  static func key(_ label: String) -> String {
    var bytes = Array(label.utf8)
    if bytes.last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "(")), open > 0
    {
      bytes.removeSubrange(open...)
    }
    bytes.removeAll {
      [UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: ","), 0x0A].contains($0)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
