/// What a material brought: one list, or one for each of those it is for.
public struct Results: Sendable {
  public var general: [Text] = []
  public var children: [Text] = []
  public var parents: [Text] = []
  public var teachers: [Text] = []

  public var isEmpty: Bool { general.isEmpty && children.isEmpty && parents.isEmpty && teachers.isEmpty }
}
