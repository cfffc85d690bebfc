internal import DocumentModel
internal import OutputReading

/// What an output says of one place of its source, numbered for the links between the two.
struct Claim {
  enum Kind: Int, Comparable {
    /// A text that is quoted: a goal, a definition, a label.
    case quote
    /// A text that is remarked on.
    case remark
    /// A figure with a meaning.
    case figure
    /// A figure of which a part of the meaning is open.
    case doubtful
    /// A figure that no rule took.
    case unmapped

    static func < (first: Kind, second: Kind) -> Bool { first.rawValue < second.rawValue }
  }

  var place: Output.Place
  var kind: Kind
}

extension Output.Place {
  /// Which paragraph or cell it stands in.
  var leaf: LeafKey { LeafKey(block: block, row: row, column: column) }

  /// Where that stands in the original; a path of no steps where the output does not say.
  var locator: Locator {
    if let line {
      .text(line: line, offset: 0)
    } else if let page {
      .page(page, PageBox(left: 0, top: 0, right: 0, bottom: 0))
    } else if let sheet, let cell {
      .sheet(sheet, cell: cell)
    } else {
      .path(path ?? "")
    }
  }
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
  mutating func number(_ pointer: String, at place: Output.Place?, _ kind: Claim.Kind) -> Int? {
    guard let place, place.isPossible else { return nil }
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
