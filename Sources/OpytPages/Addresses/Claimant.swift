import OpytDiagnostics

/// Who wants an address, as the message says where two want the same one.
package struct Claimant: Sendable {
  let name: Phrase
  /// The file to mend; nil for what the program makes itself.
  var location: SourceLocation?
  /// The same file under the same address twice is one file.
  var source: String?

  init(_ name: Phrase, at location: SourceLocation? = nil, source: String? = nil) {
    self.name = name
    self.location = location
    self.source = source
  }
}
