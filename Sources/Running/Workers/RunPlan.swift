import Conversion
import Files
import MappingFiles

/// What is to be done with each report of a run.
struct RunPlan {
  enum Step {
    /// Everything that its output rests on is as it was.
    case keep(ManifestEntry)
    /// To be converted, unless its content is the known one; the entry that is known then.
    case convert(known: ManifestEntry?)
    case refuse(Failure)
  }

  let items: [InputReport]
  let steps: [Step]

  init(
    items: [InputReport], request: BulkRequest, fingerprint: MappingFingerprint,
    known: [String: ManifestEntry], wantsReports: Bool
  ) {
    self.items = items
    let counts = Dictionary(items.map { ($0.output, 1) }, uniquingKeysWith: +)
    let rules = Rules(request: request, fingerprint: fingerprint, wantsReports: wantsReports)
    steps = items.map { item in
      if counts[item.output] != 1 {
        return .refuse(Self.sameOutput((request.output.map { $0 + "/" } ?? "") + item.output))
      }
      return rules.step(for: item, known[item.input])
    }
  }

  /// Whether any report must be read.
  var hasWork: Bool {
    steps.contains { step in
      if case .convert = step { true } else { false }
    }
  }

  private struct Rules {
    let request: BulkRequest
    let fingerprint: MappingFingerprint
    let wantsReports: Bool

    func step(for item: InputReport, _ entry: ManifestEntry?) -> Step {
      guard let entry, entry.engine == EngineIdentity.current, entry.status.isFinal else {
        return .convert(known: nil)
      }
      if entry.status == .converted {
        guard let layout = entry.layout, entry.mapping != nil,
          entry.mapping == fingerprint.layouts[layout], let folder = request.output,
          let output = entry.output,
          let stamp = FileStamp(path: folder + "/" + output)?.text, stamp == entry.outputStamp
        else { return .convert(known: nil) }
      } else if request.retriesFailed {
        return .convert(known: nil)
      }
      if !item.stamp.isEmpty, item.stamp == entry.stamp, item.source == entry.source {
        return .keep(entry)
      }
      return .convert(known: entry.sha256 == nil ? nil : entry)
    }
  }

  private static func sameOutput(_ path: String) -> Failure {
    Failure(
      status: .duplicate, what: "two inputs would both be written to \(path)",
      remedy: "convert them into different folders, or give the folder that holds both")
  }
}
