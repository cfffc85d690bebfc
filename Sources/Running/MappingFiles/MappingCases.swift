import MappingModel

/// One test case of a mapping: a text, and the facts that it must give.
package struct MappingCase: Sendable {
  package var file: String
  package var line: Int?
  package var layout: String
  package var name: String
  /// The section that the text stands in; `text` for none.
  package var section: String
  package var fiscalYear: Int
  package var paragraphs: [String]
  /// «concept aspect value unit dimension=value …», each in the order of the output.
  package var facts: [String]
  /// Figures whose meaning must stay open: «value reason», each in the order of the output.
  package var doubtful: [String]
  /// Figures that no rule may take.
  package var unmapped: [String]
}

extension MappingCase {
  /// Reads the cases of a file, strictly.
  package static func read(_ path: String) throws(MappingError) -> [MappingCase] {
    try read(MappingFolder.yaml(at: path), of: path)
  }

  /// The cases of `tests/*.yaml`; none where there is no such folder.
  package static func all(in folder: MappingFolder) throws(MappingError) -> [MappingCase] {
    guard folder.has("tests") else { return [] }
    var cases: [MappingCase] = []
    for name in try folder.yamlFiles(in: "tests") {
      cases += try read(try folder.yaml(name), of: folder.path(of: name))
    }
    return cases
  }

  private static func read(
    _ root: StrictNode, of path: String
  ) throws(MappingError) -> [MappingCase] {
    let fields = try root.fields(["version", "layout", "cases"])
    guard let version = fields["version"], try version.text() == "1" else {
      throw root.error("«version: 1» is missing; it says which form of file this is")
    }
    guard let layout = fields["layout"], let cases = fields["cases"] else {
      throw root.error("a file of cases needs «layout: ID» and «cases: […]»")
    }
    var result: [MappingCase] = []
    for node in try cases.list() {
      let fields = try node.fields([
        "name", "section", "year", "text", "facts", "doubtful", "unmapped",
      ])
      guard let name = fields["name"], let text = fields["text"] else {
        throw node.error("a case needs «name» and «text»")
      }
      guard let year = Int(try fields["year"]?.text() ?? "2023") else {
        throw node.error("«year» is a number")
      }
      result.append(
        MappingCase(
          file: path, line: node.line, layout: try layout.text(), name: try name.text(),
          section: try fields["section"]?.text() ?? "text", fiscalYear: year,
          paragraphs: try text.texts(), facts: try fields["facts"]?.list().map(Self.text) ?? [],
          doubtful: try fields["doubtful"]?.list().map(Self.text) ?? [],
          unmapped: try fields["unmapped"]?.list().map(Self.text) ?? []))
    }
    return result
  }

  private static func text(_ node: StrictNode) throws(MappingError) -> String { try node.text() }
}
