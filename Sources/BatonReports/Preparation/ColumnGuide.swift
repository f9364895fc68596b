// What the empty workbook says of a column: its note, its look, its width, its list of choices.

internal import BatonAssessment
internal import BatonOffice

/// A column of a table, as people who fill it in see it.
struct ColumnGuide {
  let spec: ColumnSpec

  /// The comment on the heading.
  var note: String {
    var sentences = [spec.isRequired ? "必填。" : "可不填。", kindNote]
    if let table = spec.references {
      let others = spec.exceptions.map { "，或「\($0)」" }.joined()
      sentences.append("填「\(table.rawValue)」表里的编号\(others)。")
    }
    return sentences.joined()
  }

  private var kindNote: String {
    switch spec.kind {
    case .text, .planValue: spec.heading.hasSuffix("编号") ? "按文本填，前导零不要丢。" : ""
    case .integer(let range):
      range.upperBound == .max ? "整数，不小于 \(range.lowerBound)。" : "整数，\(range.lowerBound)～\(range.upperBound)。"
    case .number(.score): "数，0～100，不带单位。"
    case .number(.notNegative): "数，不为负，不带单位。"
    case .date: "日期，如 2022-12-31。"
    case .flag: "填「是」或「否」。"
    case .choice(let words): "从列表里选：\(words.joined(separator: "、"))。"
    case .choices(let words): "可选几个，用「、」隔开：\(words.joined(separator: "、"))。"
    case .list: "可填几个，用「、」隔开。"
    case .outcome: "定量指标填数，定性指标填「完成」或「未完成」。"
    }
  }

  var look: WorkbookDraft.Look {
    switch spec.kind {
    case .integer: WorkbookDraft.Look(format: "0")
    case .number, .outcome, .planValue: WorkbookDraft.Look()
    case .date: WorkbookDraft.Look(format: "yyyy-mm-dd")
    case .flag, .choice, .choices, .list: WorkbookDraft.Look(format: "@")
    case .text: WorkbookDraft.Look(format: "@", wraps: isLong)
    }
  }

  /// In Latin characters; a Chinese one takes two.
  var width: Double {
    let heading = Double(spec.heading.count * 2 + 4)
    switch spec.kind {
    case .integer, .number, .flag, .outcome: return max(heading, 8)
    case .date: return max(heading, 12)
    case .choice(let words): return max(heading, Double((words.map(\.count).max() ?? 0) * 2 + 4))
    case .choices, .list, .planValue: return max(heading, 20)
    case .text: return isLong ? 50 : max(heading, spec.references == nil ? 18 : 12)
    }
  }

  /// Whether people write whole sentences there.
  private var isLong: Bool {
    let long: Set<String> = [
      "内容", "背景", "做法", "成效", "启示", "具体表现", "原因", "整改措施", "评分标准", "主要事迹", "表现", "建议问法", "追问", "扣分原因",
      "不予认定原因", "事项",
    ]
    return long.contains(spec.heading)
  }

  /// The words of a list to choose from, where there is one that Excel can show: 255 characters at most.
  var words: [String]? {
    switch spec.kind {
    case .flag: return ["是", "否"]
    case .choice(let words) where words.joined(separator: ",").count <= 255: return words
    default: return nil
    }
  }
}
