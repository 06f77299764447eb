/// A file that an author puts beside a document.
package enum AuthorFile {
  /// How much of a file must be read to look at it: a picture is walked through to its end.
  package static func inspectedLength(_ fileName: String) -> Int {
    MediaKind(fileName: fileName)?.isPicture == true ? .max - 1 : MediaKind.signatureLength
  }

  /// What is wrong with a file, as far as can be told without decoding it.
  /// - Parameter bytes: all of a picture, else the first ``MediaKind/signatureLength``.
  package static func inspect(_ fileName: String, _ bytes: [UInt8]) throws(MediaFault) {
    if bytes.isEmpty { throw .empty }
    guard let kind = MediaKind(fileName: fileName) else { return }
    let found = MediaKind(signature: Array(bytes.prefix(MediaKind.signatureLength)), promised: kind)
    guard kind.mayContain(found) else { throw .otherKind(found) }
    if kind.isPicture { _ = try Picture(kind, bytes) }
  }
}
