"""A county made from another by chance: other plans, ties, exemptions, decided grades; every closed value comes up."""
import csv
import os
import random
from fractions import Fraction

GRADE_NAMES = [["优秀", "良好", "一般", "较差"], ["优胜", "先进", "达标", "未达标"], ["一等", "二等", "三等"],
               ["卓越", "优秀", "良好", "合格", "不合格"]]
CONVENTIONS = {
    "分数小数位": ["0", "1", "2", "3", "4"], "分数修约": ["四舍五入", "四舍六入五成双", "去尾"],
    "比较口径": ["未修约", "修约后"], "并列名次": ["跳号", "连号"],
    "并列比较": ["无", "目标任务、平时分数", "人员测评", "互评、县领导评分、目标任务", "平时分数、人员测评、互评"],
    "线上并列": ["全不取", "待定"], "单位名额取整": ["去尾", "四舍五入", "进位"],
    "评优名额取整": ["去尾", "四舍五入", "进位"], "红线计入基数": ["是", "否"], "红线递补": ["是", "否"],
    "免评处理": ["按其余权重折算", "取序列平均"], "平时缺期": ["按已有期次", "计零分"], "名册范围": ["全员", "部分"],
    "评优挂钩": ["单位等次", "班子等次"], "金额小数位": ["0", "1", "2"],
    "金额修约": ["四舍五入", "四舍六入五成双", "去尾"],
}
COMPONENTS = ["目标任务", "平时分数", "县领导评分", "互评", "人员测评"]


class County:
    """Tables that can be changed; every change keeps to the rules of the workbook."""

    def __init__(self, folder, seed):
        self.random = random.Random(seed)
        self.tables = {}
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name), encoding="utf-8-sig", newline="") as file:
                rows = list(csv.reader(file))
            self.tables[name[:-4]] = (rows[0], [dict(zip(rows[0], row)) for row in rows[1:]])
        self.units = self.rows("单位")
        self.plan_choices = {}
        for change in (self.conventions, self.weights, self.grades, self.shares, self.ballot_kinds, self.pools,
                       self.trimming, self.scale, self.caps, self.periods, self.ties, self.exemptions,
                       self.adjustments, self.history, self.money, self.states, self.decided):
            change()

    def rows(self, name):
        return self.tables[name][1]

    def replace(self, name, rows):
        self.tables[name] = (self.tables[name][0], rows)

    def write(self, folder):
        os.makedirs(folder, exist_ok=True)
        for name, (heading, rows) in self.tables.items():
            with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(heading)
                writer.writerows([row.get(column, "") for column in heading] for row in rows)

    # The plan.

    def plan(self, item):
        return [row for row in self.rows("方案") if row["项目"] == item]

    def set_plan(self, item, scope, values):
        """Replaces an item's rows for one scope."""
        kept = [r for r in self.rows("方案") if not (r["项目"] == item and r["适用"] == scope)]
        added = [{"项目": item, "适用": scope, "名称": name, "数值": str(value), "条款": "第一条", "说明": ""}
                 for name, value in values.items()]
        self.replace("方案", kept + added)

    def convention(self, name):
        return next(row["数值"] for row in self.plan("口径") if row["名称"] == name)

    def conventions(self):
        for row in self.plan("口径"):
            row["数值"] = self.random.choice(CONVENTIONS[row["名称"]])

    def weights(self):
        for category in {unit["类别"] for unit in self.units}:
            cuts = sorted(self.random.sample(range(5, 100, 5), 4))
            parts = [b - a for a, b in zip([0, *cuts], [*cuts, 100])]
            if self.random.random() < 0.4:
                # One component without weight; what it had goes to another.
                zero, other = self.random.sample(range(5), 2)
                parts[other] += parts[zero]
                parts[zero] = 0
            self.set_plan("权重", category, dict(zip(COMPONENTS, parts)))

    def grades(self):
        """Other grade names and minima; what hangs on them is renamed with them."""
        old = [row["名称"] for row in self.plan("单位等次")]
        new = self.random.choice(GRADE_NAMES)
        minima = [self.random.choice([95, 92, 90, 88, 85]), *sorted(
            self.random.sample(range(20, 84), len(new) - 2), reverse=True), 0]
        self.grade_names = new
        self.set_plan("单位等次", "", dict(zip(new, minima)))
        for name in old:
            self.set_plan("评优比例", name, {})
            self.replace("方案", [r for r in self.rows("方案")
                                if not (r["项目"] == "奖金" and r["名称"] == "单位系数" and r["适用"] == name)])
        for index, name in enumerate(new):
            coefficient = self.random.choice(["1.2", "1", "0.85", "0.6", "1.15"]) if index < 3 else "0.5"
            self.rows("方案").append({"项目": "奖金", "适用": name, "名称": "单位系数", "数值": coefficient,
                                    "条款": "第一条", "说明": ""})
        for unit in self.units:
            unit["班子等次"] = self.random.choice(new) if unit["参评方式"] != "不参评" else ""
        self.set_plan("单位优秀上限", "全县", {})
        self.staff_shares(new)

    def staff_shares(self, names):
        """Each class of staff either by grade or over the whole county."""
        whole = [c for c in ("领导成员", "非领导成员", "事业人员") if self.random.random() < 0.4]
        by_grade = [c for c in ("领导成员", "非领导成员", "事业人员") if c not in whole]
        # Generous, so that the roster's excellent people are never too many.
        self.set_plan("评优比例", "全县", {c: self.random.choice([88, 95, 100]) for c in whole})
        for scope in [*names, "不参评"]:
            self.set_plan("评优比例", scope, {c: self.random.choice([85, 90, 99]) for c in by_grade})
        self.set_plan("评优上限", "", {})

    def shares(self):
        """Pools by series, by category, or one for the county; each assessed unit in exactly one."""
        for scope in {row["适用"] for row in self.plan("单位优秀比例")}:
            self.set_plan("单位优秀比例", scope, {})
        first, percent = self.grade_names[0], lambda: self.random.choice([20, 25, 30, 35, 40, 50, 33])
        kind = self.random.choice(["series", "category", "county", "mixed"])
        categories = sorted({unit["类别"] for unit in self.units})
        by_series = {"series": categories, "category": [], "county": [], "mixed": categories[:1]}[kind]
        for category in categories:
            if category in by_series:
                for series in sorted({u["序列"] for u in self.units if u["类别"] == category}):
                    self.set_plan("单位优秀比例", series, {first: percent()})
            elif kind != "county" and category not in {u["序列"] for u in self.units}:
                self.set_plan("单位优秀比例", category, {first: percent()})
            elif kind != "county":
                self.set_plan("单位优秀比例", category, {first: percent()})
        if kind == "county":
            self.set_plan("单位优秀比例", "全县", {first: percent()})

    def ballot_kinds(self):
        """票类: leaders' ballots of two kinds, the staff's of two kinds."""
        if self.random.random() < 0.5:
            self.set_plan("票类", "县领导评分", {"县委班子": 60, "政府班子": 40})
            kinds = {}
            for row in self.rows("县领导评分"):
                kinds.setdefault(row["票号"], "县委班子" if len(kinds) % 2 == 0 else "政府班子")
                row["票类"] = kinds[row["票号"]]
        if self.random.random() < 0.5:
            self.set_plan("票类", "人员测评", {"班子": 30, "职工": 70})
            rows = []
            for row in self.rows("人员测评"):
                rows.append({**row, "票类": "职工"})
                counts = [self.random.randint(1, 5), self.random.randint(0, 3), self.random.randint(0, 2), 0]
                total = str(sum(counts))
                rows.append({"单位编号": row["单位编号"], "票类": "班子", "发出票": total, "收回票": total,
                             **dict(zip(("优秀", "良好", "一般", "较差"), map(str, counts))), "弃权": "0", "废票": "0"})
            self.replace("人员测评", rows)

    def pools(self):
        """互评池: across categories, with every rater of the pool rating."""
        categories = sorted({unit["类别"] for unit in self.units})
        if len(categories) != 2 or self.random.random() < 0.5:
            return
        a, b = categories
        self.set_plan("互评池", a, {a: 70, b: 30})
        self.set_plan("互评池", b, {a: self.random.choice([40, 55]), b: 0})
        self.set_plan("互评池", b, {a: 45, b: 55})
        given = {(row["评分单位"], row["单位编号"]) for row in self.rows("互评")}
        taking_part = [unit for unit in self.units if unit["参评方式"] != "不参评"]
        exempt = {unit["单位编号"] for unit in taking_part if "互评" in unit["免评分项"]}
        for rated in taking_part:
            for rater in taking_part:
                pair = (rater["单位编号"], rated["单位编号"])
                if rater is not rated and pair not in given and rated["单位编号"] not in exempt:
                    self.rows("互评").append({"评分单位": pair[0], "单位编号": pair[1],
                                             "得分": str(Fraction(self.random.randint(150, 199), 2).__float__())})

    def trimming(self):
        for scope in ("县领导评分", "互评"):
            count = self.random.choice([0, 1, 1, 2, 3])
            self.set_plan("去极值", scope, {"个数": count, "起算票数": count * 2 + self.random.choice([1, 2, 8])})

    def scale(self):
        points = sorted(self.random.sample(range(0, 101, 5), 4), reverse=True)
        self.set_plan("测评赋分", "", dict(zip(("优秀", "良好", "一般", "较差"), points)))

    def caps(self):
        self.set_plan("封顶", "", {"加分单项": self.random.choice(["不限", "1.5", "3"]),
                                 "加分": self.random.choice(["不限", "2.5", "5"]),
                                 "扣分": self.random.choice(["不限", "2", "5"])})

    # What was scored.

    def periods(self):
        """Some quarters are missing: as the plan says, they count for nothing or are zero."""
        kept = {}
        for row in self.rows("平时分数"):
            kept.setdefault((row["单位编号"], row["评分单位"]), []).append(row)
        rows = []
        for given in kept.values():
            rows += given[:self.random.randint(1, len(given))] if self.random.random() < 0.3 else given
        self.replace("平时分数", rows)

    def ties(self):
        """Units of a series that got the same everywhere, or the same total by different ways."""
        by_series = {}
        for unit in self.units:
            if unit["参评方式"] == "参评" and not unit["免评分项"]:
                by_series.setdefault((unit["类别"], unit["序列"]), []).append(unit["单位编号"])
        for members in by_series.values():
            if len(members) < 3 or self.random.random() < 0.3:
                continue
            chosen = self.random.sample(members, self.random.randint(2, min(4, len(members))))
            level = str(self.random.choice([88, 90, 91, 92, 93, 94]))
            for unit in chosen:
                self._flatten(unit, level)

    def _flatten(self, unit, level):
        full = {row["指标编号"]: row["分值"] for row in self.rows("指标")}
        for row in self.rows("指标完成"):
            if row["单位编号"] == unit:
                row["考核组评分"], row["扣分原因"] = full[row["指标编号"]], ""
        for name, column in (("平时分数", "单位编号"), ("县领导评分", "单位编号"), ("互评", "单位编号")):
            for row in self.rows(name):
                if row[column] == unit:
                    row["得分"] = level
        for row in self.rows("人员测评"):
            if row["单位编号"] == unit:
                valid = sum(int(row[band]) for band in ("优秀", "良好", "一般", "较差"))
                row.update({"优秀": str(valid), "良好": "0", "一般": "0", "较差": "0"})
        self.replace("加减分", [row for row in self.rows("加减分")
                              if row["单位编号"] != unit or row["类型"] == "红线"])

    def exemptions(self):
        names = {"平时分数": "平时分数", "县领导评分": "县领导评分", "互评": "互评", "人员测评": "人员测评"}
        for unit in self.units:
            if unit["参评方式"] == "不参评" or unit["免评分项"] or self.random.random() > 0.15:
                continue
            chosen = self.random.sample(sorted(names), self.random.randint(1, 2))
            weights = {r["名称"]: Fraction(r["数值"]) for r in self.plan("权重") if r["适用"] == unit["类别"]}
            peers = [u for u in self.units if u["序列"] == unit["序列"] and u["参评方式"] == "参评"
                     and not u["免评分项"] and u is not unit]
            if len(peers) < 2 or sum(w for name, w in weights.items() if name not in chosen) == 0:
                continue
            unit["免评分项"], unit["免评依据"] = "、".join(chosen), "工作性质特殊"
            for name in chosen:
                self.replace(names[name], [r for r in self.rows(name) if r["单位编号"] != unit["单位编号"]])

    def adjustments(self):
        """Some matters are recognized twice, some red lines are not recognized."""
        for row in list(self.rows("加减分")):
            chance = self.random.random()
            if row["类型"] != "红线" and row["认定"] == "认定" and chance < 0.3:
                levels = [r["名称"] for r in self.plan(row["类型"] + "标准")]
                self.rows("加减分").append({**row, "编号": row["编号"] + "B", "等级": self.random.choice(levels),
                                         "分值": "", "依据": row["依据"].replace("号", "1号")})
            elif row["类型"] == "红线" and chance < 0.3:
                row["认定"], row["不予认定原因"] = "不予认定", "经复核不成立"

    # People.

    def history(self):
        """Grades of the years before, and when a merit was last recorded."""
        self.set_plan("奖励", "", {
            "奖励身份": self.random.choice(["公务员、参公", "公务员", "公务员、参公、事业"]),
            "三等功连续年数": self.random.choice([1, 2, 3]), "已记功年度可重复计": self.random.choice(["是", "否"]),
            "记三等功者同时嘉奖": self.random.choice(["是", "否"])})
        year = int(next(row["内容"] for row in self.rows("年度") if row["项目"] == "年度"))
        for row in self.rows("干部"):
            if row["本年等次"] == "优秀" and self.random.random() < 0.7:
                row["上年等次"] = self.random.choice(["优秀", "优秀", "称职", ""])
                row["前年等次"] = self.random.choice(["优秀", "优秀", "称职", ""])
                row["最近三等功年度"] = self.random.choice(["", str(year - 1), str(year - 2), str(year - 3)])
                if row["身份"] == "事业":
                    for column in ("上年等次", "前年等次"):
                        row[column] = row[column].replace("称职", "合格")

    def money(self):
        kept = [r for r in self.rows("方案") if not (
            r["项目"] == "奖金" and r["名称"] in ("发放身份", "预算", "担当作为加项", "基数"))]
        rows = {("", "发放身份"): self.random.choice(["公务员、参公", "公务员、参公、事业", "公务员"]),
                ("", "预算"): "900000000", ("", "担当作为加项"): self.random.choice(["2000", "1500.5", "0"]),
                ("", "基数"): self.random.choice(["12000", "11111", "9999"])}
        if self.random.random() < 0.6:
            rows["科级正职", "基数"] = "15001"
            rows["中层", "基数"] = "10007"
        self.replace("方案", kept + [
            {"项目": "奖金", "适用": scope, "名称": name, "数值": value, "条款": "第一条", "说明": ""}
            for (scope, name), value in rows.items()])
        for row in self.plan("奖金"):
            if row["名称"] == "个人系数":
                row["数值"] = {"优秀": self.random.choice(["1.3", "1.25"]), "称职": "1",
                             "基本称职": self.random.choice(["0", "0.5"])}.get(row["适用"], "0")
        for row in self.rows("干部"):
            if row["身份"] in ("公务员", "参公", "事业") and self.random.random() < 0.2 and row["在岗月数"]:
                row["在岗月数"] = str(self.random.randint(0, 12))

    def states(self):
        """Whether a state is paid; who is left out of the base."""
        for row in self.plan("人员规则"):
            if row["名称"] == "发奖金":
                row["数值"] = self.random.choice(["是", "否", "待确认"])
            elif row["名称"] == "计入基数" and row["适用"] != "在岗":
                row["数值"] = self.random.choice(["是", "否"])
        if self.convention("名册范围") == "部分":
            for unit in self.units:
                unit.update({column: str(self.random.randint(20, 60))
                             for column in ("领导成员数", "非领导成员数", "事业人数")})

    def decided(self):
        """审定等次: mostly what was suggested or lower; the tests of the rule itself are elsewhere."""
        names = self.grade_names
        for unit in self.units:
            unit["审定等次"] = unit["审定依据"] = ""
            if unit["参评方式"] != "不参评" and self.random.random() < 0.12:
                unit["审定等次"], unit["审定依据"] = self.random.choice(names[1:]), "县委常委会研究"
