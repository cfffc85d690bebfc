package import Files
internal import FoundationEssentials
internal import OutputReading

/// Makes a static site from outputs: an index, and a page for each report.
package struct ReviewSite: Sendable {
  private let templates: PageTemplates
  private let labels: ReviewLabels
  private let language: ReviewLanguage
  private let sources: ReviewSources?
  private let output: String
  private let jobs: Int

  /// What a page may take; pictures of pages get what its text leaves.
  private static let pageSize = 1_950_000

  /// Pages with more text than any report has are not made: no browser would be glad of them.
  private static let mostBytes = 16 << 20

  /// What became of the outputs.
  package struct Outcome: Sendable {
    package var pages = 0
    /// Pages that show only what is quoted, since no source was found.
    package var withoutSource = 0
    package var problems: [(path: String, error: FileError)] = []
  }

  /// The labels name concepts and checks; `sources` is the folder of the files that were converted,
  /// nil shows what is quoted; `language` is `zh` or `en`.
  package init(
    labels: ReviewLabels, sources: String?, output: String, language: String, jobs: Int
  ) throws {
    templates = try PageTemplates()
    self.labels = labels
    self.language = ReviewLanguage(rawValue: language) ?? .zh
    self.sources = sources.map(ReviewSources.init)
    self.output = output
    self.jobs = max(1, jobs)
  }

  /// Writes the pages of all outputs below a folder (or of one file), and the index.
  ///
  /// - Throws: where a page cannot be written.
  package func build(from path: String) async throws(FileError) -> Outcome {
    let found = OutputFiles(below: path)
    let files = found.paths
    guard !files.isEmpty else {
      throw FileError(
        what: "there is no output in \(path)", remedy: "give what juesuan convert wrote")
    }
    let results = await results(of: files.map { ($0, Self.relative($0, to: path)) })
    var outcome = Outcome()
    outcome.problems = found.problems.map { ($0.path, $0.error) }
    var entries: [ReportEntry] = []
    for (file, result) in zip(files, results) {
      switch result {
      case .success(let page):
        entries.append(page.entry)
        outcome.pages += 1
        if !page.hasSource { outcome.withoutSource += 1 }
      case .failure(let error):
        if error.concernsOutput { throw error }
        outcome.problems.append((file, error))
      }
    }
    let index = IndexPage(
      entries, problems: outcome.problems.map { "\($0.path): \($0.error.what)" },
      labels: labels, language: language)
    try OutputFile.write(index.html(templates), to: output + "/index.html")
    return outcome
  }

  private struct Page: Sendable {
    var entry: ReportEntry
    var hasSource: Bool
  }

  private func results(
    of files: [(path: String, relative: String)]
  ) async -> [Result<Page, FileError>] {
    await withTaskGroup(of: (Int, Result<Page, FileError>).self) { group in
      var results = [Result<Page, FileError>?](repeating: nil, count: files.count)
      var next = 0
      func start() {
        guard next < files.count else { return }
        let index = next
        next += 1
        group.addTask {
          do throws(FileError) {
            return (index, .success(try write(files[index].path, files[index].relative)))
          } catch {
            return (index, .failure(error))
          }
        }
      }
      for _ in 0..<jobs { start() }
      while let (index, result) = await group.next() {
        results[index] = result
        start()
      }
      return results.compactMap(\.self)
    }
  }

  /// Makes and writes the page of one output.
  private func write(_ path: String, _ relative: String) throws(FileError) -> Page {
    let report = try Output(path: path)
    var entry = ReportEntry(report)
    let page =
      relative.hasSuffix(".json") ? relative.dropLast(".json".count) + ".html" : relative + ".html"
    entry.path = relative
    entry.link = Self.address(of: page)
    let depth = page.count { $0 == "/" }
    let source = ReviewSourceReader(report, relative: relative, sources: sources)
    func html(_ shown: ShownSource?) -> [UInt8] {
      ReportPage(
        report, source: shown, remark: source.remark, labels: labels, language: language,
        indexPage: String(repeating: "../", count: depth) + "index.html"
      ).html(templates)
    }
    var bytes = html(source.shown)
    guard bytes.count <= Self.mostBytes else {
      throw FileError(
        what: "its page would be larger than \(Self.mostBytes >> 20) MB",
        remedy: "no real report gives so much; look whether this is the right file")
    }
    // Pictures are made when it is known what room the text leaves them.
    if let pictured = source.shown(withPicturesIn: (Self.pageSize - bytes.count) / 4 * 3) {
      bytes = html(pictured)
    }
    try OutputFile.write(bytes, to: output + "/" + page)
    return Page(entry: entry, hasSource: source.isThere)
  }

  private static func relative(_ file: String, to path: String) -> String {
    guard file != path else { return file.split(separator: "/").last.map(String.init) ?? file }
    return String(file.dropFirst(path.count).drop { $0 == "/" })
  }

  /// A path as a relative address: everything but letters, digits and a few marks escaped.
  static func address(of path: String) -> String {
    var address = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "/"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return address
  }
}
