internal import Files
internal import Glibc
internal import TextLibraries

/// A folder of mapping files. Each file is read and parsed once, so that everything that is made of one
/// value of this type rests on the same bytes.
package final class MappingFolder {
  /// Where it is.
  package let path: String
  private var contents: [String: [UInt8]] = [:]
  private var trees: [String: YAMLTree] = [:]

  package init(_ path: String) { self.path = path }

  /// The path of a file as messages tell it; `name` is its path below the folder.
  func path(of name: String) -> String { path + "/" + name }

  /// Whether there is such a file or folder.
  func has(_ name: String) -> Bool { FileStamp(path: path(of: name)) != nil }

  /// The bytes of a file.
  func bytes(of name: String) throws(MappingError) -> [UInt8] {
    if let bytes = contents[name] { return bytes }
    let bytes = try Self.read(path(of: name))
    contents[name] = bytes
    return bytes
  }

  /// A file of YAML.
  func yaml(_ name: String) throws(MappingError) -> StrictNode {
    let file = path(of: name)
    if let tree = trees[name] { return StrictNode(root: tree, file: file) }
    let tree = try Self.tree(try bytes(of: name), of: file)
    trees[name] = tree
    return StrictNode(root: tree, file: file)
  }

  /// The paths of the YAML files of a folder in it, in the order of their names.
  func yamlFiles(in folder: String) throws(MappingError) -> [String] {
    guard let names = Folder.names(in: path(of: folder)) else {
      throw MappingError(
        file: path(of: folder),
        message: "cannot be listed; give the mapping folder with --mappings")
    }
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { folder + "/" + $0 }
  }

  /// The paths of all files, sorted by their bytes; a folder that cannot be looked into stands for what is
  /// in it.
  var files: [String] {
    var names: [String] = []
    FolderWalk.walk(path, depthLimit: 8, where: { !$0.hasPrefix(".") }) { finding in
      switch finding {
      case .file(let file): names.append(file.relativePath)
      case .unreadable(let folder, _), .tooDeep(let folder), .nameIsNotUTF8(let folder):
        names.append(String(folder.dropFirst(path.count + 1)))
      case .missing: break
      }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  // MARK: Files anywhere

  /// A file of YAML, wherever it is.
  static func yaml(at path: String) throws(MappingError) -> StrictNode {
    StrictNode(root: try tree(try read(path), of: path), file: path)
  }

  private static func read(_ path: String) throws(MappingError) -> [UInt8] {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.read(path)
    } catch {
      throw MappingError(file: path, message: "cannot be read")
    }
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
      throw MappingError(
        file: path, line: 1, column: 1,
        message: "begins with a byte order mark; save the file as UTF-8 without one")
    }
    return bytes
  }

  private static func tree(_ bytes: [UInt8], of path: String) throws(MappingError) -> YAMLTree {
    let tree: YAMLTree?
    do {
      tree = try YAMLTree(bytes)
    } catch {
      let hint = YAMLSlip.hint(in: bytes, before: error.line).map { "; " + $0 } ?? ""
      throw MappingError(
        file: path, line: error.line, column: error.column,
        message: "is not valid YAML: \(error.message)\(hint)")
    }
    guard let tree else { throw MappingError(file: path, message: "is empty") }
    return tree
  }
}

extension MappingFolder {
  /// The folder where nobody names one: the first of these that is there: `$JUESUAN_MAPPINGS`,
  /// `Mappings` in the current folder, the one of the checkout that the executable was built in, the
  /// one of its installation.
  package static func locate() -> String? {
    if let variable = getenv("JUESUAN_MAPPINGS") {
      let path = String(cString: variable)
      if !path.isEmpty { return path }
    }
    var candidates = ["Mappings"]
    if let folder = executableFolder() {
      candidates += [
        folder + "/../../../Mappings", folder + "/../../Mappings",
        folder + "/../share/juesuan/Mappings",
      ]
    }
    return candidates.first(where: Folder.isThere)
  }

  private static func executableFolder() -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0, let slash = buffer[..<count].lastIndex(of: CChar(UInt8(ascii: "/"))) else {
      return nil
    }
    return String(decoding: buffer[..<slash].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
