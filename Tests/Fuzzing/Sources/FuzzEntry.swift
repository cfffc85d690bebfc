import Glibc

/// What libFuzzer calls with every input; the environment says what is fuzzed.
///
/// One executable for all targets: most of a build is common to them.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = start.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
  FuzzTarget.chosen.run(bytes)
  return 0
}

/// What can be fuzzed.
enum FuzzTarget: String, CaseIterable {
  case txt, html, docx, xlsx, pdf, normalizer, number, mapping, pipeline

  /// The one that the environment names.
  static let chosen: FuzzTarget = {
    let name = getenv("JUESUAN_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      print("JUESUAN_FUZZ_TARGET must be one of", allCases.map(\.rawValue).joined(separator: ", "))
      exit(64)
    }
    return target
  }()

  func run(_ bytes: [UInt8]) {
    switch self {
    case .txt: ReaderFuzzing.text(bytes)
    case .html: ReaderFuzzing.page(bytes)
    case .docx: ReaderFuzzing.wordDocument(bytes)
    case .xlsx: ReaderFuzzing.workbook(bytes)
    case .pdf: ReaderFuzzing.portableDocument(bytes)
    case .normalizer: NormalizerFuzzing.run(bytes)
    case .number: NumberFuzzing.run(bytes)
    case .mapping: MappingFuzzing.run(bytes)
    case .pipeline: PipelineFuzzing.run(bytes)
    }
  }
}

/// Ends the process where something that must hold does not: libFuzzer keeps the input.
func require(_ holds: Bool, _ what: @autoclosure () -> String) {
  if !holds { fatalError("property broken: \(what())") }
}
