"""Checking: every rule asked of one collaboration, and what each of them says of itself."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator

import attrs

from samverkan_core.errors import CannotAccept, CodeTaken, InvalidValue, UnknownCode
from samverkan_core.findings.acceptance import Acceptance, answerable, data_of, told_apart
from samverkan_core.findings.finding import Finding, Force
from samverkan_core.findings.report import NotJudged, Report, Stamp
from samverkan_core.indexing import Index, index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.reference.laws import KNOWN_TO
from samverkan_core.rules.catalogue import RULES, VERSION
from samverkan_core.rules.engine import UNKNOWN_PROFILE, Judgement, judged
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.rules.rule import Rule
from samverkan_core.serialization.reports import NOTICES
from samverkan_core.serialization.write import canonical_bytes
from samverkan_core.values.labels import Lang
from samverkan_core.values.time import the_day

__all__ = ["accept", "all_rules", "check", "explain", "profile_for"]

_CODES = frozenset(rule.code for rule in RULES)


def check(
    collab: Collaboration | Index,
    *,
    at: dt.date | None = None,
    profile: Profile | str | None = None,
    more_rules: Iterable[Rule] = (),
) -> Report:
    """Ask every rule of a collaboration, and give everything that is wrong or unwise in it.

    Rules of state speak of the day `at`; without one they wait, in `report.not_run`. The profile is
    the one given, else the one that the document names, else the common one.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
        CodeTaken: One of `more_rules` has a code that is already used.
        UnknownCode: The profile names a code that no rule has, nor any of `more_rules`.
    """
    day = None if at is None else the_day(at)
    rules = all_rules(more_rules, profile)
    book = index(collab)
    chosen, findings = profile_for(book.collaboration, profile)
    left_out = {rule.code for rule in rules}.intersection(chosen.without)
    asked = [rule for rule in rules if rule.code not in left_out]
    judgements = [
        judged(rule, book, day, chosen) for rule in asked if day is not None or not rule.of_state
    ]
    findings += [finding for judgement in judgements for finding in judgement.findings]
    return _report(
        book.collaboration,
        findings,
        judgements,
        not_run=[rule.code for rule in asked if day is None and rule.of_state],
        left_out=left_out,
        stamp=Stamp(
            day=day,
            profile=chosen.name,
            catalogue=VERSION,
            law_known_to=KNOWN_TO,
            digest=hashlib.sha256(canonical_bytes(book.collaboration)).hexdigest(),
        ),
    )


def accept(
    collab: Collaboration,
    finding: Finding,
    *,
    reason: str,
    owner: str,
    last_day: dt.date,
) -> Collaboration:
    """Put into the document that a finding is accepted: why, by which office, until which day.

    Raises:
        CannotAccept: The finding rests on a law, which no municipality can set aside.
    """
    if finding.force is Force.LAW:
        raise CannotAccept(
            f"{finding.code} rests on a law and cannot be accepted: put it right, or note beside "
            "the document why it cannot be"
        )
    acceptance = Acceptance(
        code=finding.code,
        subject=finding.subject,
        data=data_of(finding),
        reason=reason,
        owner=owner,
        last_day=last_day,
    )
    return attrs.evolve(collab, acceptances=(*collab.acceptances, acceptance))


def explain(code: str, lang: Lang = "sv") -> str:
    """Say what a code stands for: why it matters, what to do, and where that can be looked up.

    Raises:
        UnknownCode: No rule and no fault has the code; the nearest one is named.
    """
    notice = NOTICES.get(code)
    if notice is None:
        raise UnknownCode(code, NOTICES)
    texts = notice.texts(lang)
    weight = (
        f"{notice.severity.label(lang)} · {notice.pillar.label(lang)} · {notice.force.label(lang)}"
    )
    cited = [source.cite(lang) for source in notice.sources]
    return "\n".join([f"{code} · {weight}", texts.message, texts.why, texts.remedy, *cited])


def all_rules(more_rules: Iterable[Rule], profile: Profile | str | None) -> tuple[Rule, ...]:
    """Give the library's rules and a caller's own, the codes of a caller's own profile among them.

    Raises:
        CodeTaken: One of `more_rules` has a code that is already used.
        UnknownCode: The profile names a code that no rule has.
    """
    own = tuple(_with_codes_of_their_own(more_rules))
    if isinstance(profile, Profile):
        _name_known_codes(profile, {rule.code for rule in own})
    return (*RULES, *own)


def _name_known_codes(profile: Profile, own: set[str]) -> None:
    required = (code for one in profile.step_requirements for code in one.codes)
    named = {*profile.without, *(weight.code for weight in profile.weights), *required}
    unknown = named - _CODES - own
    if unknown:
        raise UnknownCode(min(unknown), _CODES | own, among="rule of the library or of more_rules")


def _with_codes_of_their_own(more_rules: Iterable[Rule]) -> Iterator[Rule]:
    taken = set(NOTICES)
    if isinstance(more_rules, Rule):
        raise InvalidValue("`more_rules` is a list of rules: write more_rules=[rule]")
    for rule in more_rules:
        if not isinstance(rule, Rule):
            raise InvalidValue(
                f"`more_rules` holds rules made with @rule, not a {type(rule).__name__}"
            )
        if rule.code in taken:
            raise CodeTaken(rule.code)
        taken.add(rule.code)
        yield rule


def profile_for(
    collab: Collaboration, wanted: Profile | str | None
) -> tuple[Profile, list[Finding]]:
    """Give the profile that a question is asked under, and what there is to say of its name."""
    if isinstance(wanted, Profile):
        return wanted, []
    name = wanted or collab.profile
    if name is None:
        return COMMON, []
    if name in PROFILES:
        return PROFILES[name], []
    known = tuple(sorted(PROFILES))
    place = "/profile" if wanted is None else ""
    unknown = Finding(
        notice=UNKNOWN_PROFILE,
        severity=UNKNOWN_PROFILE.severity,
        pointer=place,
        data=(("known", known), ("profile", name)),
    )
    return COMMON, [unknown]


def _report(
    collab: Collaboration,
    findings: list[Finding],
    judgements: list[Judgement],
    *,
    not_run: Iterable[str],
    left_out: Iterable[str],
    stamp: Stamp,
) -> Report:
    standing, accepted = told_apart(findings, collab.acceptances, stamp.day)
    unjudged: list[NotJudged] = [
        missing for judgement in judgements for missing in judgement.not_judged
    ]
    return Report(
        findings=standing,
        accepted=accepted,
        answerable=answerable(findings, collab.acceptances, stamp.day),
        held=tuple(sorted(judgement.code for judgement in judgements if judgement.held)),
        not_judged=tuple(sorted(set(unjudged))),
        not_run=tuple(sorted(not_run)),
        left_out=tuple(sorted(left_out)),
        stamp=stamp,
    )
