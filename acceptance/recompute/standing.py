"""排名: tiers of units that are wholly equal, best first, and the places they take."""
from .rounding import rounded
from .tables import listed, number


class Comparison:
    """How two totals, or two components, are compared."""

    def __init__(self, plan):
        self.places = int(plan.convention("分数小数位"))
        self.rule = plan.convention("分数修约")
        self._rounds = plan.convention("比较口径") == "修约后"
        ties = plan.convention("并列比较")
        self._ties = [] if ties == "无" else listed(ties)
        self._dense = plan.convention("并列名次") == "连号"

    def value(self, exact):
        return rounded(exact, self.places, self.rule) if self._rounds else exact

    def tiers(self, scores):
        tiers = []
        for equal in _groups([s for s in scores if s.total is not None], lambda s: self.value(s.total)):
            tiers += self._broken(equal, self._ties)
        return tiers

    def ranks(self, tiers):
        """Member → place, tier by tier."""
        ranks, before = {}, 0
        for index, tier in enumerate(tiers):
            for member in tier:
                ranks[member] = index + 1 if self._dense else before + 1
            before += len(tier)
        return ranks

    def _broken(self, equal, components):
        if len(equal) == 1 or not components:
            return [equal]
        first, rest = components[0], components[1:]
        if any(first not in score.components for score in equal):
            return self._broken(equal, rest)
        tiers = []
        for group in _groups(equal, lambda score: self.value(score.components[first])):
            tiers += self._broken(group, rest)
        return tiers


def _groups(scores, key):
    by_key = {}
    for score in scores:
        by_key.setdefault(key(score), []).append(score)
    return [by_key[value] for value in sorted(by_key, reverse=True)]


def standings(year, scores, comparison):
    """Unit id → place in its series, of assessed units."""
    ranks = {}
    for members in _series(scores).values():
        tiers = comparison.tiers(members)
        ranks.update(comparison.ranks([[s.unit["单位编号"] for s in tier] for tier in tiers]))
    return ranks


def boards(year, scores, comparison):
    """Unit id → board → (share of its points that were scored, place in the series or `None`)."""
    boards_of = {row["指标编号"]: row for row in year["指标"]}
    rates = {}
    for unit_id, score in scores.items():
        sums = {}
        for row in year.of("指标完成", "单位编号", unit_id):
            indicator = boards_of[row["指标编号"]]
            points, full = sums.get(indicator["板块"], (0, 0))
            if row["考核组评分"] is not None:
                sums[indicator["板块"]] = (points + number(row["考核组评分"]), full + number(indicator["分值"]))
        rates[unit_id] = {name: points / full for name, (points, full) in sums.items() if full}
    result = {unit_id: {name: (rate, None) for name, rate in own.items()} for unit_id, own in rates.items()}
    for members in _series(scores).values():
        ids = [score.unit["单位编号"] for score in members]
        for name in {name for unit_id in ids for name in rates[unit_id]}:
            by_rate = {}
            for unit_id in ids:
                if name in rates[unit_id]:
                    by_rate.setdefault(rates[unit_id][name], []).append(unit_id)
            ranks = comparison.ranks([by_rate[rate] for rate in sorted(by_rate, reverse=True)])
            for unit_id, rank in ranks.items():
                result[unit_id][name] = (rates[unit_id][name], rank)
    return result


def _series(scores):
    """Series → its assessed units' scores, in the order of the table."""
    by_series = {}
    for score in scores.values():
        if score.unit["参评方式"] == "参评":
            by_series.setdefault(score.unit["序列"], []).append(score)
    return by_series
