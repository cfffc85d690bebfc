/// The text of a paragraph or cell, cut where what is claimed of it begins and ends.
struct MarkedText {
  /// A stretch with the same claims from its start to its end.
  struct Segment: Equatable {
    var text: String
    /// Numbers of claims, ascending.
    var claims: [Int]
    var kind: Claim.Kind?
  }

  let segments: [Segment]

  /// Marks are ranges of code points with what is claimed of them; they may overlap in any way and
  /// lie beyond the text.
  init(_ text: String, marks: [(range: Range<Int>, claim: Int, kind: Claim.Kind)]) {
    guard !marks.isEmpty else {
      segments = text.isEmpty ? [] : [Segment(text: text, claims: [], kind: nil)]
      return
    }
    let scalars = Array(text.unicodeScalars)
    let marks = marks.map { mark in
      (range: mark.range.clamped(to: 0..<scalars.count), claim: mark.claim, kind: mark.kind)
    }.sorted { ($0.range.lowerBound, $0.claim) < ($1.range.lowerBound, $1.claim) }
    let cuts = Set(marks.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
      .union([0, scalars.count]).sorted()
    var segments: [Segment] = []
    var next = 0
    var open: [(range: Range<Int>, claim: Int, kind: Claim.Kind)] = []
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      open.removeAll { $0.range.upperBound <= start }
      while next < marks.count, marks[next].range.lowerBound <= start {
        if marks[next].range.upperBound > start { open.append(marks[next]) }
        next += 1
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start..<end])
      segments.append(
        Segment(
          text: String(view), claims: open.map(\.claim).sorted(), kind: open.map(\.kind).max()))
    }
    self.segments = segments
  }
}
