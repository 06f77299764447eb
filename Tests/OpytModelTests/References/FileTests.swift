import OpytDiagnostics
import Testing

@testable import OpytModel

@Suite("Attachments and photos")
struct FileTests {
  private let base = TestNetwork.base

  private func attachment(_ file: String) -> TestNetwork {
    base.addingFields("attachments: [{title: План, file: '\(file)'}]", to: Base.project)
  }

  private func photo(_ file: String) -> TestNetwork {
    base.addingFields("photos: [{alt: Окно, consent: С-1, file: '\(file)'}]", to: Base.project)
  }

  private func image(_ file: String) -> TestNetwork {
    base.replacing("Текст проекта.", with: "![Окно](<\(file)>)", in: Base.project)
  }

  @Test(
    "are found beside the document and below it",
    arguments: [
      "plan.pdf", "PLAN.PDF", "./plan.pdf", "files/plan.docx", "План занятия.xlsx", "plan.v2.zip", "okno.jpg",
    ])
  func attachments(_ file: String) throws {
    let path = "content/projects/" + (file.hasPrefix("./") ? String(file.dropFirst(2)) : file)
    let network = attachment(file).addingFile(path)
    #expect(network.problems == [])
    #expect(try network.check().document(Base.project).filePaths == [path])
  }

  @Test(
    "photos and pictures in texts are images",
    arguments: ["okno.jpg", "okno.JPEG", "okno.png", "okno.webp", "okno.gif"])
  func photos(_ file: String) throws {
    let path = "content/projects/\(file)"
    #expect(photo(file).addingFile(path).problems == [])
    #expect(image(file).addingFile(path).problems == [])
    #expect(try image(file).addingFile(path).check().document(Base.project).linkTargets == [.file(path)])
  }

  @Test("that are missing are errors with the nearest")
  func missing() {
    let network = attachment("plan.pdf").addingFile("content/projects/plan5.pdf").addingFile("content/cases/plan.pdf")
    #expect(network.problems == ["content/projects/ogorod.md:2:35 file-missing error plan5.pdf"])
    #expect(network.messages == ["нет файла «plan.pdf»"])
    let below = attachment("files/plan.pdf").addingFile("content/projects/files/Plan.pdf")
    #expect(below.problems == ["content/projects/ogorod.md:2:35 file-missing error files/Plan.pdf"])
    #expect(attachment("plan.pdf").problems == ["content/projects/ogorod.md:2:35 file-missing error"])
    #expect(image("okno.png").problems == ["content/projects/ogorod.md:21:10 file-missing error"])
  }

  @Test(
    "outside the document's folder are refused, even where they exist",
    arguments: [
      "../plan.pdf", "..", "a/../plan.pdf", "/etc/plan.pdf", "a\\plan.pdf", "..\\plan.pdf", "https://host/plan.pdf",
      "./../plan.pdf",
    ])
  func outside(_ file: String) {
    let expected = ["content/projects/ogorod.md:2:35 path-outside error"]
    let network = attachment(file).addingFile("content/plan.pdf").addingFile("content/projects/plan.pdf")
    #expect(network.problems == expected)
    #expect(network.messages == ["файл «\(file)» лежит не рядом с документом"])
    #expect(photo(file).problems == ["content/projects/ogorod.md:2:42 path-outside error"])
  }

  @Test("a combining mark behind a slash does not hide it")
  func combiningMarks() {
    let network = attachment("../\u{301}plan.pdf").addingFile("content/\u{301}plan.pdf")
    #expect(network.problems == ["content/projects/ogorod.md:2:35 path-outside error"])
  }

  @Test(
    "of a type that may run or hide are refused",
    arguments: [
      "plan.exe", "okno.svg", "plan.html", ".env", "server.pem", "plan", "plan.pdf.sh", ".plan.pdf", ".git/plan.pdf",
      "id_rsa",
      "a.md", "plan.", "plan.js", "plan.htm", "plan.xhtml", "plan.pdf ",
    ])
  func forbidden(_ file: String) {
    let network = attachment(file).addingFile("content/projects/\(file)")
    #expect(network.problems == ["content/projects/ogorod.md:2:35 attachment-forbidden error"])
    #expect(network.messages == ["такие файлы не публикуются: «\(file)»"])
    #expect(network.check().diagnostics.first?.advice?.russian.hasPrefix("можно: csv, doc, docx") == true)
  }

  @Test("a photo that is no image is refused")
  func noImage() {
    let network = photo("plan.pdf").addingFile("content/projects/plan.pdf")
    #expect(network.problems == ["content/projects/ogorod.md:2:42 attachment-forbidden error"])
    #expect(network.messages == ["это не картинка: «plan.pdf»"])
    #expect(network.check().diagnostics.first?.advice?.russian == "можно: gif, jpeg, jpg, png, webp")
    #expect(
      image("plan.pdf").addingFile("content/projects/plan.pdf").problems == [
        "content/projects/ogorod.md:21:10 attachment-forbidden error"
      ])
  }

  @Test("that are too large are refused; a byte less is fine")
  func size() {
    let path = "content/projects/okno.jpg"
    #expect(attachment("okno.jpg").addingFile(path, size: 20 << 20).problems == [])
    #expect(
      attachment("okno.jpg").addingFile(path, size: 20 << 20 + 1).problems == [
        "content/projects/ogorod.md:2:35 file-too-large error"
      ])
    #expect(photo("okno.jpg").addingFile(path, size: 5 << 20).problems == [])
    let network = photo("okno.jpg").addingFile(path, size: 5 << 20 + 1)
    #expect(network.problems == ["content/projects/ogorod.md:2:42 file-too-large error"])
    #expect(network.messages == ["файл «okno.jpg» больше 5\u{A0}МБ"])
  }

  @Test("a photo and a picture have a description")
  func alt() {
    let photo = base.addingFields("photos: [{file: okno.jpg, consent: С-1}]", to: Base.project)
      .addingFile("content/projects/okno.jpg")
    #expect(photo.problems == ["content/projects/ogorod.md:2:10 value-missing error"])
    #expect(photo.messages == ["не заполнено обязательное поле «описание» (alt)"])
    let picture = base.replacing("Текст проекта.", with: "![](okno.jpg)", in: Base.project)
      .addingFile("content/projects/okno.jpg")
    #expect(picture.problems == ["content/projects/ogorod.md:21:5 image-alt-missing warning"])
  }

  @Test("a photo without consent is a warning, or an error where the site says so; with consent it is neither")
  func consent() {
    var network = base.addingFields("photos: [{file: okno.jpg, alt: Окно}]", to: Base.project)
      .addingFile("content/projects/okno.jpg")
    #expect(network.problems == ["content/projects/ogorod.md:2:17 photo-without-consent warning"])
    network.policy.photoConsentRequired = true
    #expect(network.problems == ["content/projects/ogorod.md:2:17 photo-without-consent error"])
    #expect(network.messages == ["у фотографии не указано согласие («согласие», consent)"])
    var good = photo("okno.jpg").addingFile("content/projects/okno.jpg")
    good.policy.photoConsentRequired = true
    #expect(good.problems == [])
  }
}
