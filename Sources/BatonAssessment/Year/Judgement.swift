// Who goes on the list of the two ends, on which side, and why.

/// A judgement on a team or a cadre (「研判」).
public struct Judgement: Sendable, Hashable {
  /// 「对象类型」.
  public let subject: Subject
  /// 「编号」: of a unit or a cadre.
  public let subjectID: String
  /// 「评价」.
  public let verdict: Verdict
  /// 「态势」.
  public let posture: Posture?
  /// 「表现」.
  public let performance: String?
  /// 「依据」.
  public let basis: String?
  /// 「来源」.
  public let sources: [Source]
  /// 「建议」.
  public let advice: Advice?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    subject: Subject, subjectID: String, verdict: Verdict, posture: Posture?, performance: String?,
    basis: String?, sources: [Source], advice: Advice?, row: RowAddress
  ) {
    self.subject = subject
    self.subjectID = subjectID
    self.verdict = verdict
    self.posture = posture
    self.performance = performance
    self.basis = basis
    self.sources = sources
    self.advice = advice
    self.row = row
  }

  /// 「对象类型」.
  public enum Subject: String, Sendable, Hashable, CaseIterable {
    case team = "班子"
    case cadre = "干部"
  }

  /// 「评价」.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    case good = "好"
    case poor = "差"
  }

  /// 「态势」.
  public enum Posture: String, Sendable, Hashable, CaseIterable {
    case excellent = "优良"
    case healthy = "健康"
    case ordinary = "一般"
    case troubled = "存在问题"
  }

  /// 「来源」.
  public enum Source: String, Sendable, Hashable, CaseIterable {
    case score = "得分"
    case ballots = "测评"
    case talks = "谈话"
    case responsibleUnit = "责任单位"
  }

  /// 「建议」.
  public enum Advice: String, Sendable, Hashable, CaseIterable {
    case promote = "优先使用"
    case train = "培养"
    case adjustInTime = "适时优化"
    case remind = "提醒"
    case admonish = "诫勉"
    case move = "调整"
  }
}
