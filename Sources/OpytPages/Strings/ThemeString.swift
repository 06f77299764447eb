package import OpytCatalogue
package import OpytModel

/// A text of the theme that the program prints, not a layout: its key in the strings file and what it may be given.
package struct ThemeString: Hashable, Sendable {
  package let key: String
  /// The names of the values, and whether each is a number.
  let arguments: [String: Bool]

  package init(_ key: String, _ arguments: [String: Bool] = [:]) {
    self.key = key
    self.arguments = arguments
  }

  /// The key tells strings apart; every page looks up dozens of them.
  package static func == (left: Self, right: Self) -> Bool { left.key == right.key }

  package func hash(into hasher: inout Hasher) { hasher.combine(key) }

  static let home = ThemeString("home")
  static let pageOfList = ThemeString("page_of_list", ["title": false, "number": true])
  static let listDescription = ThemeString("list_description", ["list": false, "site": false])
  static let notFoundTitle = ThemeString("not_found_title")
  static let notFoundDescription = ThemeString("not_found_description")
  static let searchTitle = ThemeString("search_title")
  static let searchDescription = ThemeString("search_description")
  static let movedTitle = ThemeString("moved_title")
  static let movedDescription = ThemeString("moved_description")
  static let removedMaterialTitle = ThemeString("removed_material_title")
  static let removedPageTitle = ThemeString("removed_page_title")
  static let removedDescription = ThemeString("removed_description")

  static let date = ThemeString("date", ["day": true, "month": false, "year": true])
  static let daysOfMonth = ThemeString("date_range_month", ["first": true, "last": true, "month": false, "year": true])
  static let daysOfYear = ThemeString(
    "date_range_year",
    ["first": true, "first_month": false, "last": true, "last_month": false, "year": true])
  static let days = ThemeString("date_range", ["first": false, "last": false])
  static let from = ThemeString("date_from", ["first": false])
  static let until = ThemeString("date_until", ["last": false])
  static let dateAndTime = ThemeString("date_and_time", ["date": false, "time": false])
  static let dateAndBeginning = ThemeString("date_and_beginning", ["date": false, "time": false])
  static let dateUntil = ThemeString("date_and_until", ["date": false, "time": false])
  static let dateAndEnd = ThemeString("date_and_end", ["date": false, "time": false])
  static let dayOfYear = ThemeString("day_of_year", ["day": true, "month": false])
  static let moments = ThemeString("date_range_times", ["first": false, "start": false, "last": false, "end": false])
  static let monthOfYear = ThemeString("month_of_year", ["month": false, "year": true])
  static let monthsOfYear = ThemeString("month_range_year", ["first": false, "last": false, "year": true])
  static let planAction = ThemeString("plan_action")
  package static let planOfNetwork = ThemeString("plan_of_network")
  static let eventsOfYear = ThemeString("events_of_year", ["year": false])
  static let correspondenceTitle = ThemeString("correspondence_title")
  static let correspondenceDescription = ThemeString("correspondence_description")
  static let topicsOfWork = ThemeString("topics_of_work")
  static let threadsName = ThemeString("threads_name")
  static let threadsNoDeficit = ThemeString("threads_no_deficit")
  static let threadsNoTopic = ThemeString("threads_no_topic")
  static let threadsNoMaterial = ThemeString("threads_no_material")
  static let more = ThemeString("more", ["count": true])
  static let forMembers = ThemeString("for_members")
  static let stagesInTime = ThemeString("stages_in_time")
  static let daysInYear = ThemeString("days_in_year")
  static let riverName = ThemeString("river_name")
  static let worksheetTitle = ThemeString("worksheet_title")
  static let worksheetDescription = ThemeString("worksheet_description")
  static let coverageTitle = ThemeString("coverage_title")
  static let coverageOfYear = ThemeString("coverage_of_year", ["year": false])
  static let coverageDescription = ThemeString("coverage_description")
  static let coverageCell = ThemeString(
    "coverage_cell", ["kindergarten": false, "direction": false, "count": true])
  static let experienceTitle = ThemeString("experience_title", ["kindergarten": false])
  package static let allMaterials = ThemeString("all_materials")
  static let networkYear = ThemeString("network_year", ["year": false])
  static let networkYearDescription = ThemeString("network_year_description")
  static let allEvents = ThemeString("all_events")
  static let alsoIn = ThemeString("also_in", ["direction": false])
  static let reuseTitle = ThemeString("reuse_title")
  static let reuseDescription = ThemeString("reuse_description")
  static let reportTitle = ThemeString("report_title")
  static let reportDescription = ThemeString("report_description")
  static let outsideDirections = ThemeString("outside_directions")
  static let helpTitle = ThemeString("help_title")
  static let helpTopic = ThemeString("help_topic", ["topic": false])
  static let helpDescription = ThemeString("help_description")
  static let helpElsewhere = ThemeString("help_elsewhere")
  static let sectionMaterials = ThemeString("section_materials")
  static let sectionPractice = ThemeString("section_practice")
  static let sectionMembers = ThemeString("section_members")
  static let sectionMethod = ThemeString("section_method")
  static let sectionAbout = ThemeString("section_about")
  static let byAudience = ThemeString("by_audience")
  static let materialsForAudience = ThemeString("materials_for_audience", ["topic": false])
  static let byAge = ThemeString("by_age")
  static let byKeyword = ThemeString("by_keyword")
  static let bySurname = ThemeString("by_surname")
  static let byPosition = ThemeString("by_position")
  static let byHelp = ThemeString("by_help")
  static let positionsTitle = ThemeString("positions_title")
  static let materialsForAge = ThemeString("materials_for_age", ["topic": false])
  static let byArea = ThemeString("by_area")
  static let materialsForArea = ThemeString("materials_for_area", ["topic": false])
  static let bySpecialNeed = ThemeString("by_special_need")
  static let materialsForNeed = ThemeString("materials_for_need", ["topic": false])
  static let byGroupType = ThemeString("by_group_type")
  static let materialsForGroup = ThemeString("materials_for_group", ["topic": false])
  static let byStatus = ThemeString("by_status")
  static let materialsOfStatus = ThemeString("materials_of_status", ["topic": false])
  static let byLevel = ThemeString("by_level")
  static let materialsOfLevel = ThemeString("materials_of_level", ["topic": false])
  static let byForm = ThemeString("by_form")
  static let materialsOfForm = ThemeString("materials_of_form", ["topic": false])
  static let byLength = ThemeString("by_length")
  static let materialsOfLength = ThemeString("materials_of_length", ["topic": false])
  static let byMunicipality = ThemeString("by_municipality")
  static let materialsOfMunicipality = ThemeString("materials_of_municipality", ["topic": false])
  static let byYear = ThemeString("by_year")
  static let mediaTitle = ThemeString("media_title")
  static let mediaDescription = ThemeString("media_description")
  static let mediaOf = ThemeString("media_of", ["place": false])
  static let photoCount = ThemeString("photo_count", ["count": true])
  static let evidenceTitle = ThemeString("evidence_title")
  static let evidenceDescription = ThemeString("evidence_description")
  static let dataTitle = ThemeString("data_title_of_page")
  static let dataDescription = ThemeString("data_description_of_page")
  static let dataJSON = ThemeString("data_file_json")
  static let dataCSV = ThemeString("data_file_csv")
  static let dataSchema = ThemeString("data_file_schema")
  static let dataTableSchema = ThemeString("data_file_table_schema")
  static let dataFeed = ThemeString("data_file_feed")
  static let dataSitemap = ThemeString("data_file_sitemap")
  static let dataRepository = ThemeString("data_file_repository")
  static let allYears = ThemeString("all_years")
  static let plannedFor = ThemeString("planned_for", ["date": false])
  static let leftNetwork = ThemeString("left_network", ["date": false])
  static let joinedTo = ThemeString("joined_to", ["successor": false])
  static let lengthInMinutes = ThemeString("length_in_minutes", ["count": true])
  static let lengthInWeeks = ThemeString("length_in_weeks", ["count": true])
  static let lengthInMonths = ThemeString("length_in_months", ["count": true])
  static let lengthInSessions = ThemeString("length_in_sessions", ["count": true])
  static let letterSubject = ThemeString("letter_subject", ["title": false])
  static let letterBody = ThemeString("letter_body", ["address": false])
  static let sharedDeficit = ThemeString("shared_deficit", ["title": false])
  static let sharedStrategy = ThemeString("shared_strategy", ["title": false])
  static let sharedDirection = ThemeString("shared_direction", ["title": false])
  static let sharedKeyword = ThemeString("shared_keyword", ["word": false])
  static let decimalSeparator = ThemeString("decimal_separator")
  static let bytes = ThemeString("size_bytes", ["number": false])
  static let kilobytes = ThemeString("size_kilobytes", ["number": false])
  static let megabytes = ThemeString("size_megabytes", ["number": false])
  static let citation = ThemeString(
    "citation", ["authors": false, "title": false, "kind": false, "site": false, "year": true])

  package static let footnotes = ThemeString("footnotes")
  package static let backToText = ThemeString("back_to_text")
  package static let taskDone = ThemeString("task_done")
  package static let taskNotDone = ThemeString("task_not_done")

  /// - Parameter month: from 1.
  static func month(_ month: Int) -> ThemeString { ThemeString("month_\(month)") }
  /// - Parameter weekday: from 1, Monday (ISO 8601).
  static func weekday(_ weekday: Int) -> ThemeString { ThemeString("weekday_\(weekday)") }
  /// «март»
  static func monthName(_ month: Int) -> ThemeString { ThemeString("month_name_\(month)") }
  static func shortWeekday(_ weekday: Int) -> ThemeString { ThemeString("weekday_short_\(weekday)") }
  package static func kind(_ kind: Kind) -> ThemeString { ofKinds[kind]?.name ?? home }
  package static func list(_ kind: Kind) -> ThemeString { ofKinds[kind]?.list ?? home }
  /// The word that goes with a number, without the number.
  static func counted(_ kind: Kind) -> ThemeString { ofKinds[kind]?.counted ?? home }

  /// Every menu and every card asks for these: their keys are made once.
  private static let ofKinds: [Kind: (name: ThemeString, list: ThemeString, counted: ThemeString)] = Dictionary(
    uniqueKeysWithValues: Kind.allCases.map { kind in
      let name = kind.stringName
      return (
        kind,
        (ThemeString("kind_\(name)"), ThemeString("list_\(name)"), ThemeString("counted_\(name)", ["count": true]))
      )
    })
  static func shelf(_ shelf: MediaLibrary.Shelf) -> ThemeString { ThemeString("shelf_\(shelf.rawValue)") }
  static func evidence(_ step: EvidenceStep) -> ThemeString { ThemeString("evidence_\(step.rawValue)") }
  static func evidenceMeaning(_ step: EvidenceStep) -> ThemeString { ThemeString("evidence_\(step.rawValue)_meaning") }
  package static func deficitState(_ state: DeficitState) -> ThemeString {
    ThemeString("deficit_state_\(state.rawValue)")
  }
  /// «восполнен»: of one deficit, among others of all states.
  package static func deficitStateOfOne(_ state: DeficitState) -> ThemeString {
    ThemeString("deficit_is_\(state.rawValue)")
  }
  static func role(_ role: PersonRole) -> ThemeString { ThemeString("role_\(role.rawValue)") }
  static func deed(_ deed: Deed.Sort) -> ThemeString {
    ThemeString("deed_\(deed.rawValue)", deed == .helped ? ["role": false] : [:])
  }
  static func length(_ length: MaterialLength) -> ThemeString { ThemeString("length_\(length.key)") }
  static func facet(_ facet: CatalogueFacet) -> ThemeString { ThemeString("facet_\(facet.rawValue)") }
  static func duration(_ duration: Project.Duration) -> ThemeString { ThemeString("duration_\(duration.rawValue)") }
  static func fileType(_ type: FileTypes.Group) -> ThemeString { ThemeString("file_\(type.rawValue)") }

  /// What the pages need of a strings file, besides what layouts print.
  package static let ofPages: [ThemeString] =
    [
      home, pageOfList, listDescription, notFoundTitle, notFoundDescription, searchTitle, searchDescription, movedTitle,
      movedDescription, removedMaterialTitle, removedPageTitle, removedDescription, date,
      daysOfMonth, daysOfYear, days, from, until, dateAndTime, dateAndBeginning, dateUntil, dateAndEnd, dayOfYear,
      moments, monthOfYear, monthsOfYear, planAction, planOfNetwork, eventsOfYear, correspondenceTitle,
      correspondenceDescription,
      topicsOfWork, threadsName, threadsNoDeficit, threadsNoTopic, threadsNoMaterial, more, forMembers, stagesInTime,
      daysInYear, riverName,
      worksheetTitle, worksheetDescription, coverageTitle, coverageOfYear,
      coverageDescription, coverageCell, reuseTitle, reuseDescription, reportTitle, reportDescription,
      outsideDirections, sectionMaterials, sectionPractice, sectionMembers, sectionMethod, sectionAbout, byAudience,
      materialsForAudience, byAge,
      byKeyword, bySurname, byPosition, byHelp, positionsTitle, materialsForAge, byArea, materialsForArea,
      bySpecialNeed, materialsForNeed, byGroupType,
      materialsForGroup, byStatus, materialsOfStatus, byLevel, materialsOfLevel, byForm, materialsOfForm, byLength,
      materialsOfLength, byMunicipality, materialsOfMunicipality, byYear, mediaTitle,
      mediaDescription, mediaOf, photoCount, evidenceTitle, evidenceDescription, dataTitle,
      dataDescription, dataJSON, dataCSV, dataSchema, dataTableSchema, dataFeed, dataSitemap, dataRepository, allYears,
      plannedFor, leftNetwork,
      joinedTo, helpTitle, helpTopic, helpDescription, helpElsewhere, decimalSeparator,
      bytes, kilobytes, megabytes, citation, experienceTitle, allMaterials, networkYear, networkYearDescription,
      lengthInMinutes, lengthInWeeks, lengthInMonths, lengthInSessions, letterSubject, letterBody, sharedDeficit,
      sharedStrategy, sharedDirection,
      sharedKeyword, allEvents, alsoIn, footnotes, backToText, taskDone, taskNotDone,
    ]
    + (1...12).map(month) + (1...12).map(monthName) + (1...7).map(weekday) + (1...7).map(shortWeekday)
    + Kind.allCases.map(kind)
    + Kind.listed.flatMap { [list($0), counted($0)] }
    + MediaLibrary.Shelf.allCases.map(shelf)
    + MaterialField.strings
    + EvidenceStep.allCases.flatMap { [evidence($0), evidenceMeaning($0)] }
    + DeficitState.allCases.map(deficitState)
    + DeficitState.allCases.map(deficitStateOfOne) + PersonRole.allCases.map(role)
    + Deed.Sort.allCases.map(deed)
    + MaterialLength.allCases.map(length) + CatalogueFacet.allCases.map(facet)
    + Project.Duration.allCases.map(duration) + FileTypes.Group.allCases.map(fileType)
}

extension Kind {
  /// The kinds whose documents stand in a list.
  static let listed = allCases.filter { $0 != .page }

  /// `master_class`
  var stringName: String { description.name }
}
