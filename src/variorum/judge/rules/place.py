"""Place: two claims about one happening put it in different places."""

from variorum.judge.rules.found import Found, Pairing
from variorum.judge.told import Told
from variorum.model.finding import Rule

__all__ = ["RULES", "placed"]

RULES = (Rule("divergence.place", "The claims put one happening in different places."),)
MIN_SAME = 0.55  # of the pair scorer
_WHERE = ("in", "at", "near", "on", "outside", "off", "inside")


def placed(pairing: Pairing) -> Found | None:
    """Where both have a place under one preposition, and neither names the other's place."""
    left, right = pairing.left, pairing.right
    frames = left.claim.frame, right.claim.frame
    if pairing.same < MIN_SAME or not frames[0] or not frames[1]:
        return None
    mine, yours = _places(left), _places(right)
    if not mine or not yours or set(mine) & set(yours):
        return None
    named = {entity for told in (left, right) for _, entity in told.mentions()}
    for one, words in mine.items():
        for two, others in yours.items():
            kinds = {left.entities[one].kind, right.entities[two].kind}
            if kinds == {"place"} and {one, two} <= named:
                return Found(
                    kind="place",
                    rule="divergence.place",
                    values=(words, others),
                    why=f"One puts it {words}, the other {others}.",
                    score=round(0.15 + 0.6 * pairing.same, 3),
                    severity="tension",
                    slot="place",
                )
    return None


def _places(told: Told) -> dict[int, str]:
    """Places under a preposition of place, with the words."""
    found: dict[int, str] = {}
    frame = told.claim.frame
    for argument in frame.arguments if frame else ():
        entity = told.entity(argument.referent)
        if argument.role in _WHERE and entity is not None and told.entities[entity].kind == "place":
            found.setdefault(entity, f"{argument.role} {told.words(argument)}")
    return found
