"""定等: the pools, their quotas, what is suggested and what is final."""
from .rounding import whole
from .tables import number


class Pool:
    def __init__(self, scope, members, base, quota, best, tied):
        self.scope = scope
        self.members = members
        self.base = base
        self.quota = quota
        self.best = best
        self.tied = tied


def pools(year, scores, comparison):
    """The pools of 单位优秀比例 in the order of the plan."""
    minimum = number(next(iter(year.plan.items("单位等次").values())))
    return [
        _pool(year.plan, scope, _members(year, scope, scores), minimum, comparison)
        for scope in year.plan.scopes("单位优秀比例")
    ]


def _members(year, scope, scores):
    for column in ("序列", "类别"):
        if any(unit[column] == scope for unit in year["单位"]):
            return [s for s in scores.values() if s.unit["参评方式"] == "参评" and s.unit[column] == scope]
    return [s for s in scores.values() if s.unit["参评方式"] == "参评"]


def _pool(plan, scope, members, minimum, comparison):
    ids = [score.unit["单位编号"] for score in members]
    base = len(members)
    if plan.convention("红线计入基数") == "否":
        base -= sum(score.barred for score in members)
    share = number(next(iter(plan.items("单位优秀比例", scope).values())))
    quota = whole(base * share / 100, plan.convention("单位名额取整"))
    successors = plan.convention("红线递补") == "是"
    best, tied, taken = [], [], 0
    for tier in comparison.tiers(members):
        eligible = [s for s in tier if comparison.value(s.total) >= minimum and not (successors and s.barred)]
        if not eligible or taken >= quota:
            continue
        if taken + len(eligible) > quota:
            tied = [score.unit["单位编号"] for score in eligible]
            break
        taken += len(eligible)
        best += [score.unit["单位编号"] for score in eligible if not score.barred]
    return Pool(scope, ids, base, quota, best, tied)


def grades(year, scores, pools, comparison):
    """(suggested, final): unit id → grade; a unit that waits for the meeting has no final one."""
    ladder = [(name, number(minimum)) for name, minimum in year.plan.items("单位等次").items()]
    first, least = ladder[0]
    best = {unit_id for pool in pools for unit_id in pool.best}
    waits = year.plan.convention("线上并列") == "待定"
    pending = {unit_id for pool in pools for unit_id in pool.tied} if waits else set()
    unresolved = {
        unit_id for pool in pools if waits
        for unit_id in pool.tied
        if any(not scores[other].unit.get("审定等次") for other in pool.tied if not scores[other].barred)
    }
    suggested, final = {}, {}
    for unit_id, score in scores.items():
        if score.total is None:
            continue
        value = comparison.value(score.total)
        referenced = score.unit["参评方式"] == "参照"
        if unit_id in best:
            suggestion = first
        elif referenced and value >= least and not score.barred:
            suggestion = "参照" + first
        elif unit_id in pending and not score.barred:
            suggestion = "待定"
        else:
            suggestion = next((name for name, minimum in ladder[1:] if minimum <= value), ladder[-1][0])
        suggested[unit_id] = suggestion
        if suggestion == "待定" and unit_id in unresolved:
            continue
        confirmed = score.unit.get("审定等次")
        if confirmed and referenced and confirmed == first:
            confirmed = "参照" + first
        final[unit_id] = confirmed or suggestion
    return suggested, final
