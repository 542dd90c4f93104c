"""Checking: every rule asked of one collaboration, and again of what an edit changed."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

import attrs

from samverkan_core.errors import CannotAccept, CodeTaken, InvalidValue, UnknownCode
from samverkan_core.findings.acceptance import Acceptance, answerable, data_of, told_apart
from samverkan_core.findings.finding import Finding, Force, Notice
from samverkan_core.findings.report import NotJudged, Report, Stamp
from samverkan_core.indexing import Index, index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.reference.laws import KNOWN_TO
from samverkan_core.rules.catalogue import RULES, VERSION
from samverkan_core.rules.engine import UNKNOWN_PROFILE, Judgement, judged
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON, severity_in
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.rules.rule import Rule
from samverkan_core.serialization.digest import digest_of
from samverkan_core.serialization.reports import NOTICES
from samverkan_core.values.labels import Lang
from samverkan_core.values.time import the_day

__all__ = ["Checked", "accept", "all_rules", "check", "explain", "profile_for"]

_CODES = frozenset(rule.code for rule in RULES)
#: How grave a breach is by its own text, and how grave in the profile common.
_IN_COMMON: Mapping[Lang, str] = {
    "sv": "{own} ({common} i profilen common)",
    "en": "{own} ({common} in the profile common)",
}


@attrs.frozen(kw_only=True)
class Checked:
    """A collaboration that has been checked, with what each rule came to (granskad samverkan).

    It is kept while somebody works on the document: after an edit only the rules are asked whose
    collections are other objects than before. `attrs.evolve` keeps all that it is not told to
    change, so an edited collaboration shares the rest with the one that it was made of.
    """

    #: The collaboration, looked through once.
    book: Index = attrs.field(repr=False, eq=attrgetter("collaboration"))
    #: The day that rules of state spoke of; None where no day was given.
    day: dt.date | None
    #: The profile that was asked for; None where the document names its own.
    profile: Profile | str | None = attrs.field(repr=False)
    #: Every rule: the library's and a caller's own.
    rules: tuple[Rule, ...] = attrs.field(repr=False)
    #: What each rule that was asked came to.
    judgements: tuple[Judgement, ...] = attrs.field(repr=False)
    #: What there is to say of the collaboration.
    report: Report = attrs.field(repr=False)

    @classmethod
    def of(
        cls,
        collab: Collaboration | Index,
        *,
        at: dt.date | None = None,
        profile: Profile | str | None = None,
        more_rules: Iterable[Rule] = (),
    ) -> "Checked":
        """Ask every rule of a collaboration, as `check` does, and keep what each came to.

        Raises:
            NotADay: `at` is no day but, say, a datetime.
            CodeTaken: One of `more_rules` has a code that is already used.
            UnknownCode: The profile names a code that no rule has, nor any of `more_rules`.
        """
        day = None if at is None else the_day(at)
        rules = all_rules(more_rules, profile)
        return _asked(index(collab), day, profile, rules, {})

    def again(self, collab: Collaboration) -> "Checked":
        """Check the collaboration after an edit: the report is what `check` would give.

        Only the rules are asked that declare a collection which is another object than before, or
        the collaboration itself. Where another profile is to be used, or something was set aside
        or read after all, every rule is asked.
        """
        if collab is self.book.collaboration:
            return self
        book = self.book.again(collab)
        earlier = self._still_true(book)
        return _asked(book, self.day, self.profile, self.rules, earlier)

    def _still_true(self, book: Index) -> dict[str, Judgement]:
        """Give what was said before of collections that are the same objects."""
        before, after = self.book.collaboration, book.collaboration
        chosen = [profile_for(collab, self.profile)[0] for collab in (before, after)]
        if chosen[0] is not chosen[1] or before.set_aside is not after.set_aside:
            return {}
        shelves = book.shelves.items()
        same = {name for name, shelf in shelves if shelf is self.book.shelves[name]}
        true = {rule.code for rule in self.rules if same.issuperset(rule.reads)}
        return {found.code: found for found in self.judgements if found.code in true}


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
    return Checked.of(collab, at=at, profile=profile, more_rules=more_rules).report


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
    # Of a fault in a file the pillar and the force are called the same.
    weight = dict.fromkeys(
        (_weight(notice, lang), notice.pillar.label(lang), notice.force.label(lang))
    )
    cited = [source.cite(lang) for source in notice.sources]
    return "\n".join([" · ".join((code, *weight)), texts.message, texts.why, texts.remedy, *cited])


def _weight(notice: Notice, lang: Lang) -> str:
    """Say how grave a breach is, and how grave where no municipality's own text is followed."""
    own, common = notice.severity.label(lang), severity_in(COMMON, notice).label(lang)
    return own if own == common else _IN_COMMON[lang].format(own=own, common=common)


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
    name = collab.profile if wanted is None else wanted
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


def _asked(
    book: Index,
    day: dt.date | None,
    profile: Profile | str | None,
    rules: tuple[Rule, ...],
    earlier: Mapping[str, Judgement],
) -> Checked:
    """Ask the rules of which nothing that is still true was said earlier, and gather it all."""
    chosen, findings = profile_for(book.collaboration, profile)
    left_out = {rule.code for rule in rules}.intersection(chosen.without)
    asked = [rule for rule in rules if rule.code not in left_out]
    judgements = tuple(
        earlier.get(rule.code) or judged(rule, book, day, chosen)
        for rule in asked
        if day is not None or not rule.of_state
    )
    findings += [finding for judgement in judgements for finding in judgement.findings]
    report = _report(
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
            digest=digest_of(book),
        ),
    )
    return Checked(
        book=book, day=day, profile=profile, rules=rules, judgements=judgements, report=report
    )


def _report(
    collab: Collaboration,
    findings: list[Finding],
    judgements: Iterable[Judgement],
    *,
    not_run: Iterable[str],
    left_out: Iterable[str],
    stamp: Stamp,
) -> Report:
    standing, accepted = told_apart(findings, collab.acceptances, stamp.day)
    by_code = sorted(judgements, key=attrgetter("code"))
    return Report(
        findings=standing,
        accepted=accepted,
        answerable=answerable(findings, collab.acceptances, stamp.day),
        held=tuple(found.code for found in by_code if found.held),
        not_judged=tuple(one for found in by_code for one in _in_order(found.not_judged)),
        not_run=tuple(sorted(not_run)),
        left_out=tuple(sorted(left_out)),
        stamp=stamp,
    )


def _in_order(missing: Iterable[NotJudged]) -> list[NotJudged]:
    # By a key: to compare them two by two takes as long as many rules together.
    return sorted(set(missing), key=lambda one: (one.subject or "", one.lacked))
