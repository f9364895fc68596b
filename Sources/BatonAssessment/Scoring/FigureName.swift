// What a figure of the derivation is called: a term of the rules, or whose part it is.

/// The name of a figure within a derivation.
public enum FigureName: Sendable, Hashable {
  /// A term of the rules: 「基础分」「互评」.
  case term(String)
  /// What one unit gave, or has: by 「单位编号」.
  case unit(String)
  /// A period of the year: 「一季度」.
  case period(String)
  /// A matter of 「加减分」: by 「事项编号」.
  case matter(String)
  /// A person: by 「人员编号」.
  case cadre(String)
  /// A kind of ballots or a pool of raters.
  case ballots(String)
}
