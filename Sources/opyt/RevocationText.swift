import OpytDiagnostics
import OpytModel
import OpytSite
import OpytText

/// What becomes of a site when a consent is withdrawn, for people: who and what is shown with it, what of the site
/// vanishes and changes, and what to do next.
struct RevocationText {
  private let revocation: Revocation
  private let language: Language

  /// Whether something will have to be mended before the site can be built without the consent.
  private let hasProblems: Bool

  init(_ revocation: Revocation, hasProblems: Bool, in language: Language) {
    self.revocation = revocation
    self.hasProblems = hasProblems
    self.language = language
  }

  var text: String {
    let number = revocation.number
    var parts = [
      revocation.edition == .members
        ? Phrase("Издание для участников сети.\n", en: "The members' edition.\n")(in: language) : nil,
      section(Phrase("Согласие «\(number)». По нему показаны", en: "Consent “\(number)”. Shown with it"), uses),
    ]
    parts.append(
      section(
        Phrase("С сайта исчезнут", en: "What vanishes from the site"), lines(revocation.vanishing)))
    parts.append(section(Phrase("Изменятся", en: "What changes"), lines(revocation.changing)))
    parts.append(
      section(
        Phrase("Станут другими, если сделать их заново", en: "What would be another one, made anew"),
        revocation.copies.map(line)))
    parts.append(
      section(
        Phrase(
          "Останется: человек назван в тексте словами. Проверьте и поправьте сами",
          en: "What stays: the person is named in words. Look and mend it yourself"),
        revocation.words.map(place)))
    // Where words come from a place that can't be named, the pages are.
    if revocation.words.isEmpty {
      parts.append(
        section(
          Phrase("Останется имя на страницах: проверьте", en: "Pages that keep the name: look at them"),
          revocation.wordPages.map(line)))
    }
    parts.append(
      section(
        Phrase(
          "Останутся такие же снимки под другим именем: проверьте, чьё согласие на них нужно",
          en: "The same pictures under other names stay: see whose consent they need"),
        revocation.samePictures.map(line)))
    parts.append(section(Phrase("Что делать", en: "What to do"), steps))
    if hasProblems {
      parts.append(
        Phrase(
          "Когда отзыв будет записан, сайт не соберётся, пока не исправите и это:\n",
          en: "When the withdrawal is written the site can't be built until this is mended too:\n")(in: language))
    }
    return parts.compactMap(\.self).joined(separator: "\n") + "\n"
  }

  private var uses: [String] {
    revocation.uses.map { use in
      let ended = use.hasEnded ? Phrase(" – уже не действует", en: " – holds no more")(in: language) : ""
      guard let photo = use.photo else { return "\(use.title) – \(place(use.location))\(ended)" }
      return Phrase(
        "снимок \(photo) («\(use.title)») – \(place(use.location))\(ended)",
        en: "the photo \(photo) (“\(use.title)”) – \(place(use.location))\(ended)")(in: language)
    }
  }

  private var steps: [String] {
    let open = revocation.uses.filter { !$0.hasEnded }
    guard !open.isEmpty else {
      return [
        Phrase(
          "1. Отмечать нечего: согласие уже отозвано или истекло. Если сайт с тех пор не собирали, соберите: opyt build",
          en: "1. Nothing to mark: the consent is withdrawn or has ended. If the site is older, build it: opyt build")(
            in: language)
      ]
    }
    var steps = open.map { use in
      Phrase(
        use.photo == nil
          ? "\(place(use.location)): под строкой с номером добавьте «\(use.mend)»"
          : "\(place(use.location)): к этому снимку добавьте «\(use.mend)»",
        en: "\(place(use.location)): add “\(use.mend)” beside the number")
    }
    steps.append(
      revocation.edition == .open
        ? Phrase("соберите сайт (opyt build) и проверьте его (opyt audit)", en: "build the site and audit it")
        : Phrase(
          "соберите издание для участников (opyt build --members --output папка) и проверьте его (opyt audit папка)",
          en: "build the members' edition and audit it"))
    steps.append(
      Phrase(
        "опубликуйте его так, чтобы исчезнувшие файлы удалились и с сервера, и с копий на флешках",
        en: "publish it so that what vanished is deleted on the server too, and on all copies"))
    if revocation.edition == .open, revocation.hasClosed {
      steps.append(
        Phrase(
          """
          если сеть собирает и издание для участников, узнайте, что изменится в нём: \
          opyt revoke \(revocation.number) --members
          """,
          en: "where there is a members' edition, see what changes in it: opyt revoke \(revocation.number) --members"))
    }
    if !revocation.copies.isEmpty {
      steps.append(
        Phrase(
          "письма и таблицы, которые уже разосланы (таблицы и за другие годы), останутся у получателей: попросите удалить",
          en: "letters and tables that were sent, of other years too, stay with those who have them: ask to delete them"
        ))
    }
    return steps.enumerated().map { "\($0 + 1). \($1(in: language))" }
  }

  private func section(_ title: Phrase, _ lines: [String]) -> String? {
    lines.isEmpty ? nil : "\(title(in: language)):\n" + lines.map { "  \(printable($0))\n" }.joined()
  }

  /// The parts of the search index, of which there are many, in one line.
  private func lines(_ outputs: [Revocation.Output]) -> [String] {
    let parts = outputs.count { $0.isSearchIndex }
    let counted = Plural("файл", "файла", "файлов").counted(parts)
    let index = Phrase("указатель поиска: \(counted)", en: "the search index: \(parts) files")(in: language)
    return outputs.filter { !$0.isSearchIndex }.map(line) + (parts > 0 ? [index] : [])
  }

  private func line(_ output: Revocation.Output) -> String { output.path + (output.url.map { "  \($0)" } ?? "") }

  private func line(_ copy: Revocation.Copy) -> String {
    switch copy {
    case .issue(let number):
      Phrase("бюллетень № \(number) (opyt bulletin \(number))", en: "issue No. \(number) (opyt bulletin \(number))")(
        in: language)
    case .table(let year, let file):
      Phrase(
        "таблица \(file) за \(year.text) (opyt report --year \(year.text))",
        en: "the table \(file) of \(year.text) (opyt report --year \(year.text))")(in: language)
    }
  }

  private func place(_ location: SourceLocation) -> String {
    location.file + (location.range.map { ":\($0.start.line)" } ?? "")
  }

  /// An author's words must not steer the terminal.
  private func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
