internal import DocumentModel

/// What an output says of one place of its source, numbered for the links between the two.
struct Claim {
  enum Kind: Int, Comparable {
    /// A text that is quoted: a goal, a definition, a label.
    case quote
    /// A figure with a meaning.
    case figure
    /// A figure that no rule took.
    case unmapped

    static func < (first: Kind, second: Kind) -> Bool { first.rawValue < second.rawValue }
  }

  var place: Place
  var kind: Kind
}

/// A place of the source as an output tells it.
struct Place {
  var block: Int
  var row: Int?
  var column: Int?
  /// Code points in the paragraph or cell; end exclusive.
  var start: Int
  var end: Int
  var text: String
  var page: Int?
  /// Left, top, right, bottom in tenths of a point.
  var box: [Int]?
  var locator: SourceText.Locator

  /// Nil where the tree is no place.
  init?(_ tree: JSONTree?) {
    guard let tree, let text = tree["text"]?.text, let block = tree["block"]?.integer,
      let start = tree["start"]?.integer, let end = tree["end"]?.integer, block >= 0,
      0 <= start, start <= end
    else { return nil }
    self.text = text
    self.block = block
    self.start = start
    self.end = end
    row = tree["row"]?.integer
    column = tree["column"]?.integer
    page = tree["page"]?.integer
    let box = tree["box"]?.elements.compactMap(\.integer) ?? []
    if box.count == 4, box[0] <= box[2], box[1] <= box[3] { self.box = box }
    locator =
      if let line = tree["line"]?.integer {
        .line(line)
      } else if let page {
        .page(page)
      } else if let sheet = tree["sheet"]?.text, let cell = tree["cell"]?.text {
        .cell(sheet: sheet, address: cell)
      } else if let path = tree["path"]?.text {
        .path(path)
      } else {
        .unknown
      }
  }

  /// Which paragraph or cell it stands in.
  var leaf: LeafKey { LeafKey(block: block, row: row, column: column) }
}

/// A paragraph (no row) or a cell by the position of its top-left corner.
struct LeafKey: Hashable {
  var block: Int
  var row: Int?
  var column: Int?
}

/// All claims of a report in the order in which its panels ask for their numbers.
struct ClaimList {
  private(set) var claims: [Claim] = []
  private var numbers: [String: Int] = [:]

  /// The number of the claim that `pointer` (a fact's id or a JSON pointer) makes; nil where the
  /// output tells no place.
  mutating func number(_ pointer: String, at source: JSONTree?, _ kind: Claim.Kind) -> Int? {
    guard let place = Place(source) else { return nil }
    claims.append(Claim(place: place, kind: kind))
    numbers[pointer] = claims.count - 1
    return claims.count - 1
  }

  /// The number of a figure that a check names: pointers of checks lead to a value within a record.
  func number(ofFigure pointer: String) -> Int? {
    if let number = numbers[pointer] { return number }
    var names = pointer.split(separator: "/").map(String.init)
    if names.last == "value" { names.removeLast() }
    names.removeAll { $0 == "values" }
    return numbers["/" + names.joined(separator: "/")]
  }
}
