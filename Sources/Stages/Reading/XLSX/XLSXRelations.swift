import DocumentModel
import TextLibraries

/// A relations part (`_rels/.rels`, `xl/_rels/workbook.xml.rels`): which part is what.
final class XLSXRelations: XLSXPart {
  struct Relation {
    /// The last piece of the type's address: «worksheet», «sharedStrings».
    var kind: String
    /// The part's name in the package.
    var part: String
  }

  private static let most = 20_000

  private(set) var error: ReadError?
  private(set) var relations: [String: Relation] = [:]
  /// The folder of the part that the relations belong to.
  private let folder: String

  init(folder: String) {
    self.folder = folder
  }

  func first(ofKind kind: String) -> Relation? {
    relations.values.filter { $0.kind == kind }.min { $0.part < $1.part }
  }

  func start(_ name: String, attributes: MarkupAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes.text("Target"), attributes["TargetMode"] != "External"
    else { return }
    guard relations.count < Self.most else {
      error = .limitExceeded(what: "relations of a part", limit: "\(Self.most)")
      return
    }
    let kind = Array(type.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }.reversed())
    relations[id] = Relation(
      kind: String(decoding: kind, as: UTF8.self), part: Self.resolve(target, in: folder))
  }

  func end(_ name: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// «worksheets/sheet1.xml» from «xl/» is «xl/worksheets/sheet1.xml»; «/xl/a.xml» is «xl/a.xml».
  static func resolve(_ target: String, in folder: String) -> String {
    let target = target.utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    let isAbsolute = target.first == UInt8(ascii: "/")
    var pieces: [ArraySlice<UInt8>] = []
    for piece in ((isAbsolute ? [] : Array(folder.utf8)) + target).split(separator: 0x2F) {
      if piece.elementsEqual("..".utf8) {
        _ = pieces.popLast()
      } else if !piece.elementsEqual(".".utf8) {
        pieces.append(piece)
      }
    }
    return String(decoding: Array(pieces.joined(separator: [0x2F])), as: UTF8.self)
  }
}
