"""The results of a year in the form of `baton results --json`, without its list of what is missing."""
from fractions import Fraction

from . import grading, staff
from . import scores as scoring
from .rounding import figure, plain, shown
from .standing import Comparison, boards, standings
from .tables import number


def results(year):
    plan = year.plan
    comparison = Comparison(plan)
    scores = scoring.scores(year)
    ranks = standings(year, scores, comparison)
    rates = boards(year, scores, comparison)
    pools = grading.pools(year, scores, comparison)
    suggested, final = grading.grades(year, scores, pools, comparison)
    first = next(iter(plan.items("单位等次")))

    def score(value):
        return figure(value, shown(value, comparison.places, comparison.rule))

    def rate(value):
        return figure(value, shown(value * 100, comparison.places, comparison.rule) + "%")

    units = {}
    for unit_id, own in scores.items():
        entry = {"分项": {name: score(own.components[name]) for name in scoring.COMPONENTS if name in own.components},
                 "加分": score(own.bonus), "扣分": score(own.deduction),
                 "板块": {name: {"得分率": rate(share), **({} if rank is None else {"位次": rank})}
                          for name, (share, rank) in rates[unit_id].items()}}
        if own.total is not None:
            entry.update({"基础分": score(own.base), "综合得分": score(own.total),
                          "比较值": score(comparison.value(own.total))})
        for key, values in (("位次", ranks), ("建议等次", suggested), ("最终等次", final)):
            if unit_id in values:
                entry[key] = values[unit_id]
        units[unit_id] = entry
    commended, merit = staff.honours(year)
    rows, unconfirmed = staff.bonuses(year, final)
    return {
        "单位": units,
        "池": [_pool(pool, final, first) for pool in pools],
        "评优名额": [{"类": cls, "组": group, "基数": base,
                      **({} if exact is None else {"精确": str(exact), "名额": quota}), "名册优秀": excellent}
                     for cls, group, base, exact, quota, excellent in staff.quotas(year, final)],
        "嘉奖": commended, "三等功": merit, "奖金": _bonuses(plan, rows), "待确认": unconfirmed,
    }


def _pool(pool, final, first):
    entry = {"适用": pool.scope, "单位": pool.members, "基数": pool.base, "名额": pool.quota,
             "建议首等": pool.best, "线上并列": pool.tied}
    if all(unit_id in final for unit_id in pool.members):
        entry["最终首等"] = [unit_id for unit_id in pool.members if final[unit_id] == first]
    return entry


def _bonuses(plan, rows):
    places, how = int(plan.convention("金额小数位")), plan.convention("金额修约")

    def money(value):
        return figure(value, shown(value, places, how))

    by_unit = {}
    for row in rows.values():
        by_unit.setdefault(row["单位编号"], []).append(row["应发"])
    known = {unit_id: sum(due, Fraction(0)) for unit_id, due in by_unit.items() if None not in due}
    total = {"合计": money(sum(known.values(), Fraction(0)))} if len(known) == len(by_unit) else {}
    return {
        "行": {person: _row(row, money) for person, row in rows.items()},
        "小计": {unit_id: money(subtotal) for unit_id, subtotal in known.items()},
        "预算": money(number(plan.value("奖金", "预算"))), **total,
    }


def _row(row, money):
    """A bonus; what hangs on a grade that is not decided is left out."""
    entry = {"单位编号": row["单位编号"], "基数": row["基数"],
             "个人系数": figure(row["个人系数"], plain(row["个人系数"])), "在岗月数": row["在岗月数"],
             "加项": money(row["加项"])}
    if row["单位系数"] is not None:
        entry["单位系数"] = figure(row["单位系数"], plain(row["单位系数"]))
    if row["应发"] is not None:
        entry["应发"] = money(row["应发"])
    return entry
