import MappingModel
import ReportModel

extension MeasureParser {
  /// Makes the measures of the sentence doubtful that would be one quantity with several values.
  ///
  /// Nobody contradicts himself within one sentence: its words tell apart what the reading has not («账面数56辆,
  /// 实有12辆», figures of several bodies or projects in a row).
  mutating func doubtContradictions() {
    let start = min(sentenceStart, reading.measures.count)
    defer { sentenceStart = reading.measures.count }
    guard reading.measures.count > start + 1 else { return }
    var values: [Quantity: Set<Printed>] = [:]
    // Of measures that nothing had to be supplied for.
    var sure: [Quantity: Set<Printed>] = [:]
    for measure in reading.measures[start...] {
      values[Quantity(measure), default: []].insert(Printed(measure))
      if !isSupplied(measure) { sure[Quantity(measure), default: []].insert(Printed(measure)) }
    }
    guard values.values.contains(where: Self.contradict) else { return }
    let told = reading.measures[start...]
    reading.measures.removeSubrange(start...)
    for measure in told {
      // «支出5万元(本年支出4万元)»: the one that only convention names is something else.
      let rivals = (isSupplied(measure) ? values : sure)[Quantity(measure)] ?? []
      if Self.contradict(rivals) {
        reading.doubtful.append(Doubt(contradicted: measure))
      } else {
        reading.measures.append(measure)
      }
    }
  }

  /// What a bare «支出» means by convention, and what is told of one fund where the concept has no place for it.
  private func isSupplied(_ measure: Measure) -> Bool {
    if measure.fund != nil, Quantity(measure).fund == nil { return true }
    guard case .noun(let noun) = measure.subject else { return false }
    return finder.isBareSide(noun)
  }

  /// Two values in one unit that are not the same at the coarser of their last places.
  private static func contradict(_ values: Set<Printed>) -> Bool {
    guard values.count > 1, let first = values.first else { return false }
    return values.contains { $0.unit == first.unit && !ChangeProof.agree($0.value, first.value) }
  }

  private struct Printed: Hashable {
    let value: Amount
    let unit: Unit

    init(_ measure: Measure) {
      value = measure.value
      unit = measure.unit
    }
  }

  /// What a measure is of.
  private struct Quantity: Hashable {
    let concept: String
    let dimensions: [String: String]
    let item: String
    let fund: String?
    let aspect: Aspect
    let year: Int?
    let entity: String?

    init(_ measure: Measure) {
      concept = measure.found.concept.id
      dimensions = measure.found.dimensions
      if case .function(let name) = measure.subject { item = name.path } else { item = "" }
      fund = FundOfFact.fund(of: measure.found, own: measure.fund, scope: nil)
      aspect = measure.aspect
      year = measure.year
      entity = measure.entity
    }
  }
}

extension Doubt {
  /// A measure that another one of its sentence contradicts.
  fileprivate init(contradicted measure: Measure) {
    var dimensions = measure.found.dimensions
    dimensions["fund"] = measure.fund
    self.init(
      reason: .contradicted, value: measure.value, unit: measure.unit, range: measure.range,
      label: measure.label,
      readings: [
        DoubtfulReading(
          concept: measure.found.concept.id, aspect: measure.aspect, dimensions: dimensions)
      ])
  }
}
