import Conversion
import Files
import MappingFiles

/// The reports of a run as jobs for the supervisor. Answers come in any order; this hands the JSON on in
/// the order of the inputs.
final class ReportQueue: JobSource {
  private let plan: RunPlan
  private let request: BulkRequest
  private let fingerprint: MappingFingerprint
  private let observer: any BulkObserver
  private let note: (ManifestEntry) -> Void
  private var results: [ManifestEntry?]
  /// JSON of reports that are done while one before them is not.
  private var held: [Int: [UInt8]] = [:]
  private var heldBytes = 0
  /// The first item that was not handed to the supervisor, and the first not handed on.
  private var next = 0
  private var handedOn = 0
  private var failure: (any Error)?
  private(set) var progress = BulkProgress()

  /// No report is begun that would have to wait for so much JSON of others.
  private static let heldLimit = 32 << 20

  init(
    _ plan: RunPlan, _ request: BulkRequest, _ fingerprint: MappingFingerprint,
    _ observer: any BulkObserver, _ note: @escaping (ManifestEntry) -> Void
  ) {
    self.plan = plan
    self.request = request
    self.fingerprint = fingerprint
    self.observer = observer
    self.note = note
    results = Array(repeating: nil, count: plan.items.count)
    progress.total = plan.items.count
  }

  /// One line per item that is done, in the order of the inputs, and the path as it was given.
  var reports: [BulkResult.Report] {
    zip(plan.items, results).compactMap { item, entry in
      entry.map {
        BulkResult.Report(path: item.member == nil ? item.path : item.input, entry: $0)
      }
    }
  }

  func nextAssignment() -> WorkerProcess.Assignment? {
    while next < plan.items.count, heldBytes < Self.heldLimit {
      let number = next
      let item = plan.items[number]
      next += 1
      switch plan.steps[number] {
      case .keep(let entry): settle(number, entry, isNew: false)
      case .refuse(let failure):
        var entry = self.entry(for: item)
        entry.fill(with: failure)
        settle(number, entry, isNew: true)
      case .convert(let known): return assignment(number, item, known)
      }
    }
    return nil
  }

  private func assignment(
    _ number: Int, _ item: InputReport, _ known: ManifestEntry?
  ) -> WorkerProcess.Assignment {
    var job = Job(number: number, path: item.path, member: item.member, name: item.name)
    job.folders = item.folders
    job.output = request.output.map { $0 + "/" + item.output }
    job.knownDigest = known?.sha256
    job.isContentWanted = observer.wantsReports
    return WorkerProcess.Assignment(job: job, size: item.size)
  }

  func didFinish(_ answer: Supervisor.Answer) {
    let number = answer.job.number
    let item = plan.items[number]
    var entry = self.entry(for: item)
    entry.milliseconds = Int((answer.seconds * 1000).rounded())
    switch answer.result {
    case .converted(let conversion):
      entry.fill(with: conversion, mapping: fingerprint)
      hold(answer.content, of: number)
    case .unchanged:
      if case .convert(let known?) = plan.steps[number] {
        entry = known
        entry.stamp = item.stamp
        entry.source = item.source
      }
      note(entry)
      settle(number, entry, isNew: false)
      return
    case .failed(let failure): entry.fill(with: failure)
    case .members: break
    }
    note(entry)
    settle(number, entry, isNew: true)
  }

  func shouldStop() -> Bool {
    observer.progress(progress)
    return failure != nil || observer.shouldStop()
  }

  /// Takes what needs no worker, and tells what went wrong with handing reports on.
  func settle() throws {
    if !plan.hasWork { _ = nextAssignment() }
    if let failure { throw failure }
  }

  private func entry(for item: InputReport) -> ManifestEntry {
    ManifestEntry(
      input: item.input, source: item.source, status: .converted,
      output: request.output == nil ? nil : item.output, milliseconds: 0, stamp: item.stamp,
      engine: EngineIdentity.current)
  }

  private func settle(_ number: Int, _ entry: ManifestEntry, isNew: Bool) {
    results[number] = entry
    progress.done += 1
    if !isNew { progress.unchanged += 1 }
    if entry.status != .converted { progress.failed += 1 }
    handOn()
  }

  // MARK: Order

  private func hold(_ json: [UInt8], of number: Int) {
    guard observer.wantsReports else { return }
    held[number] = json
    heldBytes += json.count
  }

  /// Hands on the reports whose turn it is; one that is as it was is read from its output.
  private func handOn() {
    guard observer.wantsReports, failure == nil else { return }
    do {
      while handedOn < results.count, let entry = results[handedOn] {
        let number = handedOn
        handedOn += 1
        if let json = held.removeValue(forKey: number) {
          heldBytes -= json.count
          try observer.report(json, of: entry.input)
        } else if entry.status == .converted, let folder = request.output,
          let output = entry.output
        {
          try observer.report(InputFile.read(folder + "/" + output), of: entry.input)
        }
      }
    } catch {
      failure = error
    }
  }
}
