"""The specification as Cedar policies, written out for chains of mandates of every length.

Cedar looks at one principal, one action and one resource at a time, and has neither recursion nor
quantifiers: a chain, a nesting and a list are written out step by step. `Facts::"now"` holds the
question, and what was established in the rounds before.
"""

import json
from collections.abc import Iterable
from functools import cache
from itertools import combinations, pairwise, starmap

from cedarpy import PolicySet

from .facts import DIMENSIONS

#: The deepest nesting of matters that is written out.
DEEPEST = 8
#: How many absences of an appointment, and substitutes of a mandate, are written out.
MOST = 6

NOW = 'Facts::"now"'
LISTS = DIMENSIONS[:3]


def _any(terms: Iterable[str]) -> str:
    return "(" + " || ".join(terms) + ")"


def _all(terms: Iterable[str]) -> str:
    return "(" + "\n && ".join(terms) + ")"


def _now(thing: str) -> str:
    return f"({thing}.first <= {NOW}.day && {NOW}.day <= {thing}.last)"


def _power(*powers: str) -> str:
    return f"{json.dumps(powers)}.contains({NOW}.power)"


def _away(of: str, also: str = "true") -> str:
    """Say that an appointment has an absence that holds."""
    each = (f"{of}.absence{number}" for number in range(MOST))
    return _any(
        f"({of} has absence{number} && {_now(absence)} && {also.replace('IT', absence)})"
        for number, absence in enumerate(each)
    )


def _known(of: str, member: str) -> str:
    return f"({of} has {member} && {of}.{member} has known)"


ABSENT = _away("principal")
BARRED = _away("principal", '["vacant", "disqualified"].contains(IT.kind)')
ORDINARY = "principal.standing_in_for"
ORDINARY_IS_OUT = f"({ORDINARY} has known && ({_away(ORDINARY)} || !{_now(ORDINARY)}))"
SEATED = _all(
    [
        _now("principal"),
        'principal.office has known && principal.office.what != "person"',
        _now("principal.office"),
        f"(!(principal has standing_in_for) || {ORDINARY_IS_OUT})",
    ]
)
PERSON_WORKS = f"({NOW}.at_work.contains(principal) || !{NOW}.away.contains(principal))"
DECIDES_AS_ONE = f"(context.holder.elected || {_power('decide', 'agree')})"
SECTOR_IS = "(principal has sector && principal.sector == {})"

#: What is asked in the rounds before the last: action -> when it is so.
BEFORE = {
    "stands": _now("principal"),
    "takes_over": f"{_now('principal')} && principal.decided",
    "serves": f"{SEATED} && !{ABSENT}",
    "at_work": f"{_now('principal')} && !{ABSENT}",
    "is_away": ABSENT,
    "hired_well": f'{_now("principal")} && ["elected", "employed"].contains(principal.kind)',
    "elected_body": 'principal.what == "body" && principal.elected',
    "state": 'principal.what != "person" && principal has sector && principal.sector == "state"',
    "in_service": _any(
        [
            f'(principal.what == "body" && {_now("principal")})',
            f'(principal.what == "person" && {PERSON_WORKS})',
            f'(["role", "actor"].contains(principal.what) && {NOW}.served.contains(principal))',
        ]
    ),
}

#: How somebody comes to hold a mandate: action -> when they do.
WAYS = {
    "as_body": _all(
        [
            "principal has is_body && context.holder == principal",
            f"{NOW}.stand.contains(principal)",
        ]
    ),
    "in_person": "principal has is_person && context.holder == principal",
    "by_appointment": _all(
        [
            "principal has is_person && context.appointment.person == principal",
            "context.holder == context.appointment.office",
            SEATED.replace("principal", "context.appointment"),
            f"!{BARRED.replace('principal', 'context.appointment')}",
            f'!(context.holder.what == "body" && {DECIDES_AS_ONE})',
        ]
    ),
}


def _named() -> str:
    """Say that the mandate names the holder, or names it as a substitute whose turn it is."""
    yes = ["(context.holder has known && resource.granted_to.contains(context.holder))"]
    for place in range(MOST):
        before = [f"!{NOW}.in_service.contains(resource.substitute{at})" for at in range(place)]
        free = f"!resource.granted_to.containsAny({NOW}.in_service)"
        here = f"resource has substitute{place} && resource.substitute{place} == context.holder"
        yes.append(_all([here, "context.holder has known", free, *before]))
    return _any(yes)


def _covers(mandate: str) -> str:
    """Say that a mandate covers the target, with the one matter that the request names."""
    terms = [
        f"(!({mandate} has {name}) || (context has {name}"
        f" && {mandate}.{name}.containsAll(context.{name})))"
        for name in LISTS
    ]
    ages = (
        f"context has from && {mandate}.from <= context.from"
        f" && context.from <= context.to && context.to <= {mandate}.to"
    )
    line = _line("context.matter", f"{mandate}.matters.contains(IT)")
    matters = f"context has matter && {line}"
    return _all(
        [
            *terms,
            f"(!({mandate} has from) || ({ages}))",
            f"(!({mandate} has matters) || ({matters}))",
        ]
    )


def _line(matter: str, so: str) -> str:
    """Say that something is so of a matter, or of a group that it is part of."""
    text = "false"
    for depth in reversed(range(DEEPEST)):
        it = matter + ".part_of" * depth
        text = f"({so.replace('IT', it)} || ({_known(it, 'part_of')} && {text}))"
    return text


def _fits(mandate: str) -> str:
    """Say what each mandate of a chain must satisfy by itself."""
    by = f"{mandate}.granted_by"
    granted = f"({NOW}.stand.contains({by}) || {NOW}.taken_over.contains({by}))"
    return _all(
        [
            _now(mandate),
            f"{NOW}.day < {mandate}.revoked",
            f"{mandate}.powers.contains({NOW}.power)",
            _covers(mandate),
            f"(!({mandate} has granted_by) || !({by} has is_body) || {granted})",
            f"(!{mandate}.urgent_only || {NOW}.urgent)",
        ]
    )


def _delegated(child: str, parent: str) -> str:
    by = f"{child}.granted_by"
    return _all(
        [
            f"{parent}.may_delegate && {_known(child, 'granted_by')}",
            f"({parent}.granted_to.contains({by}) || {parent}.substitutes.contains({by}))",
        ]
    )


def _rules(root: str, *kinds: str) -> str:
    document = f"{root}.document"
    return _all(
        [
            f'{root}.basis == "governing_document" && {_known(root, "document")}',
            f"{_now(document)} && {json.dumps(kinds)}.contains({document}.kind)",
        ]
    )


def _council(root: str) -> str:
    return _all(
        [
            _rules(root, "rules_of_procedure"),
            f"{root} has granted_by && {root}.granted_by has is_council",
            f"{root} has anybody",
            f"!{root}.granted_to.containsAny({NOW}.not_elected)",
            f"!{root}.substitutes.containsAny({NOW}.not_elected)",
        ]
    )


def _other_root(root: str) -> str:
    agreement = _rules(root, "agreement", "joint_agreement").replace(
        '"governing_document"', '"agreement"'
    )
    return _any(
        [
            f'({root}.basis == "law" && {root} has gone && !{root}.gone)',
            _all(
                [
                    _rules(root, "order_of_work", "delegation_order"),
                    f"{root} has anybody",
                    f"!{root}.granted_to.containsAny({NOW}.not_state)",
                    f"!{root}.substitutes.containsAny({NOW}.not_state)",
                ]
            ),
            _all(
                [
                    f'{root}.basis == "political_decision"',
                    f"{root} has resolved_by && {root}.resolved_by has actor_sector",
                    f'["private", "non_profit"].contains({root}.resolved_by.actor_sector)',
                ]
            ),
            _all([agreement, f"!{_power('decide')}"]),
        ]
    )


def _eligible(holder: str, mandate: str) -> str:
    kinds = json.dumps(["employee", "head_of_administration", "elected"])
    agreed = f'({holder}.kind == "external" && {mandate}.basis == "agreement")'
    return _any(
        [
            f'({holder}.what == "body" && {holder}.elected)',
            f'({holder}.what == "person" && {NOW}.hired_well.contains({holder}))',
            f'({holder}.what == "role" && ({kinds}.contains({holder}.kind) || {agreed}))',
        ]
    )


def _lawful(chain: list[str]) -> str:
    """Say that no limit of the law stands in the way of a chain that goes back to a council."""
    passed = ["context.holder", *(f"{mandate}.granted_by" for mandate in chain[:-2])]
    links = list(zip(passed, chain, strict=False)) if len(chain) > 1 else []
    hired = (
        '(context has appointment && ["consultant", "engaged"].contains(context.appointment.kind))'
    )
    eligible = [_eligible(*link) for link in links] + ([f"!{hired}"] if links else [])
    staff = [f'({one}.what == "role" && {one}.kind != "elected")' for one in passed[1:]]
    heads = [f'{one}.kind == "head_of_administration"' for one in passed[1:]]
    once = [f"!({one} && {other})" for one, other in combinations(staff, 2)]
    step = [f"(!{one} || {head})" for one, head in zip(staff, heads, strict=True)]
    committees = [f'({one}.what == "body" && {one}.kind == "committee")' for one, _ in links]

    def unless(limit: str, so: str) -> str:
        return f"(!(context has matter && {_line('context.matter', limit)}) || {so})"

    return _all(
        [
            f'(!{NOW}.refusing.contains("eligible") || {_all(["true", *eligible])})',
            f'(!{NOW}.refusing.contains("employee") || {_all(["true", *step, *once])})',
            unless(RESERVED, "(principal has is_council)"),
            unless('IT.bounds.contains("prohibited")', "false" if links else "true"),
            unless('IT.bounds.contains("committee")', _all(["true", *committees])),
        ]
    )


RESERVED = 'IT.bounds.contains("council")'
JOINTLY = _any(
    [
        "!resource.jointly",
        f"!{_power('decide')}",
        "!resource.several",
        f'!{NOW}.refusing.contains("jointly")',
        f"!resource.granted_to.containsAny({NOW}.no_body)",
    ]
)
DISQUALIFIED = "(context has matter && context.matter.disqualified.contains(principal))"


def _chain(length: int) -> str:
    """Write out when a chain of this many mandates, from `resource` to its root, permits."""
    chain = ["resource" + ".parent" * depth for depth in range(length)]
    terms = ["principal has is_person || principal has is_body", _named(), JOINTLY]
    terms = [f"({term})" for term in terms] + [_fits("resource"), f"!{DISQUALIFIED}"]
    for child, parent in pairwise(chain):
        terms += [_known(child, "parent"), _delegated(child, parent), _fits(parent)]
    root = chain[-1]
    lawful = f"(!{_power('decide')} || {_lawful(chain)})"
    terms += [f"!({root} has parent)", _any([_other_root(root), _all([_council(root), lawful])])]
    return _all(terms)


EXECUTION = _all(
    [
        "(principal has is_person || principal has is_body)",
        _power("decide"),
        f"{NOW} has matters && {NOW}.executions.containsAll({NOW}.matters)",
    ]
)


#: A council decides what the law reserves for it, each matter that is asked about.
BY_LAW = _all(
    [
        f"principal has is_council && {NOW}.stand.contains(principal)",
        _power("decide"),
        f"context has matter && {_line('context.matter', RESERVED)}",
        _any(
            [
                "!(context.matter has principal)",
                "(principal has principal && principal.principal == context.matter.principal)",
            ]
        ),
        f"!{DISQUALIFIED}",
    ]
)


def _permit(action: str, so: str) -> str:
    return f'permit(principal, action == Action::"{action}", resource) when {{ {so} }};'


@cache
def of_one_thing() -> PolicySet:
    """Give the policies of the rounds before the last, the same for every document and question."""
    return PolicySet.from_str("\n".join(starmap(_permit, BEFORE.items())))


@cache
def of_chains(longest: int) -> PolicySet:
    """Give the policies of the last round: for chains up to a length, by each way to hold one."""
    each = (
        _permit(action, f"{so}\n && {chain}")
        for chain in map(_chain, range(1, longest + 1))
        for action, so in WAYS.items()
    )
    return PolicySet.from_str(
        "\n".join([_permit("execution", EXECUTION), _permit("by_law", BY_LAW), *each])
    )
