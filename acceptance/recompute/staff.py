"""评优、奖励、奖金: quotas of staff, honours, bonuses."""
from fractions import Fraction

from .rounding import rounded, whole
from .tables import listed, number

CLASSES = {"领导成员": "领导成员数", "非领导成员": "非领导成员数", "事业人员": "事业人数"}
EQUIVALENT = {"合格": "称职", "基本合格": "基本称职", "不合格": "不称职"}


def class_of(cadre):
    if cadre["身份"] == "事业":
        return "事业人员"
    return "领导成员" if cadre["班子成员"] == "是" else "非领导成员"


def rule(plan, cadre, name):
    """人员规则 of a cadre's state, the one for state and identity first."""
    for scope in (f"{cadre['状态']}·{cadre['身份']}", cadre["状态"]):
        found = plan.items("人员规则", scope).get(name)
        if found is not None:
            return found
    raise ValueError(f"{cadre['人员编号']}: no rule 「{name}」 for {cadre['状态']}")


def grade_of(cadre):
    grade = cadre.get("本年等次")
    return EQUIVALENT.get(grade, grade) if cadre["身份"] == "事业" else grade


def plain_grade(grade, plan):
    """参照优秀 counts as 优秀 in coefficients and shares."""
    first = next(iter(plan.items("单位等次")))
    return first if grade == "参照" + first else grade


def quotas(year, final):
    """List of (class, group, base, exact, quota, excellent people), `exact` `None` where a grade is missing."""
    plan = year.plan
    result = []
    for cls in CLASSES:
        whole_county = cls in plan.items("评优比例", "全县")
        groups = {}
        for unit in year["单位"]:
            group = "全县" if whole_county else unit.get("核定组") or unit["单位编号"]
            groups.setdefault(group, []).append(unit)
        for group, units in groups.items():
            exact, base = Fraction(0), 0
            for unit in units:
                count = head_count(year, unit, cls)
                base += count
                scope = "全县" if whole_county else hooked_grade(year, unit, final)
                if exact is not None:
                    exact = None if scope is None else exact + count * number(plan.items("评优比例", scope)[cls]) / 100
            ids = {unit["单位编号"] for unit in units}
            excellent = [c["人员编号"] for c in year["干部"]
                         if c["单位编号"] in ids and class_of(c) == cls and grade_of(c) == "优秀"]
            quota = None if exact is None else whole(exact, plan.convention("评优名额取整"))
            result.append((cls, group, base, exact, quota, excellent))
    return result


def head_count(year, unit, cls):
    if year.plan.convention("名册范围") == "部分":
        return int(number(unit[CLASSES[cls]]))
    return sum(cadre["单位编号"] == unit["单位编号"] and class_of(cadre) == cls
               and rule(year.plan, cadre, "计入基数") == "是" for cadre in year["干部"])


def hooked_grade(year, unit, final):
    if unit["参评方式"] == "不参评":
        return "不参评"
    if year.plan.convention("评优挂钩") == "班子等次":
        return plain_grade(unit["班子等次"], year.plan)
    grade = final.get(unit["单位编号"])
    return None if grade is None else plain_grade(grade, year.plan)


def honours(year):
    """(嘉奖, 三等功): the ids of cadres, in the order of the table."""
    plan = year.plan
    identities = listed(plan.value("奖励", "奖励身份"))
    years = int(plan.number("奖励", "三等功连续年数"))
    repeatable = plan.value("奖励", "已记功年度可重复计") == "是"
    both = plan.value("奖励", "记三等功者同时嘉奖") == "是"
    this_year = int(year.facts["年度"])
    commended, merit = [], []
    for cadre in year["干部"]:
        if cadre["身份"] not in identities:
            continue
        run = [grade_of(cadre), cadre.get("上年等次"), cadre.get("前年等次")][:years]
        last = cadre.get("最近三等功年度")
        third = all(grade == "优秀" for grade in run) and (
            repeatable or last is None or int(number(last)) <= this_year - years)
        if third:
            merit.append(cadre["人员编号"])
        if grade_of(cadre) == "优秀" and (both or not third):
            commended.append(cadre["人员编号"])
    return commended, merit


def bonuses(year, final):
    """(rows, unconfirmed): cadre id → what makes up the bonus, and who must be confirmed first."""
    plan = year.plan
    identities = listed(plan.value("奖金", "发放身份"))
    places, how = int(plan.convention("金额小数位")), plan.convention("金额修约")
    units = {unit["单位编号"]: unit for unit in year["单位"]}
    committed = {row["人员编号"] for row in year["担当作为"] if row["动态"] in ("新增", "保留")}
    rows, unconfirmed = {}, []
    for cadre in year["干部"]:
        if cadre["身份"] not in identities:
            continue
        pays, grade = rule(plan, cadre, "发奖金"), grade_of(cadre)
        if pays == "待确认" or (pays == "是" and grade not in ("优秀", "称职")):
            unconfirmed.append(cadre["人员编号"])
        unit = units[cadre["单位编号"]]
        unit_coefficient = _unit_coefficient(year, unit, final)
        own = plan.number("奖金", "个人系数", grade)
        base = plan.number("奖金", "基数", cadre["层级"])
        months = int(number(cadre["在岗月数"]))
        extra = Fraction(0)
        if cadre["人员编号"] in committed and own != 0 and pays == "是":
            extra = plan.number("奖金", "担当作为加项")
        due = Fraction(0)
        if pays == "是":
            # Without the unit's grade nobody knows.
            due = None if unit_coefficient is None else rounded(
                base * unit_coefficient * own * months / 12 + extra, places, how)
        rows[cadre["人员编号"]] = {
            "单位编号": unit["单位编号"], "基数": base, "单位系数": unit_coefficient, "个人系数": own,
            "在岗月数": months, "加项": extra, "应发": due}
    return rows, unconfirmed


def _unit_coefficient(year, unit, final):
    plan = year.plan
    if unit["参评方式"] == "不参评":
        scope = "不参评"
    elif unit["单位编号"] in final:
        scope = plain_grade(final[unit["单位编号"]], plan)
    else:
        return None
    single = sum(
        (plan.number("奖金", "单项系数", f"{row['单项']}·{row['等次']}")
         for row in year.of("单项考核", "单位编号", unit["单位编号"])), Fraction(0))
    return plan.number("奖金", "单位系数", scope) + single
