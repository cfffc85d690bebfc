import FoundationEssentials
package import MappingModel
import ReportModel
import TextLibraries

extension MappingSet {
  /// Reads `taxonomy.yaml` and `layouts/*.yaml` of a mapping folder, strictly.
  ///
  /// - Throws: the first error found, with file, line and column.
  package static func load(from folder: String) throws(MappingError) -> MappingSet {
    let concepts = try Self.concepts(folder + "/taxonomy.yaml")
    var files: [String: LayoutFile] = [:]
    for name in try layoutNames(in: folder + "/layouts") {
      let path = folder + "/layouts/" + name
      let file = try LayoutFile(try yaml(path), path: path, concepts: concepts)
      if let other = files[file.id] {
        throw MappingError(
          file: path, message: "layout «\(file.id)» is already defined in \(other.path)")
      }
      files[file.id] = file
    }
    guard files["common"] != nil else {
      throw MappingError(
        file: folder, message: "no layout «common»; every mapping folder needs layouts/common.yaml")
    }
    var layouts: [Layout] = []
    for id in ["common"] + files.keys.sorted().filter({ $0 != "common" }) {
      let layout = try resolved(id, files, seen: [])
      if let file = files[id] {
        try LabelCollisions(concepts: concepts).check(layout, changedBy: file)
      }
      layouts.append(layout)
    }
    return MappingSet(
      concepts: concepts, layouts: layouts,
      functions: Classification(
        try ClassificationFile.read(folder + "/classification/functional.tsv")),
      economic: Classification(
        try ClassificationFile.read(folder + "/classification/economic.tsv")))
  }

  private static func resolved(
    _ id: String, _ files: [String: LayoutFile], seen: [String]
  ) throws(MappingError) -> Layout {
    guard let file = files[id] else {
      throw MappingError(
        file: files[seen.last ?? ""]?.path ?? id,
        message: "extends «\(id)», which is no layout; did you mean "
          + "«\(Spelling.nearest(to: id, in: files.keys.sorted()))»?")
    }
    guard !seen.contains(id) else {
      throw MappingError(
        file: file.path, message: "extends itself: \((seen + [id]).joined(separator: " → "))")
    }
    guard let parent = file.extends else { return file.layout }
    return file.layout.extending(try resolved(parent, files, seen: seen + [id]))
  }

  // MARK: Files

  static func concepts(_ path: String) throws(MappingError) -> [String: Concept] {
    var concepts: [String: Concept] = [:]
    for (key, value) in try yaml(path).entries() {
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

  static func layoutNames(in folder: String) throws(MappingError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
    } catch {
      throw MappingError(
        file: folder, message: "cannot be listed; give the mapping folder with --mappings")
    }
  }

  static func yaml(_ path: String) throws(MappingError) -> StrictNode {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw MappingError(file: path, message: "cannot be read")
    }
    do {
      guard let tree = try YAMLTree(Array(data)) else {
        throw MappingError(file: path, message: "is empty")
      }
      return StrictNode(root: tree, file: path)
    } catch let problem as YAMLTree.Problem {
      throw MappingError(
        file: path, line: problem.line, column: problem.column,
        message: "is not valid YAML: \(problem.message)")
    } catch let error as MappingError {
      throw error
    } catch {
      throw MappingError(file: path, message: "is not valid YAML: \(error)")
    }
  }
}
