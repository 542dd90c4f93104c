"""What reading a delegation order remarks on: the code, weight and words of each remark."""

import attrs

from samverkan_core.findings.finding import Force, Notice, Pillar, Severity, Texts
from samverkan_core.values.source import Source, SourceKind

__all__ = [
    "BOARD_ITSELF",
    "COLUMN_KEPT",
    "EACH_ALONE",
    "JOINTLY",
    "LAW_GONE",
    "NO_DELEGATE",
    "NO_MATTER",
    "NO_NUMBER",
    "NO_PROVISION",
    "NUMBER_TWICE",
    "OVERFULL",
    "REMARKS",
    "UNKNOWN_WORD",
]

_FORM = (Pillar.FORMAT, Force.FORMAT)
_OWN = (Pillar.STEERING, Force.PROPOSAL)
_ACT = "kommunallagen (2017:725)"


def _remark(
    code: str,
    severity: Severity,
    standing: tuple[Pillar, Force],
    *,
    sv: Texts,
    en: Texts,
    provisions: tuple[str, ...] = (),
) -> Notice:
    pillar, force = standing
    return Notice(
        code=code,
        severity=severity,
        pillar=pillar,
        force=force,
        sources=tuple(Source(kind=SourceKind.LAW, ref=ref, title=_ACT) for ref in provisions),
        sv=attrs.evolve(sv, message=f"Rad {{row}}, nr {{line}}: {sv.message}"),
        en=attrs.evolve(en, message=f"Row {{row}}, no. {{line}}: {en.message}"),
    )


UNKNOWN_WORD = _remark(
    "DEL001",
    Severity.ERROR,
    _FORM,
    sv=Texts(
        message="{found} i kolumnen {column} är inget känt ord. Kända är bland andra {accepted}.",
        why=(
            "Den som ordet syftar på får ingen delegation. Inte heller det som hänger på ordet "
            "läses: ersättare, eller att flera ska besluta gemensamt."
        ),
        remedy=(
            "Den som för över tabellen lägger in ordet i offices med rätt befattning. Är det fel "
            "i delegationsordningen rättar nämnden raden."
        ),
    ),
    en=Texts(
        message="{found} in the column {column} is no known word. Among those known: {accepted}.",
        why=(
            "Whoever the word means gets no delegation. Nor is what depends on the word read: "
            "substitutes, or that several are to decide together."
        ),
        remedy=(
            "Whoever transcribes the table enters the word in offices with the right office. If "
            "the delegation order is wrong, the board puts the line right."
        ),
    ),
)
BOARD_ITSELF = _remark(
    "DEL002",
    Severity.INFO,
    _OWN,
    sv=Texts(
        message="{found} i kolumnen {column} är nämnden själv, och det är ingen delegation.",
        why=(
            "En nämnd delegerar inte till sig själv: ärendet stannar hos nämnden och avgörs vid "
            "ett sammanträde."
        ),
        remedy=(
            "Nämnden utser en delegat, om någon annan ska besluta. Annars behöver ingen göra något."
        ),
    ),
    en=Texts(
        message="{found} in the column {column} is the board itself, and that is no delegation.",
        why=(
            "A board delegates nothing to itself: the matter stays with the board and is decided "
            "at a meeting."
        ),
        remedy=(
            "The board names a delegate, if somebody else is to decide. Otherwise nobody need act."
        ),
    ),
)
EACH_ALONE = _remark(
    "DEL003",
    Severity.INFO,
    _OWN,
    sv=Texts(
        message="{found} är flera delegater; de läses så att var och en beslutar ensam.",
        why=(
            "Orden ”och” och ”eller” säger inte säkert om flera beslutar var för sig eller "
            "tillsammans."
        ),
        remedy=(
            "Nämndsekreteraren stämmer av mot nämndens beslut; menar det var och en skriver den "
            "som för över tabellen ”var för sig” på raden, annars ”gemensamt”."
        ),
    ),
    en=Texts(
        message="{found} are several delegates; they are read so that each decides alone.",
        why=(
            "The words “och” and “eller” do not say for sure whether several decide each alone or "
            "together."
        ),
        remedy=(
            "The board's secretary compares with the board's decision; where it means each, "
            "whoever transcribes the table writes “var för sig” on the line, otherwise “gemensamt”."
        ),
    ),
)
JOINTLY = _remark(
    "DEL004",
    Severity.WARNING,
    _OWN,
    provisions=("6 kap. 37 §", "7 kap. 5 §"),
    sv=Texts(
        message=(
            "{found} i kolumnen {column} ska besluta gemensamt; en delegat ska kunna besluta ensam."
        ),
        why=(
            "Kommunallagen räknar upp vem en nämnd får delegera till. Som biblioteket läser den "
            "nämns inte flera anställda gemensamt, men lydelsen är inte kontrollerad för varje dag."
        ),
        remedy="Nämnden bestämmer vem som ensam är delegat, eller delegerar till ett utskott.",
    ),
    en=Texts(
        message=(
            "{found} in the column {column} are to decide together; a delegate is to be able to "
            "decide alone."
        ),
        why=(
            "The local government act lists to whom a board may delegate. As the library reads it, "
            "several employees together are not named, but the wording is not verified for each "
            "day."
        ),
        remedy="The board decides who alone is the delegate, or delegates to a committee.",
    ),
)
NO_DELEGATE = _remark(
    "DEL005",
    Severity.WARNING,
    _FORM,
    sv=Texts(
        message="ingen delegat står i kolumnen {column}. Kända är bland andra {accepted}.",
        why=(
            "Utan delegat stannar ärendet hos nämnden. Också en rubrik i tabellen läses som ett "
            "ärende."
        ),
        remedy=(
            "Nämnden beslutar vem som är delegat; har delegaten fallit bort i avskriften fyller "
            "den som för över tabellen i den. Är raden en rubrik tas den bort."
        ),
    ),
    en=Texts(
        message="no delegate stands in the column {column}. Among those known: {accepted}.",
        why=(
            "Without a delegate the matter stays with the board. A heading in the table is read "
            "as a matter too."
        ),
        remedy=(
            "The board decides who is the delegate; where it was lost in transcribing, whoever "
            "transcribes the table fills it in. If the line is a heading, it is taken away."
        ),
    ),
)
NO_PROVISION = _remark(
    "DEL006",
    Severity.INFO,
    _OWN,
    sv=Texts(
        message="lagrum saknas i kolumnen {column}.",
        why="Utan lagrum går det inte att pröva om lagen sätter en gräns för delegationen.",
        remedy="Nämndsekreteraren anger det lagrum som ärendet faller under, i formen ”6 § LVU”.",
    ),
    en=Texts(
        message="the column {column} cites no provision.",
        why="Without a provision nobody can tell whether the law sets a limit to the delegation.",
        remedy=(
            "The board's secretary states the provision that the matter falls under, like “6 § "
            "LVU”."
        ),
    ),
)
LAW_GONE = _remark(
    "DEL007",
    Severity.WARNING,
    _OWN,
    sv=Texts(
        message=(
            "{found} ser inte ut att gälla den {day} enligt tabellen över lagrum; se {accepted}."
        ),
        why=(
            "Ett beslut ska vila på det som gäller när det fattas. Tabellen är inte fullständig, "
            "och ett lagnamn utan nummer kan mena en nyare lag."
        ),
        remedy="En jurist läser lagtexten, och nämnden beslutar om rätt lagrum på raden.",
    ),
    en=Texts(
        message=(
            "{found} seems not to be in force on {day} by the table of provisions; see {accepted}."
        ),
        why=(
            "A decision is to rest on what is in force when it is taken. The table is not "
            "complete, and the name of a law without its number may mean a newer one."
        ),
        remedy="A lawyer reads the statute text, and the board decides on the right provision.",
    ),
)
NO_NUMBER = _remark(
    "DEL008",
    Severity.WARNING,
    _FORM,
    sv=Texts(
        message="raden saknar nummer i kolumnen {column}.",
        why=(
            "Ett beslut på delegation anger raden med dess nummer. Utan nummer går den inte att "
            "peka ut."
        ),
        remedy=(
            "Nämndsekreteraren ger raden ett eget nummer när delegationsordningen ändras nästa "
            "gång."
        ),
    ),
    en=Texts(
        message="the line has no number in the column {column}.",
        why=(
            "A decision by delegation names the line by its number. Without one it cannot be "
            "pointed at."
        ),
        remedy=(
            "The board's secretary gives the line a number of its own when the order is next "
            "amended."
        ),
    ),
)
NUMBER_TWICE = _remark(
    "DEL009",
    Severity.WARNING,
    _FORM,
    sv=Texts(
        message="numret står också på rad {first}; varje rad ska ha ett eget.",
        why="Den som läser ett beslut kan inte veta vilken av raderna det vilar på.",
        remedy="Nämndsekreteraren ger en av raderna ett annat nummer; nämnden antar ändringen.",
    ),
    en=Texts(
        message="the number stands on row {first} too; each line is to have its own.",
        why="Whoever reads a decision cannot tell on which of the lines it rests.",
        remedy=(
            "The board's secretary gives one of the lines another number; the board adopts the "
            "change."
        ),
    ),
)
NO_MATTER = _remark(
    "DEL010",
    Severity.ERROR,
    _FORM,
    sv=Texts(
        message="kolumnen {column} säger inte vilket ärende raden gäller; ärendet får heta {name}.",
        why=(
            "En delegation som inte säger vad den gäller ger ingen rätt att besluta om något "
            "bestämt. Ofta har cellen slagits ihop med den ovanför."
        ),
        remedy="Den som för över tabellen skriver ut ärendet på varje rad.",
    ),
    en=Texts(
        message=(
            "the column {column} does not say which matter the line is about; it is called {name}."
        ),
        why=(
            "A delegation that does not say what it is about gives no right to decide on anything "
            "certain. Often the cell has been merged with the one above."
        ),
        remedy="Whoever transcribes the table writes the matter out on every line.",
    ),
)
COLUMN_KEPT = _remark(
    "DEL011",
    Severity.INFO,
    _FORM,
    sv=Texts(
        message="kolumnen {found} tolkas inte men följer med. Dessa tolkas: {accepted}.",
        why="Det som står där påverkar inte vem som får besluta.",
        remedy=(
            "Den som för över tabellen anger rubriken i columns, om den är kommunens ord för en "
            "av kolumnerna som tolkas."
        ),
    ),
    en=Texts(
        message="the column {found} is not interpreted but goes along. Interpreted: {accepted}.",
        why="What stands there has no bearing on who may decide.",
        remedy=(
            "Whoever transcribes the table names the head in columns, if it is the municipality's "
            "word for one of the columns that are interpreted."
        ),
    ),
)
OVERFULL = _remark(
    "DEL012",
    Severity.WARNING,
    _FORM,
    sv=Texts(
        message=(
            "raden har fler celler än tabellen har kolumner; kontrollera att inget skiljetecken "
            "saknar citattecken."
        ),
        why=(
            "Står ett skiljetecken utan citattecken i en cell förskjuts resten av raden, och fel "
            "befattning kan läsas som delegat."
        ),
        remedy="Den som för över tabellen rättar raden efter delegationsordningen.",
    ),
    en=Texts(
        message=(
            "the row has more cells than the table has columns; see that no separator lacks its "
            "quotation marks."
        ),
        why=(
            "A separator that stands in a cell without quotation marks moves the rest of the row, "
            "and the wrong office may be read as the delegate."
        ),
        remedy="Whoever transcribes the table puts the row right by the delegation order.",
    ),
)

#: Every remark, in order of code.
REMARKS: tuple[Notice, ...] = (
    UNKNOWN_WORD,
    BOARD_ITSELF,
    EACH_ALONE,
    JOINTLY,
    NO_DELEGATE,
    NO_PROVISION,
    LAW_GONE,
    NO_NUMBER,
    NUMBER_TWICE,
    NO_MATTER,
    COLUMN_KEPT,
    OVERFULL,
)
