import OpytModel

/// What is for members only in a ``ClosedNetwork``: one document of every kind that can be closed, each naming the
/// others and whatever is open. A new kind, or a new field that names documents, gets its line here.
extension ClosedNetwork {
  /// The folder of each kind, the fields, and whether what its fields can't name stands in its text.
  static let closedForMembers: [Kind: (name: String, fields: String)] = [
    .person: (
      "kladezeva",
      """
      title: Кладезева Раиса Львовна
      position: методист
      kindergarten: sad-5
      consent: С-2024-790
      expertise: [Сокровенное]
      development: [{activity: Сокровенный курс, visibility: public, deficits: [bez-otveta, tayna-defitsit], passes_on_to: tayna-krug}]
      """
    ),
    .community: (
      "tayna-krug",
      """
      title: Сокровенный круг
      idea: Сокровенная.
      goal: Сокровенная.
      coordinator: [kladezeva]
      members: [kladezeva, ilina, orlova]
      directions: [sreda]
      kindergartens: [sad-5]
      deficits: [bez-otveta, voprosy, tayna-defitsit]
      level: regional
      rounds:
        - { academic_year: 2024/2025, deficit: molchali, result: Сокровенный., stages: [{ stage: 4, product: [Сокровенное] }] }
        - { academic_year: 2025/2026, deficit: bez-otveta, strategy: pauza, stages: [{ stage: 1, start: 2025-09-01 }] }
      """
    ),
    .event: (
      "tayna-vstrecha",
      """
      title: Сокровенная встреча
      form: клуб
      start: 2026-09-15 10:00
      task: Сокровенная.
      initiators: [kladezeva, ilina]
      directions: [sreda]
      kindergartens: [sad-5]
      partners: [biblioteka, tayna-biblioteka]
      attended: 9
      attended_kindergartens: [sad-10]
      feedback: [Сокровенно]
      special_needs: [speech, gifted]
      community: tayna-krug
      seminar: seminars/zh-seminars-members
      deficits: [bez-otveta, tayna-defitsit]
      materials: [projects/ogorod, cases/zh-members]
      """
    ),
    .deficit: (
      "tayna-defitsit",
      """
      title: Сокровенный дефицит
      description: Сокровенный.
      revealed_by: Сокровенно.
      areas: [arts, cognitive]
      ages: [1-2, 5-6]
      directions: [sreda]
      period: 2025/2026
      """
    ),
    .strategy: (
      "tayna-strategiya",
      """
      title: Сокровенная стратегия
      goal: Сокровенная.
      result: Сокровенный.
      tactics: [Сокровенная]
      deficits: [bez-otveta, voprosy, tayna-defitsit]
      """
    ),
    .methodPlan: (
      "tayna-plan",
      """
      title: Сокровенный план
      academic_year: 2026/2027
      kindergarten: sad-5
      topics:
        - { title: Сокровенная тема, deficits: [bez-otveta, tayna-defitsit], events: [tayna-vstrecha, vperedi] }
        - { title: Сокровенная свободная тема }
      """
    ),
    .partner: (
      "tayna-biblioteka",
      """
      title: Сокровенная библиотека
      contacts: [Сокровенно]
      kindergartens: [sad-5, sad-10]
      valid_until: 2027-08-31
      steps: [{ step: 1, date: 2025-09-15, note: Сокровенно. }]
      """
    ),
    .bulletin: (
      "tayna-vypusk",
      """
      number: 3
      title: Сокровенный выпуск
      start: 2026-04-01
      end: 2026-04-30
      editor: [kladezeva, ilina]
      rubrics: [{ title: Сокровенная рубрика, note: Сокровенно., author: [kladezeva], items: [communities/krug] }]
      """
    ),
    .page: (
      "tayna-stranitsa",
      """
      title: Сокровенная страница
      order: 1
      menu: yes
      """
    ),
  ]

  /// More of them, where an open document would show another one.
  private static let others = [
    // Stands for a session of an open programme.
    "content/events/tayna-zanyatie.md": """
    ---
    title: Сокровенное занятие
    form: клуб
    start: 2025-10-16 9:30
    end: 2025-10-16 11:00
    task: Сокровенная.
    initiators: [kladezeva]
    community: krug
    seminar: igra
    deficits: [bez-otveta]
    state: held
    outcomes: [Сокровенный]
    visibility: members
    ---
    """,
    // In a year of which nothing else is told, and in the days of an open issue.
    "content/events/tayna-davno.md": """
    ---
    title: Сокровенная старина
    form: клуб
    start: 2024-10-10
    task: Сокровенная.
    initiators: [ilina]
    state: held
    outcomes: [Сокровенный]
    доступ: участникам
    ---
    """,
    "content/events/tayna-zimoy.md": """
    ---
    title: Сокровенная зима
    form: клуб
    start: 2026-02-10
    task: Сокровенная.
    initiators: [ilina]
    community: krug
    state: held
    outcomes: [Сокровенный]
    visibility: members
    ---
    """,
  ]

  /// By path.
  static func membersOnly() -> [String: String] {
    let named = closedForMembers.map { "\($0.key.folder)/\($0.value.name)" } + ["cases/zh-members", "cases/spor"]
    var files = others
    for (kind, document) in closedForMembers {
      let own = "\(kind.folder)/\(document.name)"
      let links = named.sorted().filter { $0 != own }.map { "[Там](\($0))" }.joined(separator: ", ")
      files["content/\(own).md"] = "---\n\(document.fields)\nvisibility: members\n---\n\nСокровенное: \(links).\n"
    }
    return files
  }
}
