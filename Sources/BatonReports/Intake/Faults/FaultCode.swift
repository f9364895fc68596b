// The closed list of what can be wrong with a year's data.

/// What kind of fault it is; the raw value is stable, and what `check --codes` lists.
public enum FaultCode: String, Sendable, Hashable, CaseIterable {
  // Files
  case encryptedWorkbook = "encrypted-workbook"
  case legacyWorkbook = "legacy-workbook"
  case notAWorkbook = "not-a-workbook"
  case damagedWorkbook = "damaged-workbook"
  case oversizedWorkbook = "oversized-workbook"

  // Tables and columns
  case missingTable = "missing-table"
  case unknownTable = "unknown-table"
  case unreadableTable = "unreadable-table"
  case duplicateTable = "duplicate-table"
  case hiddenContent = "hidden-content"
  case missingColumn = "missing-column"
  case unknownColumn = "unknown-column"
  case duplicateColumn = "duplicate-column"

  // Cells
  case missingValue = "missing-value"
  case wrongType = "wrong-type"
  case errorValue = "error-value"
  case uncomputedFormula = "uncomputed-formula"
  case pictureInCell = "picture-in-cell"
  case outOfRange = "out-of-range"
  case notInList = "not-in-list"
  case doubtfulPercent = "doubtful-percent"

  // Rows against each other
  case duplicateKey = "duplicate-key"
  case duplicateValue = "duplicate-value"
  case unknownReference = "unknown-reference"
  case lostLeadingZero = "lost-leading-zero"
  case missingRow = "missing-row"
  case inconsistentRows = "inconsistent-rows"
  case notConsecutive = "not-consecutive"
  case wrongOrder = "wrong-order"
  case wrongSum = "wrong-sum"
  case wrongCount = "wrong-count"
  case contradiction = "contradiction"

  // Parts of debriefs, talks and written materials
  case missingPart = "missing-part"
  case wrongPartCount = "wrong-part-count"
  case unmatchedNumber = "unmatched-number"
  case numberGap = "number-gap"

  // Rules of assessment
  case dateOutOfPeriod = "date-out-of-period"
  case recusal = "recusal"
  case notInGroup = "not-in-group"
  case missingTalk = "missing-talk"
  case notResponsible = "not-responsible"
  case missingScore = "missing-score"
  case selfScore = "self-score"
  case notInPlan = "not-in-plan"
  case belowMinimum = "below-minimum"
  case aboveMaximum = "above-maximum"
  case incompleteBallots = "incomplete-ballots"
  case unsupportedSource = "unsupported-source"
  case vagueStatement = "vague-statement"

  // What only the results tell
  case openTie = "open-tie"
  case redLineCrossed = "red-line-crossed"
  case overQuota = "over-quota"
  case overLimit = "over-limit"
  case overBudget = "over-budget"
  case tooFewBallots = "too-few-ballots"

  /// Whether it says that something has not been written yet: what `--allow-incomplete` prints 「（缺）」 for.
  public var isIncompleteness: Bool {
    switch self {
    case .missingValue, .missingPart, .wrongPartCount, .unmatchedNumber, .missingRow: true
    default: false
    }
  }
}
