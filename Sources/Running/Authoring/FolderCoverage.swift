package import Conversion
internal import DocumentModel
internal import Files
internal import FoundationEssentials
internal import Mapping
internal import ReportModel
internal import Writing

/// Counts over a folder of reports what is mapped, and what is most often not.
package struct FolderCoverage: Codable {
  /// One report's counts.
  private struct Entry: Codable {
    var path: String
    var layout: String
    var mapped: Int
    var explained: Int
    var doubtful: Int
    var unmapped: Int

    var coverage: Coverage {
      Coverage(mapped: mapped, explained: explained, doubtful: doubtful, unmapped: unmapped)
    }
  }

  private struct Left: Codable {
    var count = 0
    var example: String
    var outcome: String
    var reason: String
  }

  private struct Problem: Codable {
    var path: String
    var what: String
  }

  private var entries: [Entry] = []
  private var left: [String: Left] = [:]
  private var failures: [Problem] = []

  /// A folder of which nothing was read yet.
  package init() {}

  /// Reads one more report.
  package mutating func add(_ path: String, name: String, with converter: Converter) {
    do throws(FileError) {
      let bytes = try InputFile.read(path)
      let stages = try converter.stages(of: bytes, named: name)
      let counts = stages.report.coverage
      entries.append(
        Entry(
          path: path, layout: stages.report.identity.layout.id, mapped: counts.mapped,
          explained: counts.explained, doubtful: counts.doubtful, unmapped: counts.unmapped))
      for account in FigureAccounts.accounts(of: stages.report, in: stages.normalized) {
        let (outcome, reason): (String, String)
        switch account.outcome {
        case .unmapped(let why): (outcome, reason) = ("unmapped", why.rawValue)
        case .doubtful(let figure): (outcome, reason) = ("doubtful", figure.reason.rawValue)
        case .facts, .field, .explained: continue
        }
        let key = account.words.isEmpty ? "(nothing before it)" : account.words
        if left[key] == nil {
          left[key] = Left(
            example: "\(path), \(Explanation.place(account.source))", outcome: outcome,
            reason: reason)
        }
        left[key]?.count += 1
      }
    } catch {
      fail(path, error.what)
    }
  }

  /// Notes a report that could not be read.
  package mutating func fail(_ path: String, _ what: String) {
    failures.append(Problem(path: path, what: what))
  }

  /// The counts in a form that another process can hand over.
  package var encoded: [UInt8] { (try? JSONEncoder().encode(self)).map(Array.init) ?? [] }

  /// Adds the counts of reports that another process read.
  package mutating func merge(encoded: [UInt8]) {
    guard let other = try? JSONDecoder().decode(Self.self, from: Data(encoded)) else { return }
    entries += other.entries
    failures += other.failures
    left.merge(other.left) { own, added in
      var own = own
      own.count += added.count
      return own
    }
  }

  /// Whether some report could not be read.
  package var hasFailures: Bool { !failures.isEmpty }

  private var ranked: [(words: String, left: Left)] {
    left.sorted {
      $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key < $1.key
    }.map { ($0.key, $0.value) }
  }

  /// A table for people.
  package func describe() -> String {
    var lines = ["figures\tmapped\texplained\tdoubtful\tunmapped\tlayout\tfile"]
    var sum = Coverage()
    for entry in entries {
      let coverage = entry.coverage
      lines.append(
        "\(coverage.figures)\t\(coverage.mapped)\t\(coverage.explained)\t"
          + "\(coverage.doubtful)\t\(coverage.unmapped)\t\(entry.layout)\t\(entry.path)")
      sum.mapped += coverage.mapped
      sum.explained += coverage.explained
      sum.doubtful += coverage.doubtful
      sum.unmapped += coverage.unmapped
    }
    lines.append(
      "\(sum.figures)\t\(sum.mapped)\t\(sum.explained)\t\(sum.doubtful)\t\(sum.unmapped)\t\tall")
    lines += failures.map { "could not be read: \($0.path): \($0.what)" }
    if !left.isEmpty {
      lines.append("\nunmapped or doubtful, the most frequent words before the figure first:")
    }
    lines += ranked.prefix(40).map {
      "\($0.left.count)\t\($0.words)\t\($0.left.outcome)\t\($0.left.reason)\t\($0.left.example)"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same for machines.
  package func json() -> [UInt8] {
    func number(_ value: Int) -> JSONValue { .number(String(value)) }
    let files = entries.map { entry -> JSONValue in
      .oneLine(
        .object([
          .init("file", .string(entry.path)), .init("layout", .string(entry.layout)),
          .init("figures", number(entry.coverage.figures)),
          .init("mapped", number(entry.coverage.mapped)),
          .init("explained", number(entry.coverage.explained)),
          .init("doubtful", number(entry.coverage.doubtful)),
          .init("unmapped", number(entry.coverage.unmapped)),
        ]))
    }
    let words = ranked.map { item -> JSONValue in
      .oneLine(
        .object([
          .init("words", .string(item.words)), .init("count", number(item.left.count)),
          .init("outcome", .string(item.left.outcome)),
          .init("reason", .string(item.left.reason)),
          .init("example", .string(item.left.example)),
        ]))
    }
    return JSONWriter.bytes(
      of: .object([.init("files", .array(files)), .init("left", .array(words))]))
  }
}
