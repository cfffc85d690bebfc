import Conversion
import Files
import Glibc
import MappingFiles

/// Converts many reports in worker processes, does what the last run left to do, and nothing that it
/// did not.
package final class BulkConversion {
  private let request: BulkRequest
  private let observer: any BulkObserver
  private let mappings: MappingFolder
  private let fingerprint: MappingFingerprint
  private var items: [InputReport] = []
  private var result = BulkResult()

  package init(_ request: BulkRequest, observer: any BulkObserver) {
    self.request = request
    self.observer = observer
    mappings = MappingFolder(request.mappingFolder)
    fingerprint = MappingFingerprint(of: mappings)
  }

  /// Runs to the end, or until the observer stops it.
  ///
  /// - Throws: where nothing at all can be done: errors of mapping files, an output folder that
  ///   cannot be written or is held by another run; what ``BulkObserver/report(_:of:)`` throws.
  package func run() throws -> BulkResult {
    guard let output = request.output else {
      try convert(manifest: [:]) { _ in }
      return result
    }
    let folder = try OutputFolder(output, waits: request.waits)
    var manifest = Manifest(folder)
    let known = manifest.entries
    do {
      let journal = try Journal(folder.journal)
      try convert(
        manifest: known, scratch: folder.scratch, held: [folder.lock, journal.descriptor]
      ) { journal.add($0) }
    }
    let isInterrupted = FileStamp(path: folder.journal).map { $0.size > 1 } ?? false
    for entry in result.entries where entry != known[entry.input] {
      manifest[entry.input] = entry
    }
    if !result.isStopped { removeStale(from: &manifest) }
    if isInterrupted || manifest.entries != known {
      try OutputFile.write(manifest.bytes(), to: folder.manifest, scratch: folder.scratch)
    }
    unlink(folder.journal)
    return result
  }

  // MARK: Inputs

  /// The reports of all inputs, those in archives among them.
  private func collectItems() throws -> Bool {
    result.problems = request.inputs.problems
    result.skipped = request.inputs.skipped
    let archives = request.inputs.inputs.filter(\.isArchive)
    var listings: [String: ReportArchive.Listing] = [:]
    if !archives.isEmpty {
      let assignments = archives.enumerated().map { number, archive in
        WorkerProcess.Assignment(
          job: Job(number: number, path: archive.path, isListing: true, name: archive.path),
          size: archive.stamp?.size ?? 0)
      }
      let lister = ArchiveLister(assignments, observer)
      let start = WorkerStart(converter: nil, limits: request.limits, scratch: nil, held: [])
      let supervisor = Supervisor(
        limits: request.limits, jobs: request.jobs, start: start.callAsFunction)
      guard supervisor.run(lister) else { return false }
      listings = lister.listings
      result.problems += lister.problems
    }
    for input in request.inputs.inputs {
      guard input.isArchive else {
        items.append(InputReport(input))
        continue
      }
      guard let listing = listings[input.path] else { continue }
      items += listing.members.map { InputReport($0, of: input) }
      result.skipped += listing.skipped
      result.problems += listing.refused.map {
        InputFiles.Problem(
          path: input.path + "/" + $0,
          error: FileError(
            what: "this path leads out of the archive", remedy: "unpack it by hand, with care"))
      }
      if listing.members.isEmpty, listing.refused.isEmpty {
        result.problems.append(
          InputFiles.Problem(
            path: input.path,
            error: FileError(
              what: "there is no report in this archive", remedy: "look what is in it")))
      }
    }
    return true
  }

  // MARK: Conversion

  private func convert(
    manifest: [String: ManifestEntry], scratch: String? = nil, held: [Int32] = [],
    note: @escaping (ManifestEntry) -> Void
  ) throws {
    guard try collectItems() else {
      result.isStopped = true
      return
    }
    let plan = RunPlan(
      items: items, request: request, fingerprint: fingerprint, known: manifest,
      wantsReports: observer.wantsReports)
    let queue = ReportQueue(plan, request, fingerprint, observer, note)
    if plan.hasWork {
      let converter = try Converter(mappings: mappings)
      result.problems += converter.brokenLayouts.map {
        InputFiles.Problem(
          path: $0.file,
          error: FileError(
            what: $0.whatAndWhere, remedy: "the other layouts are used; mapping lint tells more"))
      }
      let start = WorkerStart(
        converter: converter, limits: request.limits, scratch: scratch, held: held)
      let supervisor = Supervisor(
        limits: request.limits, jobs: request.jobs, start: start.callAsFunction)
      result.isStopped = !supervisor.run(queue)
    }
    try queue.settle()
    result.reports = queue.reports
    result.progress = queue.progress
    observer.progress(queue.progress)
  }

  // MARK: Stale outputs

  /// What was made of files that are gone, and of archives' members that are.
  private func removeStale(from manifest: inout Manifest) {
    guard let output = request.output else { return }
    let seen = Set(items.map(\.input))
    let listed = Set(request.inputs.inputs.filter(\.isArchive).map(\.path))
    for entry in manifest.entries.values where !seen.contains(entry.input) {
      let isGone =
        access(entry.source, F_OK) != 0 || listed.contains(entry.source)
      guard isGone else { continue }
      if let path = entry.output {
        guard !request.prunes || OutputFile.remove(path, below: output) else { continue }
        result.stale.append(path)
      }
      if request.prunes { manifest[entry.input] = nil }
    }
    result.stale.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    result.isPruned = request.prunes
  }
}
