internal import Glibc

/// Where the mapping files are when nobody says.
package enum MappingFolder {
  /// The first of these that is there: `$JUESUAN_MAPPINGS`, `Mappings` in the current folder, the
  /// one of the checkout that the executable was built in, the one of its installation.
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
    return candidates.first(where: isFolder)
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
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
