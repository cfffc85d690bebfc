import MappingModel

/// Follows items that a table lists by their names alone: «一般公共服务支出», under it «财政事务», under it «行政运行».
///
/// Names of items are not unique («行政运行» stands under a hundred categories): the class and the category above
/// tell which is meant.
struct ItemPath {
  private let classification: Classification
  /// The code of the last item; nil before the first.
  private var last: String?

  init(_ classification: Classification) { self.classification = classification }

  /// A class was named.
  var isOpen: Bool { last != nil }

  /// An item that its own name tells; nil where the classification does not know it.
  mutating func open(_ path: String) -> String? {
    let names = path.split(separator: "/").map(String.init)
    if names.count == 1, last != nil, let code = under(names[0]) {
      last = code
      return code
    }
    guard let code = classification.item(path: names)?.code else { return nil }
    last = code
    return code
  }

  /// The item of a name: the one nearest below or beside the last, or, where the whole table lists items, the
  /// only one of that name.
  mutating func next(_ name: String, orAnywhere: Bool) -> String? {
    if let code = under(name) {
      last = code
      return code
    }
    guard orAnywhere, let code = classification.item(path: [name])?.code else { return nil }
    last = code
    return code
  }

  /// The items of a name under the last item, under its parent, under its class.
  private func under(_ name: String) -> String? {
    guard var place = last else { return nil }
    let codes = classification.codes(of: name)
    while place.utf8.count >= 3 {
      let found = codes.filter {
        $0.utf8.count == place.utf8.count + 2 && $0.hasPrefix(place)
      }
      if found.count == 1 { return found.first }
      if found.count > 1 { return nil }
      place = String(place.dropLast(2))
    }
    return codes.count == 1 && codes[0].utf8.count == 3 ? codes[0] : nil
  }
}
