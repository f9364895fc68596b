// A unit of the workload as a view model: what the encoder is measured with.

struct Workload: Codable {
  let units: [Unit]
}

struct Unit: Codable {
  struct Leader: Codable {
    let name, title, phone: String
  }

  struct Member: Codable {
    let no: Int
    let name, title, duty: String
    let score: Double
  }

  struct Indicator: Codable {
    let no: Int
    let name: String
    let weight: Int
    let target, actual: Double
    let unit: String
    let score: Double
    let ok: Bool
    let comment: String
  }

  struct Numbered: Codable {
    let no: Int
    let text: String
  }

  struct Problem: Codable {
    let no: Int
    let title, detail, cause, deadline, owner: String
    let measures: [Numbered]
  }

  struct Practice: Codable {
    let no: Int
    let title, detail: String
    let effects: [Numbered]
  }

  struct Debrief: Codable {
    let no: Int
    let kind: String
    let innovative: Bool
    let title, content: String
    let score: Double
  }

  struct Mutual: Codable {
    let no: Int
    let from: String
    let score: Double
  }

  let id: Int
  let code, name, category: String
  let is_town: Bool
  let leader: Leader
  let headcount: Int
  let team: [Member]
  let indicators: [Indicator]
  let ind_count, ind_done, ind_missed: Int
  let has_missed: Bool
  let weight_sum: Int
  let score_sum, total_score: Double
  let rank: Int
  let excellent: Bool
  let problems: [Problem]
  let practices: [Practice]
  let debrief: [Debrief]
  let mutual: [Mutual]
  let mutual_avg: Double
  let mutual_high: Bool
  let overview, summary, plan1, plan2: String
}
