internal import Checking
package import DocumentModel
internal import Emitting
package import Mapping
internal import MappingFiles
internal import Normalizing
internal import Reading
package import ReportModel
internal import Segmenting
internal import TextKit

/// The order of the stages: bytes to a document, its matching form, its sections, its report.
package struct Converter: Sendable {
  private let normalizer = DocumentNormalizer()
  private let segmenter: Segmenter
  private let mapper: ReportMapper

  private let checker: ReportChecker

  package init(mapping: MappingSet) { self.init(mapping: mapping, rules: []) }

  private init(mapping: MappingSet, rules: [CheckRule]) {
    segmenter = Segmenter(vocabulary: .standard)
    mapper = ReportMapper(mapping: mapping)
    checker = ReportChecker(rules: rules)
  }

  /// With the mapping files of a folder; throws what is wrong with them.
  package init(mappingFolder: String) throws {
    let mapping = try MappingSet.load(from: mappingFolder)
    self.init(
      mapping: mapping,
      rules: try CheckFiles.rules(in: mappingFolder, concepts: mapping.concepts))
  }

  /// What every stage made of one file.
  package struct Stages: Sendable {
    package var normalized: NormalizedDocument
    package var segmented: SegmentedReport
    package var report: Report

    /// What the reader gave.
    package var document: Document { normalized.document }
  }

  /// One file through all stages; `name` is its name without folders.
  package func stages(of bytes: [UInt8], named name: String) throws(ConversionError) -> Stages {
    try stages(of: bytes, named: name) { _ in }
  }

  /// The same; `finish` hears the name of each stage as it ends.
  func stages(
    of bytes: [UInt8], named name: String, finish: (String) -> Void
  ) throws(ConversionError) -> Stages {
    let document: Document
    do {
      document = try Self.read(bytes, named: name)
    } catch {
      throw ConversionError(error)
    }
    finish("read")
    let normalized = normalizer.normalize(document)
    finish("normalize")
    let segmented = segmenter.segment(normalized)
    finish("segment")
    let file = SourceFile(
      file: name, format: document.format.rawValue, encoding: document.encoding,
      sha256: Digest(of: bytes).hexadecimal, bytes: bytes.count, pages: document.pageCount)
    let mapped = mapper.map(segmented, in: normalized, file: file)
    finish("map")
    let report = checker.check(mapped)
    finish("check")
    return Stages(normalized: normalized, segmented: segmented, report: report)
  }

  /// What became of the figures of a report.
  package func explanation(of stages: Stages) -> Explanation {
    Explanation(of: stages, layout: mapper.layout(of: stages.segmented))
  }

  /// The beginning of a layout file for a report.
  package func draft(of stages: Stages) -> LayoutDraft {
    LayoutDraft(
      of: stages, layout: mapper.layout(of: stages.segmented),
      rules: mapper.sectionRules(of: stages.segmented))
  }

  /// One file as canonical JSON.
  package func convert(_ bytes: [UInt8], named name: String) throws(ConversionError) -> [UInt8] {
    try convertAndSummarize(bytes, named: name).json
  }

  /// One file as canonical JSON, and what is in it.
  package func convertAndSummarize(
    _ bytes: [UInt8], named name: String
  ) throws(ConversionError) -> (json: [UInt8], summary: ReportSummary) {
    let report = try stages(of: bytes, named: name).report
    return (JSONEmitter().emit(report), ReportSummary(report))
  }

  /// One file as its reader sees it.
  static func read(_ bytes: [UInt8], named name: String) throws(ReadError) -> Document {
    switch try FormatDetection.detect(bytes, fileName: name) {
    case .txt: try TextReader.read(bytes)
    case .docx: try DocxReader.read(bytes)
    case .html: try HTMLReader.read(bytes)
    case .xlsx: try XLSXReader.read(bytes)
    case .pdf: try PDFReader.read(bytes)
    }
  }
}
