internal import OutputReading

/// Which parts of paragraphs an output speaks of, for those who look them up on pages.
enum ReportPlaces {
  /// By the number of the paragraph, the ranges of code points, each once, ascending.
  static func paragraphs(in output: Output) -> [Int: [Range<Int>]] {
    var ranges: [Int: Set<Range<Int>>] = [:]
    collect(output.root, into: &ranges)
    return ranges.mapValues { set in
      set.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }
  }

  private static func collect(_ node: OutputNode, into ranges: inout [Int: Set<Range<Int>>]) {
    if let place = Output.Place(node), place.isPossible, place.row == nil, place.page != nil {
      ranges[place.block, default: []].insert(place.start..<place.end)
      return
    }
    for element in node.elements { collect(element, into: &ranges) }
    for member in node.members { collect(member.value, into: &ranges) }
  }
}
