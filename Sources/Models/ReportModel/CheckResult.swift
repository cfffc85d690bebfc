/// The outcome of one accounting relation asked of one set of figures. A check reports; it never
/// corrects a figure.
package struct CheckResult: Sendable, Equatable {
  /// The id of the rule.
  package var id: String
  /// Whether the relation holds.
  package var status: CheckStatus
  /// How much it matters where it does not.
  package var severity: CheckSeverity
  /// What the other figures give, in the unit of `actual`; nil where nothing was computed.
  package var expected: Amount?
  /// The printed value that was asked.
  package var actual: Amount?
  /// `actual` less `expected`.
  package var difference: Amount?
  /// How far rounding alone can set the two apart.
  package var tolerance: Amount?
  /// Ids of the facts taken, the one that was asked first.
  package var facts: [String]
  /// JSON pointers of the record fields taken, the one that was asked first.
  package var records: [String]
  /// In words, both figures with their places, the relation and the difference; nil where it holds.
  package var message: Message?

  /// A result; what is left out was not computed.
  package init(
    id: String, status: CheckStatus, severity: CheckSeverity, expected: Amount? = nil,
    actual: Amount? = nil, difference: Amount? = nil, tolerance: Amount? = nil,
    facts: [String] = [], records: [String] = [], message: Message? = nil
  ) {
    self.id = id
    self.status = status
    self.severity = severity
    self.expected = expected
    self.actual = actual
    self.difference = difference
    self.tolerance = tolerance
    self.facts = facts
    self.records = records
    self.message = message
  }

  /// A text for people in both languages.
  package struct Message: Sendable, Equatable {
    /// In Chinese.
    package var zh: String
    /// In English.
    package var en: String
    /// One text in both languages.
    package init(zh: String, en: String) {
      self.zh = zh
      self.en = en
    }
  }
}

/// What came of asking a relation; the raw value is what the output says.
package enum CheckStatus: String, Sendable, CaseIterable {
  case pass
  /// Rounding of the printed figures alone can explain the difference.
  case rounding
  case fail
  /// It could not be asked; the message says why.
  case notApplicable = "not_applicable"
}

/// How much a relation matters; the raw value is what the output says.
package enum CheckSeverity: String, Sendable, CaseIterable {
  case error, warning, info
}

/// A printed value that, changed in one plausible way, would make failed relations hold.
package struct Suspect: Sendable, Equatable {
  /// A fact's id, or the JSON pointer of a record's field.
  package var figure: String
  /// The value printed.
  package var printed: Amount
  /// The value that would make them hold; it is never taken over.
  package var proposed: Amount
  /// What would have happened to it.
  package var slip: Slip
  /// Positions in the report's list of checks that would hold then, from 0.
  package var resolves: [Int]
  /// How many relations that hold now would not hold any more.
  package var breaks: Int

  /// A suspect with all it tells.
  package init(
    figure: String, printed: Amount, proposed: Amount, slip: Slip, resolves: [Int], breaks: Int
  ) {
    self.figure = figure
    self.printed = printed
    self.proposed = proposed
    self.slip = slip
    self.resolves = resolves
    self.breaks = breaks
  }

  /// How a value may have been misprinted; the raw value is what the output says.
  package enum Slip: String, Sendable, CaseIterable {
    case digitsSwapped = "digits_swapped"
    case digitDropped = "digit_dropped"
    case digitAdded = "digit_added"
    case digitChanged = "digit_changed"
    case sign
    /// 元 for 万元 and the like.
    case unit
    /// The decimal point stands elsewhere.
    case decimalPoint = "decimal_point"
    /// It stands in the place of its neighbour, and that in its.
    case exchanged
    /// It holds the value of its neighbour.
    case column = "shifted_column"
    /// None of these; the value that the relations ask for.
    case other
  }
}
