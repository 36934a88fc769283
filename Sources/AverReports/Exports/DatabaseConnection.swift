import AverModel
import CSQLite

/// Why a database could not be written.
package struct DatabaseFailure: Error, Equatable {
  /// What SQLite said.
  package let message: String
}

/// An open database.
@safe
final class DatabaseConnection {
  /// `SQLite` and its version.
  static var libraryVersion: String { unsafe "SQLite " + String(cString: aver_sqlite_version()) }

  private let handle: OpaquePointer

  /// Opens a file that is empty or not there.
  init(path: String) throws(DatabaseFailure) {
    guard let handle = unsafe aver_database_open(path) else {
      throw DatabaseFailure(message: "there is not enough memory")
    }
    unsafe self.handle = handle
    try check()
  }

  deinit { _ = unsafe aver_database_close(handle) }

  /// Throws the first thing that went wrong, if anything has.
  func check() throws(DatabaseFailure) {
    guard let text = unsafe aver_database_error(handle) else { return }
    throw unsafe DatabaseFailure(message: String(cString: text))
  }

  /// Runs statements without values.
  func run(_ text: String) throws(DatabaseFailure) {
    unsafe aver_database_run(handle, text)
    try check()
  }

  /// Prepares a statement; it must not outlive the connection.
  func statement(_ text: String) throws(DatabaseFailure) -> DatabaseStatement {
    guard let statement = unsafe aver_database_prepare(handle, text) else {
      throw DatabaseFailure(message: "there is not enough memory")
    }
    try check()
    return unsafe DatabaseStatement(statement)
  }

  /// Prepares the insertion of a row; `isOnce` passes over a row whose primary key is there.
  func insertion(
    into table: String,
    columns: Int,
    isOnce: Bool = false
  ) throws(DatabaseFailure) -> DatabaseStatement {
    let places = (1...columns).map { "?\($0)" }.joined(separator: ",")
    return try statement("INSERT \(isOnce ? "OR IGNORE " : "")INTO \(table) VALUES (\(places))")
  }
}

/// A value of a column.
enum DatabaseValue {
  case null
  case text(String?)
  case integer(Int?)
  case decimal(ExactDecimal)
  /// Texts as a JSON array; nothing for none.
  case list([String])
}

/// A prepared statement.
@safe
struct DatabaseStatement {
  private let handle: OpaquePointer

  fileprivate init(_ handle: OpaquePointer) { unsafe self.handle = handle }

  /// Runs the statement once; gives the number of the row that was added.
  @discardableResult
  func run(_ values: [DatabaseValue]) -> Int {
    for (index, value) in values.enumerated() {
      let number = Int32(index + 1)
      switch value {
      case .null, .text(nil), .integer(nil): break
      case .text(let text?): bind(text, number)
      case .integer(let integer?): unsafe aver_statement_integer(handle, number, Int64(integer))
      case .decimal(let decimal):
        unsafe aver_statement_real(handle, number, Double(decimal.description) ?? 0)
      case .list(let texts):
        guard !texts.isEmpty else { continue }
        var json = JSONWriter()
        json.beginArray()
        for text in texts { json.string(text) }
        json.endArray()
        bind(String(decoding: json.bytes, as: UTF8.self), number)
      }
    }
    return Int(unsafe aver_statement_run(handle))
  }

  private func bind(_ text: String, _ number: Int32) {
    var text = text
    text.withUTF8 { bytes in
      unsafe aver_statement_text(handle, number, bytes.baseAddress, Int32(bytes.count))
    }
  }
}
