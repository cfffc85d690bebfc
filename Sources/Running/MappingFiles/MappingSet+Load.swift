package import MappingModel
import ReportModel

extension MappingSet {
  /// Reads `taxonomy.yaml` and `layouts/*.yaml` of a mapping folder, strictly.
  ///
  /// - Throws: the first error found, with file, line and column.
  package static func load(from folder: String) throws(MappingError) -> MappingSet {
    try load(from: MappingFolder(folder))
  }

  /// The same from a folder whose files may have been read before.
  package static func load(from folder: MappingFolder) throws(MappingError) -> MappingSet {
    let slips = Slips()
    let set = try load(from: folder, leavingOut: slips)
    if let first = slips.all.first { throw first }
    return set
  }

  /// The same without the layouts that something is wrong with, so that one broken file does not keep
  /// the reports of other provinces from being read.
  ///
  /// - Throws: where something is wrong that every report depends on.
  package static func loadWhatHolds(
    from folder: MappingFolder
  ) throws(MappingError) -> (set: MappingSet, broken: [MappingError]) {
    let slips = Slips()
    return (try load(from: folder, leavingOut: slips), slips.all)
  }

  private static func load(
    from folder: MappingFolder, leavingOut slips: Slips
  ) throws(MappingError) -> MappingSet {
    let concepts = try Self.concepts(in: folder)
    var files: [String: LayoutFile] = [:]
    for name in try folder.yamlFiles(in: "layouts") {
      slips.catching { () throws(MappingError) in
        let path = folder.path(of: name)
        let file = try LayoutFile(try folder.yaml(name), path: path, concepts: concepts)
        if let other = files[file.id] {
          throw MappingError(
            file: path, message: "layout «\(file.id)» is already defined in \(other.path)")
        }
        files[file.id] = file
      }
    }
    guard files["common"] != nil else {
      throw slips.all.first
        ?? MappingError(
          file: folder.path,
          message: "no layout «common»; every mapping folder needs layouts/common.yaml")
    }
    var inheritance = LayoutInheritance(files)
    var layouts = [try layout("common", of: files, &inheritance, concepts)]
    for id in files.keys.sorted() where id != "common" {
      slips.catching { () throws(MappingError) in
        layouts.append(try layout(id, of: files, &inheritance, concepts))
      }
    }
    return MappingSet(
      concepts: concepts, layouts: layouts,
      lexicon: try LexiconFile.read(try folder.yaml("lexicon.yaml"), concepts: concepts),
      functions: Classification(
        try ClassificationFile.read("classification/functional.tsv", in: folder)),
      economic: Classification(
        try ClassificationFile.read("classification/economic.tsv", in: folder)))
  }

  /// A layout with what it inherits, none of whose labels has two meanings.
  private static func layout(
    _ id: String, of files: [String: LayoutFile], _ inheritance: inout LayoutInheritance,
    _ concepts: [String: Concept]
  ) throws(MappingError) -> Layout {
    let layout = try inheritance.layout(id)
    if let file = files[id] {
      try LabelCollisions(concepts: concepts).check(layout, changedBy: file)
    }
    return layout
  }

  /// The concepts of `taxonomy.yaml`, by their ids.
  static func concepts(in folder: MappingFolder) throws(MappingError) -> [String: Concept] {
    var concepts: [String: Concept] = [:]
    for (key, value) in try folder.yaml("taxonomy.yaml").entries() {
      let fields = try value.fields(["kind", "unit", "zh", "en"])
      guard let kindNode = fields["kind"], let kind = Concept.Kind(rawValue: try kindNode.text())
      else {
        throw value.error("a concept needs «kind»: money, count or area")
      }
      var unit: ReportModel.Unit?
      if let node = fields["unit"] {
        let name = try node.text()
        guard let known = ReportModel.Unit(rawValue: name) else {
          throw node.error(
            "unknown unit «\(name)»; known: "
              + ReportModel.Unit.allCases.map(\.rawValue).joined(separator: ", "))
        }
        unit = known
      }
      guard (unit == nil) == (kind == .money) else {
        throw value.error("a count or area needs «unit»; money has none (it is as printed)")
      }
      concepts[key.text] = Concept(
        id: key.text, kind: kind, unit: unit, labelZh: try fields["zh"]?.text() ?? key.text,
        labelEn: try fields["en"]?.text() ?? key.text)
    }
    return concepts
  }
}
