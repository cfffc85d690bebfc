package import Files
internal import OutputReading
internal import PostgreSQL
internal import SQLite
internal import Synchronization
package import Tables
internal import TextLibraries

/// Loads reports into a database as they come, from several tasks at once.
///
/// What is in the database at the end depends on the set of reports given, not on their order: each
/// report stands for itself, under the id of its source. Where one run is given two outputs of the same
/// source that differ, the one with the smaller digest stays.
package final class ReportLoading: Sendable {
  private let state: Mutex<State>
  /// Apart from the state: while one task writes a batch, the others prepare the next.
  private let store: Mutex<any ReportStore>

  /// Where reports are loaded into.
  package enum Target: Sendable {
    /// A file, which need not be there yet.
    case sqlite(path: String)
    /// A connection URL; what it leaves out comes from the PG* variables. The schema is made if it is
    /// not there.
    case postgreSQL(url: String, schema: String)
  }

  /// What became of the reports.
  package struct Summary: Sendable {
    /// Not there before.
    package var added = 0
    /// There before with other content.
    package var replaced = 0
    /// There before with the same content.
    package var unchanged = 0
    /// Rows written.
    package var rows = 0
    /// Files that were not loaded, sorted by name.
    package var failures: [(name: String, error: FileError)] = []
    /// Files set aside since another output of the same source was given, sorted by name.
    package var setAside: [String] = []
  }

  struct State {
    /// What the database holds, and what waits for it: digests by report.
    var digests: [String: String]
    /// The digests in `digests`.
    var known: [String: String]
    /// The reports of this run.
    var seen: Set<String> = []
    var waiting: [Waiting] = []
    var waitingRows = 0
    var summary = Summary()
  }

  /// A report that waits for its batch to be full.
  struct Waiting {
    var name: String
    var rows: ReportRows
  }

  /// So many rows are written in one transaction: enough for its cost not to matter, and few enough that
  /// little waits in memory.
  static let transactionRows = 50_000

  /// Connects, brings the schema to the newest version and writes what codes mean.
  ///
  /// - Parameters:
  ///   - target: where reports are loaded into.
  ///   - vocabulary: what codes mean.
  /// - Throws: where there is no such database or it is not ours.
  package init(into target: Target, vocabulary: Vocabulary) throws(FileError) {
    do throws(StoreError) {
      let store: any ReportStore =
        switch target {
        case .sqlite(let path): try SQLiteStore(path: path)
        case .postgreSQL(let url, let schema): try PostgreSQLStore(url: url, schema: schema)
        }
      try store.replace(vocabulary)
      let digests = try store.digests()
      self.store = Mutex(store)
      state = Mutex(
        State(
          digests: digests,
          known: Dictionary(digests.map { ($0.value, $0.key) }, uniquingKeysWith: { $1 })))
    } catch {
      throw FileError(error)
    }
  }

  /// Loads one report; `name` is what messages call it. What is wrong with the report is told by
  /// ``finish()``.
  ///
  /// - Throws: where the database cannot be written to.
  package func load(json: [UInt8], named name: String) throws(FileError) {
    let digest = Digest(of: json).hexadecimal
    let isKnown = state.withLock { state in
      guard let id = state.known[digest] else { return false }
      state.seen.insert(id)
      state.summary.unchanged += 1
      return true
    }
    guard !isKnown else { return }
    // The costly part runs beside other loads.
    let rows: ReportRows
    do {
      rows = try ReportTabulator.rows(of: json, digest: digest)
    } catch {
      fail(name, FileError(error))
      return
    }
    if let batch = state.withLock({ $0.take(rows, named: name) }) { try write(batch) }
  }

  /// Writes a batch; where one report is at fault, the others are written all the same.
  private func write(_ batch: [Waiting]) throws(FileError) {
    let result = store.withLock { store in
      // Batches may come here in another order than they were filled in.
      let reports = state.withLock { state in
        batch.filter { state.digests[$0.rows.reportID] == $0.rows.digest }
      }
      return Result { () throws(StoreError) in try Self.write(reports, into: store) }
    }
    let (rows, failures) = try Self.rethrow(result)
    state.withLock { state in
      state.summary.rows += rows
      state.summary.added -= failures.count
      state.summary.failures += failures
    }
  }

  private static func write(
    _ reports: [Waiting], into store: any ReportStore
  ) throws(StoreError) -> (rows: Int, failures: [(name: String, error: FileError)]) {
    guard !reports.isEmpty else { return (0, []) }
    do {
      try store.replace(reports.map(\.rows))
      return (reports.reduce(0) { $0 + $1.rows.total }, [])
    } catch  where error.concernsRows {
      var rows = 0
      var failures: [(name: String, error: FileError)] = []
      for report in reports {
        do {
          try store.replace([report.rows])
          rows += report.rows.total
        } catch  where error.concernsRows {
          failures.append((report.name, FileError(error)))
        }
      }
      return (rows, failures)
    }
  }

  /// Tells that a file could not even be read.
  package func fail(_ name: String, _ error: FileError) {
    state.withLock { $0.summary.failures.append((name, error)) }
  }

  /// Writes what still waits.
  package func finish() throws(FileError) -> Summary {
    try write(state.withLock { $0.drain() })
    try Self.rethrow(
      store.withLock { store in Result { () throws(StoreError) in try store.finish() } })
    var summary = state.withLock { $0.summary }
    summary.failures.sort { $0.name < $1.name }
    summary.setAside.sort()
    return summary
  }

  @discardableResult
  private static func rethrow<Value>(
    _ result: Result<Value, StoreError>
  ) throws(FileError) -> Value {
    do { return try result.get() } catch { throw FileError(error) }
  }
}

extension ReportLoading.State {
  /// Takes a report in; gives the batch where it is full now.
  mutating func take(_ rows: ReportRows, named name: String) -> [ReportLoading.Waiting]? {
    let id = rows.reportID
    if seen.contains(id), let digest = digests[id] {
      guard rows.digest < digest else {
        if rows.digest != digest { summary.setAside.append(name) }
        return nil
      }
      if let index = waiting.firstIndex(where: { $0.rows.reportID == id }) {
        summary.setAside.append(waiting[index].name)
        waitingRows -= waiting[index].rows.total
        waiting.remove(at: index)
      }
    } else if digests[id] == nil {
      summary.added += 1
    } else {
      summary.replaced += 1
    }
    if let old = digests[id] { known[old] = nil }
    seen.insert(id)
    digests[id] = rows.digest
    known[rows.digest] = id
    waiting.append(ReportLoading.Waiting(name: name, rows: rows))
    waitingRows += rows.total
    return waitingRows >= ReportLoading.transactionRows ? drain() : nil
  }

  /// Gives what waits.
  mutating func drain() -> [ReportLoading.Waiting] {
    defer {
      waiting = []
      waitingRows = 0
    }
    return waiting
  }
}

extension FileError {
  /// A database's error.
  fileprivate init(_ error: StoreError) {
    self.init(what: error.what, remedy: error.remedy, concernsOutput: !error.concernsRows)
  }
}
