/// Whom a site is made for. What is for members only is nowhere in the open edition: not rendered, counted, listed, fed
/// or indexed. The members' edition has all of it (S4: lessons stay closed "until they are ready to open").
public enum Edition: String, Sendable {
  case open = "public"
  case members
}
