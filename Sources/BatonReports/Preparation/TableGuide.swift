// What each table is for, in a sentence: the sheet of instructions lists them.

internal import BatonAssessment

extension Table {
  var guide: String {
    switch self {
    case .year: "县名、年度、发文机关、考核期等，一行一项"
    case .plan: "考核办法的全部口径：权重、比例、分值、金额，一行一项；没有任何默认值"
    case .groups: "各考核组的组长、成员和回避单位，一行一人"
    case .units: "被考核的单位和它们的类别、序列、参评方式，一行一个单位"
    case .unitHistory: "更名、合并、拆分过的单位，只用于跨年比较；没有就空着"
    case .cadres: "参加年度考核的人员，一行一人；不填身份证号、银行账号、病情"
    case .indicators: "目标任务的指标、分值和责任单位"
    case .completions: "每个单位每个适用指标的完成值和评分，恰一行"
    case .visits: "考核组进驻的日期和次数，一行一个单位"
    case .routineScores: "责任单位平时给各单位的分"
    case .leaderBallots: "县领导评分票，一行一票一单位，不记名"
    case .peerScores: "单位之间的互评"
    case .staffBallots: "人员测评的票数，只存票数"
    case .singleItems: "党建、平安等单项考核的等次，只影响奖金；没有就空着"
    case .adjustments: "加分、扣分和红线事项，同一件事用同一事项编号"
    case .teamDebriefs: "班子述职的「四个讲清楚」"
    case .cadreDebriefs: "个人述职的「三加一」"
    case .talkOutline: "谈话的问法，七个要点各至少一条"
    case .talks: "谈话记录，每次谈话七行俱全"
    case .problems: "考核发现的突出问题和整改措施"
    case .practices: "可以推广的经验做法"
    case .judgements: "对班子和干部的研判，「两头」名单由此而来"
    case .commitments: "担当作为干部台账"
    case .writtenMaterials: "数据推不出、要人写的文字"
    case .issuances: "各文书的发文字号、签发人、密级"
    case .distributions: "按份印制的文书由谁领取"
    }
  }
}
