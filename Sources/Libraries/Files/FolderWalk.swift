internal import Glibc

/// All files below a folder, folder by folder, in the order of their names' bytes. Symbolic links are
/// followed unless it is said otherwise, but none that leads back to a folder around it.
package struct FolderWalk {
  /// What the walk meets.
  package enum Finding {
    /// Anything that is no folder.
    case file(File)
    /// A symbolic link that leads nowhere, or a file that went away meanwhile.
    case missing
    /// A folder that cannot be listed, and the error number of the system.
    case unreadable(path: String, code: Int32)
    /// A folder below too many others.
    case tooDeep(path: String)
    /// A name that no path can be made of.
    case nameIsNotUTF8(path: String)
  }

  /// One file.
  package struct File {
    package var name: String
    package var path: String
    /// Its path below the folder of the walk.
    package var relativePath: String
    package var stamp: FileStamp
    /// Whether it is a file on a disk, not a pipe or a device.
    package var isRegular: Bool
  }

  /// Links that lead to each other's neighbours can make more folders of a few than can be walked.
  private static let mostFolders = 1_000_000
  private let depthLimit: Int
  private let followsLinks: Bool
  private var folders = 0
  /// The folders around the place of the walk.
  private var ancestors: [FileIdentity] = []
  private let isWanted: (String) -> Bool
  private let take: (Finding) -> Void

  /// Walks over all that is below a folder.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - depthLimit: how many folders may lie within each other.
  ///   - followsLinks: whether folders that a symbolic link leads to are walked over, too; `folder`
  ///     itself may be one.
  ///   - isWanted: asked with the name of each file and folder; what is not wanted is passed over.
  ///   - take: is given what is found.
  package static func walk(
    _ folder: String, depthLimit: Int = 64, followsLinks: Bool = true,
    where isWanted: (String) -> Bool = { _ in true }, take: (Finding) -> Void
  ) {
    withoutActuallyEscaping(isWanted) { isWanted in
      withoutActuallyEscaping(take) { take in
        var status = stat()
        guard stat(folder, &status) == 0 else { return take(.missing) }
        var walk = FolderWalk(
          depthLimit: depthLimit, followsLinks: followsLinks, isWanted: isWanted, take: take)
        walk.enter(folder, relativePath: "", FileIdentity(status))
      }
    }
  }

  private init(
    depthLimit: Int, followsLinks: Bool, isWanted: @escaping (String) -> Bool,
    take: @escaping (Finding) -> Void
  ) {
    self.depthLimit = depthLimit
    self.followsLinks = followsLinks
    self.isWanted = isWanted
    self.take = take
  }

  private mutating func enter(_ path: String, relativePath: String, _ identity: FileIdentity) {
    guard !ancestors.contains(identity) else { return }
    guard ancestors.count < depthLimit, folders < Self.mostFolders else {
      return take(.tooDeep(path: path))
    }
    folders += 1
    guard let names = Folder.names(in: path) else {
      return take(.unreadable(path: path, code: errno))
    }
    ancestors.append(identity)
    defer { ancestors.removeLast() }
    for name in names where isWanted(name) {
      guard !name.contains("\u{FFFD}") else {
        take(.nameIsNotUTF8(path: path + "/" + name))
        continue
      }
      let entry = path.hasSuffix("/") ? path + name : path + "/" + name
      let relative = relativePath.isEmpty ? name : relativePath + "/" + name
      var status = stat()
      guard stat(entry, &status) == 0 else {
        take(.missing)
        continue
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        if !followsLinks, Self.isLink(entry) { continue }
        enter(entry, relativePath: relative, FileIdentity(status))
      } else {
        take(
          .file(
            File(
              name: name, path: entry, relativePath: relative, stamp: FileStamp(status),
              isRegular: status.st_mode & S_IFMT == S_IFREG)))
      }
    }
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}

/// Which file a path leads to, whatever its name.
private struct FileIdentity: Equatable {
  let device: UInt
  let number: UInt

  init(_ status: stat) {
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
  }
}
