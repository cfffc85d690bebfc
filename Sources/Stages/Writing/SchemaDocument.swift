/// The JSON Schema of what is emitted.
package enum SchemaDocument {
  /// JSON Schema, draft 2020-12.
  package static var bytes: [UInt8] { JSONEmitter().emitSchema() }
}
