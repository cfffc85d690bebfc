import DocumentModel

/// Where a document came from: the last that may tell whose it is.
package struct SourceName: Sendable {
  /// The file's name.
  package var file: String
  /// The names of the folders below the one that was given, the outermost first.
  package var folders: [String]

  /// A file in folders.
  package init(file: String, folders: [String] = []) {
    self.file = file
    self.folders = folders
  }

  /// The body and the year that the file's name or, for the body, a folder's tells.
  var evidence: (name: String, isFolder: Bool)? {
    if let name = Self.body(in: Self.stem(file)) { return (name, false) }
    for folder in folders.suffix(Self.mostFolders).reversed() {
      if let name = Self.body(in: folder) { return (name, true) }
    }
    return nil
  }

  /// The year in the file's name: four digits by themselves.
  var year: Int? {
    let years = Self.stem(file).split(whereSeparator: { !$0.isNumber }).compactMap {
      $0.utf8.count == 4 ? Int($0) : nil
    }.filter { (1990...2100).contains($0) }
    return Set(years).count == 1 ? years[0] : nil
  }

  private static let mostFolders = 3

  private static func stem(_ file: String) -> String {
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }

  /// The name in a title («某局2024年部门决算»), or the longest part that is one («03_某局_2024»).
  private static func body(in text: String) -> String? {
    guard text.utf8.count <= 255 else { return nil }
    let bytes = Array(text.utf8)
    if let title = TitleText(bytes[...]), !title.institution.isEmpty {
      let name = bytes[title.institution]
      if BodyName.isBody(name), !BodyName.isArea(name) {
        return String(decoding: name, as: UTF8.self)
      }
    }
    let parts = text.split { $0.isNumber || $0.isWhitespace || "_-—–.,()（）【】[]+".contains($0) }
    return parts.filter { part in
      let name = Array(part.utf8)[...]
      return BodyName.isBody(name) && !BodyName.isArea(name)
    }.max { $0.utf8.count < $1.utf8.count }.map(String.init)
  }
}
