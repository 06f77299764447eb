import OpytModel

/// Every type of page there is. Addresses, layouts and the sitemap go through this list.
enum PageTypes {
  static let all: [any SitePage.Type] =
    [
      HomePage.self, SearchPage.self, NotFoundPage.self, CataloguePage.self, MaterialListPage.self, DirectoryPage.self,
      PositionsPage.self, UpcomingEventsPage.self,
      PastEventsPage.self, AllEventsPage.self, CorrespondencePage.self, CoveragePage.self, ExperiencePage.self,
      PlanWorksheetPage.self,
      YearPage.self, ReusePage.self, ReportPage.self, TopicListPage.self, TopicPage.self,
      KeywordsPage.self, MediaLibraryPage.self, MediaListPage.self, EvidencePage.self, OpenDataPage.self,
      HelpPage.self, HelpTopicPage.self,
    ] + Kind.allCases.map(\.pageType) + [RedirectPage.self, RemovedPage.self]

  static var roots: [LayoutRoot] { all.map { $0.root } }
}

extension Kind {
  /// The type of this kind's pages, which also says how its documents look in lists.
  var pageType: any DocumentPage.Type {
    switch self {
    case .project: ProjectPage.self
    case .masterClass: MasterClassPage.self
    case .methodicalCase: MethodicalCasePage.self
    case .seminarProgram: SeminarProgramPage.self
    case .lessonPlan: LessonPlanPage.self
    case .guideline: GuidelinePage.self
    case .direction: DirectionPage.self
    case .kindergarten: KindergartenPage.self
    case .person: PersonPage.self
    case .community: CommunityPage.self
    case .event: EventPage.self
    case .deficit: DeficitPage.self
    case .strategy: StrategyPage.self
    case .methodPlan: MethodPlanPage.self
    case .partner: PartnerPage.self
    case .bulletin: BulletinPage.self
    case .page: FreePage.self
    }
  }
}
