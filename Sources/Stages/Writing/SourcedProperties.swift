internal import ReportModel

/// A member of a record whose value stands in the original, with the place where it stands: the one is
/// written as a member, the other below `sources`.
struct SourcedProperty<Record>: Sendable {
  var property: Property<Record>
  var source: @Sendable (Record) -> SourceReference?

  /// A printed text.
  static func field(
    _ name: String, _ description: String,
    _ value: @escaping @Sendable (Record) -> PerformanceEvaluation.Field?
  ) -> SourcedProperty {
    SourcedProperty(property: .nullable(name, description, .string) { value($0)?.text }) {
      value($0)?.source
    }
  }

  /// A printed number; null where a dash or words were printed, which `sources` then quotes.
  static func figure(
    _ name: String, _ description: String,
    _ value: @escaping @Sendable (Record) -> PerformanceEvaluation.Figure?
  ) -> SourcedProperty {
    SourcedProperty(property: .nullable(name, description, .amount) { value($0)?.value }) {
      value($0)?.source
    }
  }

  /// A target or a result.
  static func measure(
    _ name: String, _ description: String,
    _ value: @escaping @Sendable (Record) -> PerformanceEvaluation.Measure?
  ) -> SourcedProperty {
    SourcedProperty(property: .nullable(name, description, .measure) { value($0) }) {
      value($0)?.source
    }
  }
}

extension Property {
  /// The member `sources`: of each member that was printed, its place.
  static func sources(of record: String, _ members: [SourcedProperty<Record>]) -> Property {
    Property(
      "sources", "Of each member that was printed, its place.",
      .record(
        record + "Sources", "The places of a record's members, by their names.",
        members.map { member in
          .omissible(member.property.name, member.property.description, .source) {
            member.source($0)
          }
        })
    ) { $0 }
  }
}

extension Shape where Value == PerformanceEvaluation.Measure {
  /// «>=95%» taken apart.
  static var measure: Shape<PerformanceEvaluation.Measure> {
    .record(
      "measure", "A target or result as printed and taken apart.", oneLine: true,
      [
        Property("text", "As printed.", .string) { $0.text },
        .nullable(
          "comparator", "One of =, >=, <=, >, <; null where none is printed.", .string
        ) {
          $0.comparator
        },
        .nullable("value", "The number; null where there is none.", .amount) { $0.value },
        .nullable("unit", "The unit as printed; null where there is none.", .string) {
          $0.unit
        },
      ])
  }
}
