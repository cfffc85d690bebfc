extension PanelContext {
  /// What a figure means, in words: concept (where the label printed is another), aspect and what narrows it
  /// down; what is not given is left out.
  func meaning(
    _ concept: String?, _ aspect: String?, _ dimensions: [String: String], printed: String? = nil
  ) -> String {
    var words: [String] = []
    if let name = concept.map({ labels.concept($0, language) }), name != printed {
      words.append(name)
    }
    if let aspect { words.append(word(.aspect, aspect)) }
    for (name, value) in dimensions.sorted(by: { $0.key < $1.key }) {
      switch name {
      case "function": words.append(Self.coded(value, labels.functions))
      case "economic": words.append(Self.coded(value, labels.economic))
      default: words.append(ReviewLabels.Scheme(rawValue: name).map { word($0, value) } ?? value)
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func coded(_ code: String, _ names: [String: String]) -> String {
    guard code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return "" }
    return names[code].map { "\(code) \($0)" } ?? code
  }
}
