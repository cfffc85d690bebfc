/// One figure of the report with its meaning and its place.
package struct Fact: Sendable, Equatable {
  /// `f1`, `f2` … in source order.
  package var id: String
  /// A concept id of the taxonomy: `income.total`.
  package var concept: String
  package var aspect: Aspect
  /// Sorted by name when emitted: `fund`, `function`, `economic`, `vehicle_use`, `entity`, `year`.
  package var dimensions: [String: String]
  package var value: Amount
  package var unit: Unit
  /// The label as printed (or the label path of a functional item).
  package var label: String
  /// The reason that the report gives for a change, as printed.
  package var reason: String?
  package var source: SourceReference
  /// The rule that took the figure.
  package var rule: RuleReference
  /// The code in `function` was found by name in a row of the classification that nobody has read off
  /// a published document.
  package var codeIsUnverified = false

  package init(
    id: String, concept: String, aspect: Aspect, dimensions: [String: String] = [:],
    value: Amount, unit: Unit, label: String, reason: String? = nil, source: SourceReference,
    rule: RuleReference
  ) {
    self.id = id
    self.concept = concept
    self.aspect = aspect
    self.dimensions = dimensions
    self.value = value
    self.unit = unit
    self.label = label
    self.reason = reason
    self.source = source
    self.rule = rule
  }

  /// The value in yuan for money, exact; nil for everything else.
  package var yuan: Amount? {
    guard let exponent = unit.yuanExponent else { return nil }
    return value.scaled(byPowerOfTen: exponent)
  }
}

/// Which side of a concept a figure tells (DESIGN.md §4).
package enum Aspect: String, Sendable, CaseIterable {
  case actual
  case initialBudget = "initial_budget"
  case annualBudget = "annual_budget"
  case priorYear = "prior_year"
  case change
  case changePercent = "change_percent"
  case budgetChange = "budget_change"
  case budgetChangePercent = "budget_change_percent"
  case sharePercent = "share_percent"
  case completionPercent = "completion_percent"
  case variancePercent = "variance_percent"
}

/// The unit a figure is printed in.
package enum Unit: String, Sendable, CaseIterable {
  case yuan = "CNY"
  case tenThousandYuan = "CNY_10K"
  case hundredMillionYuan = "CNY_100M"
  case percent, person
  case personTime = "person_time"
  case vehicle, batch, group, set, unit, division, table, project
  case squareMetre = "m2"

  /// Power of ten that leads to yuan; nil where the unit is not money.
  package var yuanExponent: Int? {
    switch self {
    case .yuan: 0
    case .tenThousandYuan: 4
    case .hundredMillionYuan: 8
    case .percent, .person, .personTime, .vehicle, .batch, .group, .set, .unit, .division, .table,
      .project, .squareMetre:
      nil
    }
  }
}

/// Where a text stands in the original.
package struct SourceReference: Sendable, Equatable {
  /// Index of the paragraph or table in reading order, from 0.
  package var block: Int
  /// Row and column of the cell's top-left corner, from 0; nil for a paragraph.
  package var row: Int?
  package var column: Int?
  /// Offsets in the paragraph's or cell's text, in Unicode code points, end exclusive.
  package var start: Int
  package var end: Int
  /// The text at that place, as it stands in the original.
  package var text: String
  /// The text with every line end as one line feed, whatever the file's own are.
  package var textWithLineFeeds: String {
    var text = text
    // The view's own search goes through an iterator.
    guard text.withUTF8({ $0.contains(0x0D) }) else { return text }
    var bytes: [UInt8] = []
    var afterReturn = false
    for byte in text.utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if !(byte == 0x0A && afterReturn) {
        bytes.append(byte)
      }
      afterReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }
  /// Plain text: the 1-based line on which it begins.
  package var line: Int?
  /// Plain text: its first byte in the file and the byte behind its last.
  package var bytes: Range<Int>?
  /// DOCX and HTML: the path of the paragraph or cell.
  package var path: String?
  /// PDF: the 1-based page.
  package var page: Int?
  /// PDF: left, top, right, bottom on the page in tenths of a point from its top-left corner.
  package var box: [Int]?
  /// XLSX: the sheet's name.
  package var sheet: String?
  /// XLSX: the cell's address («B12»).
  package var cell: String?

  package init(
    block: Int, row: Int? = nil, column: Int? = nil, start: Int, end: Int, text: String,
    line: Int? = nil, bytes: Range<Int>? = nil, path: String? = nil
  ) {
    self.block = block
    self.row = row
    self.column = column
    self.start = start
    self.end = end
    self.text = text
    self.line = line
    self.bytes = bytes
    self.path = path
  }
}
