import OpytDiagnostics

/// What a file is, by its name or by its first bytes.
package enum MediaKind: String, CaseIterable, Hashable, Sendable {
  case jpeg, png, gif, webP
  case pdf, oldOffice, richText, zip, text
  case mp3, ogg, mp4, webM
  // What is never published.
  case heic, bmp, tiff, markup, program, otherArchive

  /// - Parameter fileName: nil for an ending that is not published.
  package init?(fileName: String) {
    guard let dot = fileName.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "jpg", "jpeg": self = .jpeg
    case "png": self = .png
    case "gif": self = .gif
    case "webp": self = .webP
    case "pdf": self = .pdf
    case "doc", "xls", "ppt": self = .oldOffice
    case "docx", "xlsx", "pptx", "odt", "ods", "odp", "zip": self = .zip
    case "rtf": self = .richText
    case "txt", "csv": self = .text
    case "mp3": self = .mp3
    case "ogg": self = .ogg
    case "mp4", "m4a": self = .mp4
    case "webm": self = .webM
    default: return nil
    }
  }

  package var isPicture: Bool {
    switch self {
    case .jpeg, .png, .gif, .webP: true
    default: false
    }
  }

  /// What it is called.
  var title: Phrase {
    switch self {
    case .jpeg: Phrase("картинка JPEG", en: "a JPEG picture")
    case .png: Phrase("картинка PNG", en: "a PNG picture")
    case .gif: Phrase("картинка GIF", en: "a GIF picture")
    case .webP: Phrase("картинка WebP", en: "a WebP picture")
    case .pdf: Phrase("документ PDF", en: "a PDF document")
    case .oldOffice: Phrase("документ Word, Excel или PowerPoint прежних версий", en: "a document of an older Office")
    case .richText: Phrase("документ RTF", en: "an RTF document")
    case .zip: Phrase("документ или архив в формате ZIP (docx, xlsx, odt, zip)", en: "a ZIP (docx, xlsx, odt, zip)")
    case .text: Phrase("простой текст", en: "plain text")
    case .mp3: Phrase("запись MP3", en: "an MP3 recording")
    case .ogg: Phrase("запись Ogg", en: "an Ogg recording")
    case .mp4: Phrase("запись MP4", en: "an MP4 recording")
    case .webM: Phrase("видео WebM", en: "a WebM video")
    case .heic: Phrase("картинка HEIC (так снимают телефоны)", en: "a HEIC picture (phones make them)")
    case .bmp: Phrase("картинка BMP", en: "a BMP picture")
    case .tiff: Phrase("картинка TIFF", en: "a TIFF picture")
    case .markup: Phrase("страница HTML, рисунок SVG или другая разметка", en: "HTML, SVG or other markup")
    case .program: Phrase("программа", en: "a program")
    case .otherArchive: Phrase("архив", en: "an archive")
    }
  }

  /// The ending that a file of this kind is published under; nil where several may be, or none.
  var publishedEnding: String? {
    switch self {
    case .jpeg: "jpg"
    case .png: "png"
    case .gif: "gif"
    case .webP: "webp"
    case .pdf: "pdf"
    case .richText: "rtf"
    case .mp3: "mp3"
    case .ogg: "ogg"
    case .mp4: "mp4"
    case .webM: "webm"
    default: nil
    }
  }
}
