import OpytMedia

/// A picture is refused, or published so that nothing more can be taken out of it.
enum PicturePromises {
  private static let workshop = PictureWorkshop()
  private static let names = ["a.jpg", "a.png", "a.gif", "a.webp", "a.pdf", "a.docx"]

  static func check(_ bytes: [UInt8]) {
    for name in names {
      guard let published = try? workshop.published(name, bytes) else { continue }
      let again = try? workshop.published(name, published)
      promise(again == published, "\(name): published twice, \(published.count) and \(again?.count ?? -1) bytes")
    }
  }
}
