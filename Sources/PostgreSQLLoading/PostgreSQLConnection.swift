internal import CLibPQ
internal import Glibc
internal import Tabulating

/// One connection to a server, through libpq.
struct PostgreSQLConnection: ~Copyable {
  private let handle: OpaquePointer

  /// The URL, or keywords, as libpq takes them; the rest comes from the PG* variables.
  init(_ url: String) throws(StoreError) {
    guard let handle = PQconnectdb(url) else {
      throw StoreError(what: "no memory for a connection", remedy: "close other programs")
    }
    guard PQstatus(handle) == CONNECTION_OK else {
      let message = Self.oneLine(PQerrorMessage(handle))
      PQfinish(handle)
      throw StoreError(
        what: "cannot connect to PostgreSQL: \(message)",
        remedy:
          "check that the server runs, the URL (postgresql://user@host:port/database) and the "
          + "PG* variables")
    }
    self.handle = handle
    // Notices such as «relation already exists, skipping» are no news.
    _ = PQsetNoticeProcessor(handle, { _, _ in }, nil)
    _ = PQsetClientEncoding(handle, "UTF8")
  }

  deinit { PQfinish(handle) }

  /// Runs SQL statements; rows are given as texts, nil for null.
  @discardableResult
  borrowing func run(
    _ sql: String, _ parameters: [String] = []
  ) throws(StoreError) -> [[String?]] {
    let result: OpaquePointer?
    if parameters.isEmpty {
      result = PQexec(handle, sql)
    } else {
      let copies = parameters.map { strdup($0) }
      defer { for copy in copies { free(copy) } }
      let values = copies.map { UnsafePointer<CChar>($0) }
      result = PQexecParams(
        handle, sql, Int32(parameters.count), nil, values, nil, nil, 0)
    }
    defer { PQclear(result) }
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: return []
    case PGRES_TUPLES_OK:
      return (0..<PQntuples(result)).map { row in
        (0..<PQnfields(result)).map { column in
          PQgetisnull(result, row, column) == 1
            ? nil : String(cString: PQgetvalue(result, row, column))
        }
      }
    default: throw failure(result)
    }
  }

  /// Sends the text format of COPY.
  borrowing func copy(_ command: String, _ data: [[UInt8]]) throws(StoreError) {
    let result = PQexec(handle, command)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COPY_IN else { throw failure(result) }
    for piece in data where !piece.isEmpty {
      let isSent = piece.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) {
          PQputCopyData(handle, $0.baseAddress, Int32($0.count))
        }
      }
      guard isSent == 1 else { throw failure(nil) }
    }
    guard PQputCopyEnd(handle, nil) == 1 else { throw failure(nil) }
    var error: StoreError?
    while let result = PQgetResult(handle) {
      if PQresultStatus(result) != PGRES_COMMAND_OK { error = failure(result) }
      PQclear(result)
    }
    if let error { throw error }
  }

  /// The server's complaint. Class 22 and 23 of its codes are data that contradict each other.
  private borrowing func failure(_ result: OpaquePointer?) -> StoreError {
    let message = Self.oneLine(result.map { PQresultErrorMessage($0) } ?? PQerrorMessage(handle))
    let code =
      result.flatMap { PQresultErrorField($0, Int32(UInt8(ascii: "C"))) }.map {
        String(cString: $0)
      }
      ?? ""
    if code.hasPrefix("22") || code.hasPrefix("23") {
      return StoreError(
        what: "its rows contradict each other (\(message))", remedy: "convert the report again",
        concernsRows: true)
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
