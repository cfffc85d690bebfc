import MappingModel
import ReportModel

/// One layout file as written, before what it extends is added.
struct LayoutFile {
  var id: String
  var extends: String?
  var layout: Layout
  /// For messages about the file as a whole.
  var path: String

  /// What a layout file is read against.
  struct Context {
    var concepts: [String: Concept]
    /// By dimension, the values that it may have; a dimension that is not here may have any.
    var values: [String: Set<String>] = [:]
    /// Whether texts that hold for one report only are refused: it is the author who asks.
    var refusesSpecificTexts = false
  }

  /// A layout file; the first thing that is wrong in it is thrown.
  init(_ root: StrictNode, path: String, concepts: [String: Concept]) throws(MappingError) {
    var problems: [MappingError] = []
    self.init(root, path: path, context: Context(concepts: concepts), problems: &problems)
    if let first = problems.first { throw first }
  }

  /// A layout file without what is wrong in it, all of which is added to `problems`.
  init(
    _ root: StrictNode, path: String, context: Context, problems: inout [MappingError]
  ) {
    self.path = path
    id = ""
    layout = Layout(id: "")
    let slips = Slips()
    defer { problems += slips.all }
    slips.catching { () throws(MappingError) in
      let fields = try root.fields([
        "version", "layout", "extends", "recognize", "sections", "labels", "statements",
        "performance",
      ])
      guard let version = fields["version"], try version.text() == "1" else {
        throw root.error("«version: 1» is missing; it says which form of mapping file this is")
      }
      guard let id = fields["layout"] else { throw root.error("«layout: ID» is missing") }
      self.id = try id.text()
      layout = Layout(id: self.id)
      extends = try fields["extends"]?.text()
      let reader = LayoutReader(context: context, slips: slips)
      if let node = fields["recognize"] { layout.recognizedBy = reader.texts(node) }
      if let node = fields["sections"] { layout.sections = reader.sections(node) }
      if let node = fields["labels"] { layout.labels = reader.labels(node) }
      if let node = fields["statements"] { layout.statements = reader.statements(node) }
      if let node = fields["performance"] {
        layout.performance = try LayoutReader.performance(node)
      }
    }
  }
}
