import OpytSite

extension SiteBuilder.Outcome {
  /// Nil when no site was published.
  var published: SiteBuilder.Published? {
    if case .site(let published) = product { published } else { nil }
  }
}
