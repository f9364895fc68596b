// The outline every county is cut from: 75 offices and 12 townships, with what each is like.

/// A kind of office the county may have.
struct Office {
  /// Which staff its people belong to.
  enum Staff: String {
    case civil = "公务员"
    case comparable = "参公"
    case institution = "事业"
  }

  /// What its trade is found by in the lexicon.
  let key: String
  /// 「{县}」 stands for the county's full name, 「{名}」 for the name alone.
  let fullName: String
  let shortName: String
  /// Which of the seven standard series it belongs to; the townships' is 6.
  let series: Int
  /// What its head is called.
  let head: String
  /// How many cadres at section level it has.
  let sectionCadreCount: Int
  let staff: Staff
  /// Civil servants who don't lead, and institution staff: whom the yearly assessment counts.
  let otherCivilCount: Int
  let institutionCount: Int

  static let townshipSeries = 6

  var isTownship: Bool { series == Office.townshipSeries }

  private init(line: Substring) {
    let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 9, let series = Int(fields[3]), let cadres = Int(fields[5]),
      let staff = Staff(rawValue: fields[6]), let civil = Int(fields[7]), let institution = Int(fields[8])
    else { preconditionFailure("the outline has a bad line: \(line)") }
    key = fields[0]
    fullName = fields[1]
    shortName = fields[2]
    self.series = series
    head = fields[4]
    sectionCadreCount = cadres
    self.staff = staff
    otherCivilCount = civil
    institutionCount = institution
  }

  /// All of them, in the order institutions are listed in.
  static let outline: [Office] = outlineText.split(separator: "\n").map(Office.init(line:))
}
