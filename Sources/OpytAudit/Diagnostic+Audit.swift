import OpytDiagnostics
import OpytFiles
import OpytText

/// What is told of a published folder, and what to do about it.
extension Diagnostic {
  private static let buildAnew = Phrase(
    "соберите сайт заново (opyt build --clean), а копию сделайте ещё раз целиком",
    en: "build the site anew (opyt build --clean), and copy the whole folder again")
  /// Of what the program wrote so, or a layout of the site.
  private static let mendLayouts = Phrase(
    "соберите сайт заново; если не поможет, поправьте свои макеты (layouts), а если их нет – сообщите разработчикам Опыта",
    en: "build the site anew; if that does not help mend the site's layouts, or else tell the developers of Opyt")

  /// An author may have written a whole address of the site, which `check` does not follow.
  private static let mendLink = Phrase(
    "поправьте ссылку в материале, если её написал автор; если нет – соберите сайт заново или поправьте свои макеты (layouts)",
    en: "mend the link in the content where an author wrote it, or else build the site anew, or mend the site's layouts"
  )

  // MARK: Files

  static func missing(_ path: String) -> Diagnostic {
    Diagnostic(
      .siteFileMissing, Phrase("файла нет, а сайт собран с ним", en: "the file is gone: the site was built with it"),
      at: SourceLocation(file: path), advice: buildAnew)
  }

  static var markerMissing: Diagnostic {
    let name = OutputFolder.marker
    return Diagnostic(
      .siteFileMissing,
      Phrase(
        "нет файла \(name): без него Опыт не узнает свою папку и не заменит её новым сайтом",
        en: "\(name) is gone: without it Opyt does not know the folder for its own, and will not replace it"),
      at: SourceLocation(file: name), advice: buildAnew)
  }

  static func foreign(_ path: String) -> Diagnostic {
    Diagnostic(
      .siteFileForeign,
      Phrase("лишний файл: сайт собран без него", en: "one file too many: the site was built without it"),
      at: SourceLocation(file: path),
      advice: Phrase(
        "если он нужен читателям, положите его к материалам (content), а отсюда уберите: новая сборка его удалит",
        en: "if readers need it put it beside the content, and delete it here: the next build will"))
  }

  static func changed(from old: Int, to new: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .siteFileChanged,
      Phrase(
        "файл не такой, каким его записал Опыт: \(bytes(new)) вместо \(old)",
        en: "the file is not as Opyt wrote it: \(new) bytes instead of \(old)"),
      at: location, advice: buildAnew)
  }

  static func changed(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .siteFileChanged,
      Phrase(
        "файл не такой, каким его записал Опыт: размер прежний, а содержимое другое",
        en: "the file is not as Opyt wrote it: of the same size, with other content"),
      at: location, advice: buildAnew)
  }

  static func notAFile(isLink: Bool, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .siteFileChanged,
      isLink
        ? Phrase("это ссылка, а Опыт записал файл", en: "a link, where Opyt wrote a file")
        : Phrase("это не обычный файл", en: "not a regular file"),
      at: location, advice: buildAnew)
  }

  static func unreadable(_ path: String, _ why: Phrase) -> Diagnostic {
    Diagnostic(
      .fileUnreadable, Phrase("не читается: \(why.russian)", en: "can't be read: \(why.english)"),
      at: SourceLocation(file: path),
      advice: Phrase("дайте права на чтение или скопируйте сайт ещё раз", en: "permit reading, or copy the site again"))
  }

  static func nameNotUTF8(_ path: String) -> Diagnostic {
    Diagnostic(
      .nameInvalid,
      Phrase("имя не в UTF-8: Опыт таких не создаёт", en: "a name that is not UTF-8: Opyt makes none"),
      at: SourceLocation(file: path), advice: Phrase("уберите этот файл или папку", en: "remove the file or folder"))
  }

  static func notUTF8(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .encodingInvalid, Phrase("текст не в UTF-8 или с нулевыми байтами", en: "not UTF-8, or with zero bytes"),
      at: location, advice: buildAnew)
  }

  static var manifestMissing: Diagnostic {
    Diagnostic(
      .manifestDamaged,
      Phrase(
        "списка файлов сайта нет: нельзя сказать, все ли файлы на месте",
        en: "the list of the site's files is gone: nothing tells whether all are there"),
      at: SourceLocation(file: SiteManifest.fileName), advice: buildAnew)
  }

  static var manifestDamaged: Diagnostic {
    Diagnostic(
      .manifestDamaged,
      Phrase(
        "список файлов сайта повреждён или записан прежней версией Опыта: нельзя сказать, все ли файлы на месте",
        en: "the list of the site's files is damaged, or an older Opyt's: nothing tells whether all are there"),
      at: SourceLocation(file: SiteManifest.fileName), advice: buildAnew)
  }

  static func feedDamaged(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .fileDamaged, Phrase("это не XML: здесь ошибка", en: "not XML: here is a mistake"), at: location,
      advice: buildAnew)
  }

  static func pageCutOff(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .fileDamaged, Phrase("дальше страница не читается", en: "the page can't be read on"), at: location,
      advice: buildAnew)
  }

  static func tagMisplaced(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .fileDamaged,
      Phrase(
        "разметка нарушена: html, head или body стоит второй раз", en: "html, head or body stands there once more"),
      at: location, advice: mendLayouts)
  }

  // MARK: Links

  static func linkBroken(_ written: String, to target: FilePath?, at location: SourceLocation) -> Diagnostic {
    let file = target.map { $0.text }
    return Diagnostic(
      .linkUnresolved,
      file.map {
        Phrase(
          "«\(written)» никуда не ведёт: в папке нет файла «\($0)»",
          en: "“\(written)” leads nowhere: there is no “\($0)”")
      } ?? Phrase("«\(written)» никуда не ведёт", en: "“\(written)” leads nowhere"),
      at: location, advice: mendLink, cause: file)
  }

  static func anchorBroken(_ written: String, _ id: String, in target: FilePath, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      .anchorUnresolved,
      Phrase(
        "«\(written)» ведёт к месту, которого нет: на странице «\(target.text)» нет id «\(id)»",
        en: "“\(written)” leads to no place: “\(target.text)” has no id “\(id)”"),
      at: location, advice: mendLink, cause: "\(target.text)#\(id)")
  }

  static func linkNotAllowed(_ written: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .linkForbidden,
      Phrase("недопустимый адрес ссылки: «\(written)»", en: "an address no link may have: “\(written)”"),
      at: location, advice: mendLayouts)
  }

  static func requestsOutside(_ written: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .requestOutside,
      Phrase(
        "страница обращается за пределы сайта: «\(written)»",
        en: "something is asked for outside of the site: “\(written)”"),
      at: location, advice: mendLayouts, cause: written)
  }

  static func baseElement(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .requestOutside,
      Phrase("тег base уводит все ссылки страницы в другое место", en: "the base element leads all links elsewhere"),
      at: location, advice: mendLayouts)
  }

  // MARK: Scripts

  static func inlineScript(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .scriptInline,
      Phrase(
        "скрипт внутри страницы: скрипты бывают только отдельными файлами",
        en: "a script within the page: scripts are files of their own"),
      at: location, advice: mendLayouts)
  }

  static func eventHandler(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .scriptInline,
      Phrase(
        "скрипт в атрибуте «\(name)»: скрипты бывают только отдельными файлами",
        en: "a script in “\(name)”: scripts are files of their own"),
      at: location, advice: mendLayouts)
  }

  static func innerPage(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .scriptInline, Phrase("страница внутри страницы (srcdoc)", en: "a page within the page (srcdoc)"), at: location,
      advice: mendLayouts)
  }

  static func scriptAddress(_ written: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .scriptInline, Phrase("вместо адреса скрипт: «\(written)»", en: "a script in place of an address: “\(written)”"),
      at: location,
      advice: mendLayouts)
  }

  // MARK: Pages

  /// What every page says of itself.
  enum PagePart {
    case documentType, language, title, charset, policy, strictPolicy, earlyPolicy, noIndex

    fileprivate var message: Phrase {
      switch self {
      case .documentType:
        Phrase("страница не начинается с <!doctype html>", en: "the page does not begin with <!doctype html>")
      case .language:
        Phrase("страница не говорит, на каком она языке (lang)", en: "the page does not tell its language (lang)")
      case .title: Phrase("у страницы нет названия (title)", en: "the page has no title")
      case .charset:
        Phrase(
          "страница не говорит в начале, что она в UTF-8 (meta charset)",
          en: "the page does not tell at its start that it is UTF-8 (meta charset)")
      case .policy:
        Phrase(
          "у страницы нет политики безопасности (Content-Security-Policy)",
          en: "the page has no Content-Security-Policy")
      case .strictPolicy:
        Phrase(
          "политика безопасности страницы (Content-Security-Policy) пускает чужое или скрипты внутри страницы",
          en: "the page's Content-Security-Policy lets in what is not the site's, or scripts within the page")
      case .noIndex:
        Phrase(
          "страница издания для участников не закрыта от поисковых систем (noindex)",
          en: "a page of the members' edition does not keep search engines away (noindex)")
      case .earlyPolicy:
        Phrase(
          "политика безопасности (Content-Security-Policy) стоит после того, что она должна сдерживать",
          en: "the page's Content-Security-Policy stands behind what it should hold back")
      }
    }
  }

  static func incomplete(_ part: PagePart, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.pageIncomplete, part.message, at: location, advice: mendLayouts, cause: "\(part)")
  }

  static func idRepeated(_ id: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .pageIDRepeated, Phrase("id «\(id)» на этой странице уже есть", en: "the page has the id “\(id)” already"),
      at: location,
      advice: mendLayouts)
  }

  static func altMissing(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .imageAltMissing,
      Phrase("картинка без описания (alt)", en: "a picture without words for those who can't see it (alt)"),
      at: location,
      advice: mendLayouts)
  }

  static func noFirstHeading(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .headingsOutOfOrder, Phrase("на странице нет главного заголовка (h1)", en: "the page has no main heading (h1)"),
      at: location,
      advice: mendLayouts)
  }

  static func secondFirstHeading(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .headingsOutOfOrder,
      Phrase("на странице второй главный заголовок (h1)", en: "the page has a second main heading (h1)"),
      at: location, advice: mendLayouts)
  }

  static func headingSkipped(_ level: Int, behind last: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .headingsOutOfOrder,
      last == 0
        ? Phrase(
          "страница начинается с заголовка h\(level), а не h1", en: "the page begins with a heading h\(level), not h1")
        : Phrase(
          "после заголовка h\(last) сразу h\(level): пропущен уровень",
          en: "h\(level) right behind h\(last): a level is skipped"),
      at: location, advice: mendLayouts)
  }

  private static func bytes(_ count: Int) -> String { Plural("байт", "байта", "байт").counted(count) }
}

extension DiagnosticCollector {
  /// An error.
  mutating func tell(_ code: DiagnosticCode, _ diagnostic: @autoclosure () -> Diagnostic) {
    add(code, .error, diagnostic())
  }
}
