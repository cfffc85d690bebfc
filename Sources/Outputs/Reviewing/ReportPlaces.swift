/// Which parts of paragraphs an output speaks of, for those who look them up on pages.
package enum ReportPlaces {
  /// By the number of the paragraph, the ranges of code points, each once, ascending.
  package static func paragraphs(in report: JSONTree) -> [Int: [Range<Int>]] {
    var ranges: [Int: Set<Range<Int>>] = [:]
    collect(report, into: &ranges)
    return ranges.mapValues { set in
      set.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }
  }

  private static func collect(_ tree: JSONTree, into ranges: inout [Int: Set<Range<Int>>]) {
    switch tree {
    case .array(let elements): for element in elements { collect(element, into: &ranges) }
    case .object(let members):
      if let place = Place(tree), place.row == nil, place.page != nil {
        ranges[place.block, default: []].insert(place.start..<place.end)
        return
      }
      for member in members.values { collect(member, into: &ranges) }
    case .string, .number, .boolean, .null: break
    }
  }
}
