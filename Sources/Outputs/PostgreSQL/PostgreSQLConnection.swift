internal import CLibPQ
internal import Glibc
internal import Tables

/// One connection to a server, through libpq.
struct PostgreSQLConnection: ~Copyable {
  private let libpq: clp_functions
  // Safe: not copyable, so one value owns the connection and closes it once.
  private let handle: OpaquePointer

  /// The URL, or keywords, as libpq takes them; the rest comes from the PG* variables.
  init(_ url: String) throws(StoreError) {
    var libpq = clp_functions()
    if let missing = clp_open(&libpq) {
      throw StoreError(
        what: "PostgreSQL's client library cannot be opened (\(String(cString: missing)))",
        remedy: "install it (Debian: apt install libpq5)")
    }
    guard let handle = libpq.PQconnectdb(url) else {
      throw StoreError(what: "no memory for a connection", remedy: "close other programs")
    }
    guard libpq.PQstatus(handle) == CONNECTION_OK else {
      let message = Self.oneLine(libpq.PQerrorMessage(handle))
      libpq.PQfinish(handle)
      throw StoreError(
        what: "cannot connect to PostgreSQL: \(message)",
        remedy:
          "check that the server runs, the URL (postgresql://user@host:port/database) and the "
          + "PG* variables")
    }
    self.libpq = libpq
    self.handle = handle
    // Notices such as «relation already exists, skipping» are no news.
    _ = libpq.PQsetNoticeProcessor(handle, { _, _ in }, nil)
    _ = libpq.PQsetClientEncoding(handle, "UTF8")
  }

  deinit { libpq.PQfinish(handle) }

  /// Runs SQL statements; rows are given as texts, nil for null.
  @discardableResult
  borrowing func run(
    _ sql: String, _ parameters: [String] = []
  ) throws(StoreError) -> [[String?]] {
    let result: OpaquePointer?
    if parameters.isEmpty {
      result = libpq.PQexec(handle, sql)
    } else {
      let copies = parameters.map { strdup($0) }
      defer { for copy in copies { free(copy) } }
      // Safe: strdup ends each with NUL, and they are freed only behind the call.
      let values = copies.map { UnsafePointer<CChar>($0) }
      result = libpq.PQexecParams(
        handle, sql, Int32(parameters.count), nil, values, nil, nil, 0)
    }
    defer { libpq.PQclear(result) }
    switch libpq.PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: return []
    case PGRES_TUPLES_OK:
      return (0..<libpq.PQntuples(result)).map { row in
        (0..<libpq.PQnfields(result)).map { column in
          libpq.PQgetisnull(result, row, column) == 1
            ? nil : libpq.PQgetvalue(result, row, column).map { String(cString: $0) }
        }
      }
    default: throw failure(result)
    }
  }

  /// Sends the text format of COPY.
  borrowing func copy(_ command: String, _ data: [[UInt8]]) throws(StoreError) {
    let result = libpq.PQexec(handle, command)
    defer { libpq.PQclear(result) }
    guard libpq.PQresultStatus(result) == PGRES_COPY_IN else { throw failure(result) }
    for piece in data where !piece.isEmpty {
      // Safe: borrowed for the call; bytes and chars have one layout, and libpq is told the count.
      let isSent = piece.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) {
          libpq.PQputCopyData(handle, $0.baseAddress, Int32($0.count))
        }
      }
      guard isSent == 1 else { throw failure(nil) }
    }
    guard libpq.PQputCopyEnd(handle, nil) == 1 else { throw failure(nil) }
    var error: StoreError?
    while let result = libpq.PQgetResult(handle) {
      if libpq.PQresultStatus(result) != PGRES_COMMAND_OK { error = failure(result) }
      libpq.PQclear(result)
    }
    if let error { throw error }
  }

  /// The server's complaint. Class 22 and 23 of its codes are data that contradict each other.
  private borrowing func failure(_ result: OpaquePointer?) -> StoreError {
    let message = Self.oneLine(
      result.map { libpq.PQresultErrorMessage($0) } ?? libpq.PQerrorMessage(handle))
    let code =
      result.flatMap { libpq.PQresultErrorField($0, Int32(UInt8(ascii: "C"))) }.map {
        String(cString: $0)
      }
      ?? ""
    if code.hasPrefix("22") || code.hasPrefix("23") {
      return StoreError(
        what: "its rows contradict each other (\(message))", remedy: "convert the report again",
        concernsRows: true)
    }
    // Class 54: something of it is larger than the server takes: a name that an index cannot hold.
    if code.hasPrefix("54") {
      return StoreError(
        what: "PostgreSQL does not take it (\(message))",
        remedy: "look whether a text of the report is far too long", concernsRows: true)
    }
    if code == "42501" {
      return StoreError(
        what: "PostgreSQL: \(message)", remedy: "ask for the right to create tables there")
    }
    return StoreError(what: "PostgreSQL: \(message)", remedy: "check the server and load again")
  }

  private static func oneLine(_ message: UnsafePointer<CChar>?) -> String {
    guard let message else { return "" }
    let words = String(cString: message).split { $0 == "\n" || $0 == "\t" || $0 == " " }
    return words.joined(separator: " ")
  }
}
