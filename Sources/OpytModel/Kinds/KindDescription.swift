public import OpytDiagnostics

/// What a kind is called, and where its documents and pages stand: declared once, beside its fields.
public struct KindDescription: Sendable {
  /// `master_class`: what themes call it.
  public let name: String
  /// Its folder under `content/`.
  public let folder: String
  /// The name of that folder in Russian, which is accepted as well.
  public let russianFolder: String
  /// The first part of its pages' addresses; empty for free pages, which stand at the top.
  public let address: String
  /// «проект», “project”.
  public let singular: Phrase
  /// «проекта», «детского сада»: nothing of this kind was found.
  public let genitive: String
  /// «Проекты»: the name of the list.
  public let listTitle: String
  /// The file that shows how it is written.
  public let sample: KindSample

  init(
    _ name: String, folder: String, russianFolder: String, address: String, _ singular: Phrase, genitive: String,
    listTitle: String, sample: KindSample
  ) {
    self.name = name
    self.folder = folder
    self.russianFolder = russianFolder
    self.address = address
    self.singular = singular
    self.genitive = genitive
    self.listTitle = listTitle
    self.sample = sample
  }
}
