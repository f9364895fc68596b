"""计分: the five components, the base score, bonuses and deductions, the total of a unit."""
from fractions import Fraction

from .tables import listed, number

COMPONENTS = ["目标任务", "平时分数", "县领导评分", "互评", "人员测评"]
BANDS = ["优秀", "良好", "一般", "较差"]


class Score:
    """What a unit got, exactly; `base` is `None` where a component that counts has no data."""

    def __init__(self, unit, components, base, bonus, deduction, barred):
        self.unit = unit
        self.components = components
        self.base = base
        self.bonus = bonus
        self.deduction = deduction
        self.barred = barred

    @property
    def total(self):
        return None if self.base is None else self.base + self.bonus - self.deduction


def scores(year):
    """Unit id → score of every unit that is assessed or referenced."""
    units = [unit for unit in year["单位"] if unit["参评方式"] in ("参评", "参照")]
    components = {}
    for unit in units:
        exempt = listed(unit.get("免评分项"))
        every = {name: component(year, unit) for name, component in _COMPUTE.items() if name not in exempt}
        components[unit["单位编号"]] = {name: value for name, value in every.items() if value is not None}
    return {
        unit["单位编号"]: Score(
            unit, components[unit["单位编号"]], _base(year, unit, units, components),
            adjustment(year, unit, "加分"), adjustment(year, unit, "扣分"),
            any(row["类型"] == "红线" and row["认定"] == "认定"
                for row in year.of("加减分", "单位编号", unit["单位编号"])))
        for unit in units
    }


def mean(values):
    values = list(values)
    return sum(values, Fraction(0)) / len(values) if values else None


def targets(year, unit):
    rows = year.of("指标完成", "单位编号", unit["单位编号"])
    given = [number(row["考核组评分"]) for row in rows if row["考核组评分"] is not None]
    return sum(given, Fraction(0)) / year.plan.number("满分", "指标", unit["类别"]) * 100 if given else None


def routine(year, unit):
    raters = {}
    for row in year.of("平时分数", "单位编号", unit["单位编号"]):
        raters.setdefault(row["评分单位"], {}).setdefault(row["期次"], []).append(number(row["得分"]))
    missing_is_zero = year.plan.convention("平时缺期") == "计零分"
    of_raters = []
    for periods in raters.values():
        means = [mean(rows) for rows in periods.values()]
        if missing_is_zero:
            means += [Fraction(0)] * sum(name not in periods for name in year.plan.items("期次"))
        of_raters.append(mean(means))
    return mean(of_raters)


def trimmed(year, component, ballots):
    """去极值: the mean without the highest and lowest ones, where there are enough ballots."""
    count = int(year.plan.number("去极值", "个数", component))
    enough = len(ballots) >= year.plan.number("去极值", "起算票数", component)
    kept = sorted(ballots)[count:len(ballots) - count] if enough and count > 0 else ballots
    return mean(kept)


def leaders(year, unit):
    rows = year.of("县领导评分", "单位编号", unit["单位编号"])
    return _blend(year.plan.items("票类", "县领导评分"), lambda kind: trimmed(
        year, "县领导评分", [number(row["得分"]) for row in rows if kind is None or row.get("票类") == kind]))


def peers(year, unit):
    category = {row["单位编号"]: row["类别"] for row in year["单位"]}
    rows = year.of("互评", "单位编号", unit["单位编号"])
    return _blend(year.plan.items("互评池", unit["类别"]), lambda pool: trimmed(
        year, "互评", [number(row["得分"]) for row in rows if category[row["评分单位"]] == pool]))


def staff(year, unit):
    scale = {name: number(points) for name, points in year.plan.items("测评赋分").items()}
    rows = year.of("人员测评", "单位编号", unit["单位编号"])

    def of_kind(kind):
        votes = [(number(row[band]), scale[band])
                 for row in rows if kind is None or row.get("票类") == kind for band in BANDS]
        counted = sum(count for count, _ in votes)
        return sum(count * points for count, points in votes) / counted if counted else None

    return _blend(year.plan.items("票类", "人员测评"), of_kind)


_COMPUTE = {"目标任务": targets, "平时分数": routine, "县领导评分": leaders, "互评": peers, "人员测评": staff}


def _blend(shares, value):
    """Σ share × value ÷ 100; no data as soon as a share above 0 has none."""
    if not shares:
        return value(None)
    parts = [(number(share), value(name)) for name, share in shares.items() if number(share) > 0]
    if any(part is None for _, part in parts):
        return None
    return sum(share * part for share, part in parts) / 100


def _base(year, unit, units, components):
    exempt = listed(unit.get("免评分项"))
    own = components[unit["单位编号"]]
    weights = {name: year.plan.number("权重", name, unit["类别"]) for name in COMPONENTS}
    takes_mean = year.plan.convention("免评处理") == "取序列平均"
    total = Fraction(0)
    for name, weight in weights.items():
        if weight == 0 or (name in exempt and not takes_mean):
            continue
        value = own.get(name)
        if name in exempt:
            value = mean(
                components[other["单位编号"]][name] for other in units
                if other["序列"] == unit["序列"] and other["参评方式"] == "参评"
                and name in components[other["单位编号"]])
        if value is None:
            return None
        total += weight * value
    if takes_mean:
        return total / 100
    divisor = sum(weight for name, weight in weights.items() if name not in exempt)
    return total / divisor if divisor else None


def adjustment(year, unit, kind):
    """加分 or 扣分 of a unit: the highest row of a matter, capped by matter (bonus) and in all."""
    standard = year.plan.items("加分标准" if kind == "加分" else "扣分标准")
    matters = {}
    for row in year.of("加减分", "单位编号", unit["单位编号"]):
        if row["类型"] == kind and row["认定"] == "认定":
            points = number(row["分值"]) if row.get("分值") else number(standard[row["等级"]])
            matters[row["事项编号"]] = max(points, matters.get(row["事项编号"], Fraction(0)))
    single = year.plan.number("封顶", "加分单项") if kind == "加分" else None
    total = sum((points if single is None else min(points, single) for points in matters.values()), Fraction(0))
    cap = year.plan.number("封顶", kind)
    return total if cap is None else min(total, cap)
