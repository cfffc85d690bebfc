package import Files
internal import ReportModel
internal import ValueModel

/// An output of convert as it is read back, with typed views over its JSON.
///
/// Nothing is decoded before it is asked for, and numbers keep the digits that were written. Views are
/// lenient: a member that convert always writes and that is not there all the same reads as an empty
/// text or list.
package struct Output: Sendable {
  /// The whole document.
  package let root: OutputNode
  /// Its bytes and what stands where in them.
  package let json: OutputText

  /// - Throws: where this is no JSON, or no `juesuan-report` of this program's version.
  package init(_ bytes: consuming [UInt8]) throws(OutputError) {
    json = try OutputText(bytes)
    root = OutputNode(rootOf: json)
    guard let schema = root["schema"]?.text else { throw .notCanonical }
    guard schema == Report.schema else {
      let family = Report.schema.prefix { $0 != "/" }
      throw schema.hasPrefix(family + "/") ? .otherSchema(schema) : .notCanonical
    }
  }

  /// Reads a file.
  ///
  /// - Throws: where it cannot be read or is no output of this version.
  package init(path: String) throws(FileError) {
    let bytes = try InputFile.read(path)
    do {
      try self.init(bytes)
    } catch {
      if case .otherSchema = error { throw FileError(error) }
      // Whatever else is wrong with it, people are told what it should be.
      throw FileError(OutputError.notCanonical)
    }
  }
}

extension Output {
  /// Which report it is and what it was read from.
  package var identity: Identity { Identity(root["report"]) }
  /// What the body does.
  package var functions: [Function] {
    (root["overview"]?["functions"]?.elements ?? []).map(Function.init)
  }
  /// How the body is divided.
  package var divisions: [Division] {
    (root["overview"]?["divisions"]?.elements ?? []).map(Division.init)
  }
  /// Figures with a meaning, in the order of the source.
  package var facts: [Fact] { list("facts").map(Fact.init) }
  /// The official statements.
  package var statements: [Statement] { list("statements").map(Statement.init) }
  /// Performance self-evaluation tables.
  package var performance: [Evaluation] { list("performance").map(Evaluation.init) }
  /// Terms with their definitions.
  package var glossary: [Term] { list("glossary").map(Term.init) }
  /// What the checks found.
  package var checks: [Check] {
    list("checks").enumerated().map { Check($0.element, index: $0.offset) }
  }
  /// Values that are likely misprinted, the likeliest first.
  package var suspects: [Suspect] { list("suspects").map(Suspect.init) }
  /// What a careful reader would remark on its texts; none in outputs from before there were any.
  package var remarks: [Remark] {
    list("remarks").enumerated().map { Remark($0.element, index: $0.offset) }
  }
  /// Figures of which a part of the meaning is open.
  package var doubtful: [DoubtfulFigure] { list("doubtful").map(DoubtfulFigure.init) }
  /// Figures that no rule took.
  package var unmapped: [UnmappedFigure] {
    list("unmapped").enumerated().map { UnmappedFigure($0.element, index: $0.offset) }
  }
  /// What became of the figures of the source.
  package var coverage: Coverage { Coverage(root["coverage"]) }
  /// What was noticed on the way, in words.
  package var notes: [String] { list("notes").map { $0.words("message") } }
  /// False where most of its figures are doubtful.
  package var isUnderstood: Bool {
    !list("notes").contains { $0.words("code") == NoticeCode.layoutNotUnderstood.rawValue }
  }

  private func list(_ name: String) -> [OutputNode] { root[name]?.elements ?? [] }
}

extension OutputNode {
  /// The text of a member; empty where there is none.
  func words(_ name: String) -> String { self[name]?.text ?? "" }

  /// The place that a member tells.
  func place(_ name: String) -> Output.Place? { self[name].flatMap(Output.Place.init) }
}

extension Output {
  /// The name that the record of a field bears, by the steps of the field's pointer; nil where none
  /// of the records on the way has one.
  package func recordName(at steps: [String]) -> String? {
    var node = root
    var name: String?
    for step in steps {
      guard let next = node.step(step) else { break }
      node = next
      name = ["level3", "label", "name"].lazy.compactMap { node[$0]?.text }.first ?? name
    }
    return name
  }
}
