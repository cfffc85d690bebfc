package import MappingModel

extension MappingSet {
  /// This set with one layout, which every report is read with, whatever its headings are. `folder` is
  /// where the mapping files are, for the error, which tells the nearest id.
  package func only(_ id: String, of folder: String) throws(MappingError) -> MappingSet {
    guard var layout = layouts.first(where: { $0.id == id }) else {
      let nearest = Spelling.nearest(to: id, in: layouts.map(\.id))
      throw MappingError(
        file: folder, message: "there is no layout «\(id)»; did you mean «\(nearest)»?")
    }
    layout.recognizedBy = []
    var set = self
    set.layouts = [layout]
    return set
  }
}
