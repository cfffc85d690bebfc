internal import ReportModel
internal import ValueModel

extension Shape where Value == Overview {
  /// Functions and divisions.
  static var overview: Shape<Overview> {
    .record(
      "overview", "What the body does and how it is divided.",
      [
        .list("functions", "主要职能, in their order.", .function) { $0.functions },
        .list("divisions", "内设机构, in their order.", .division) { $0.divisions },
      ])
  }
}

extension Shape where Value == Overview.Function {
  /// One function of the body.
  static var function: Shape<Overview.Function> {
    .record(
      "function", "One of the main functions.",
      [
        Property("number", "Its number, from 1.", .count) { $0.number },
        Property("text", "Its text without the number.", .string) { $0.text },
        Property("source", "Its place.", .source) { $0.source },
      ])
  }
}

extension Shape where Value == Overview.Division {
  /// One division of the body.
  static var division: Shape<Overview.Division> {
    .record(
      "division", "One internal division.",
      [
        Property("name", "Its name.", .string) { $0.name },
        Property("source", "Its place.", .source) { $0.source },
      ])
  }
}

extension Shape where Value == GlossaryEntry {
  /// A term and its meaning.
  static var glossaryEntry: Shape<GlossaryEntry> {
    .record(
      "glossaryEntry", "A term and what the report says it means.",
      [
        Property("term", "The term.", .string) { $0.term },
        Property("definition", "What it means.", .string) { $0.definition },
        Property("source", "The place of the definition.", .source) { $0.source },
      ])
  }
}

extension Shape where Value == UnmappedFigure {
  /// A figure that no rule took.
  static var unmapped: Shape<UnmappedFigure> {
    .record(
      "unmappedFigure", "A figure that no rule took.",
      [
        Property("text", "The figure printed.", .string) { $0.text },
        Property("kind", "What was not taken.", .enumeration(["figure"])) { _ in "figure" },
        Property("reason", "Why no rule took it.", .string) { $0.reason.rawValue },
        Property("source", "Its place.", .source) { $0.source },
      ])
  }
}

extension Shape where Value == Coverage {
  /// What became of the figures.
  static var coverage: Shape<Coverage> {
    .record(
      "coverage", "How many Arabic figures of the body were taken.", oneLine: true,
      [
        Property("figures", "All of them: the sum of the other four.", .count) { $0.figures },
        Property("mapped", "Those that became facts or members of records.", .count) { $0.mapped },
        Property("explained", "Dates, ordinals and those within quoted texts.", .count) {
          $0.explained
        },
        Property("doubtful", "Those of which a part of the meaning is open.", .count) {
          $0.doubtful
        },
        Property("unmapped", "Those that no rule took.", .count) { $0.unmapped },
      ])
  }
}

extension Shape where Value == Note {
  /// Something noticed.
  static var note: Shape<Note> {
    .record(
      "note", "Something noticed on the way.", oneLine: true,
      [
        Property("severity", "How grave it is.", .rawValue) {
          $0.severity
        },
        Property("code", "Stable, for machines.", .string) { $0.code.rawValue },
        Property("message", "For people.", .string) { $0.message },
      ])
  }
}
