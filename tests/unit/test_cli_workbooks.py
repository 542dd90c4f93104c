"""The commands with workbooks: what they write, what they say, and with which exit code."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

import samverkan_core as sam

from .commands import Run

openpyxl = pytest.importorskip("openpyxl", reason="the extra excel is not installed")

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/collaboration.json"))
#: The one of them with errors.
SUNDBYBERG = next(path for path in EXAMPLES if path.parent.name == "sundbyberg")
SCHOOL = ("skolan", "Åskolan", "skola")


def book(path: Path, *rows: tuple[Any, ...], sheet: str = "Aktörer") -> Path:
    """Write a workbook with the sheet of the collaboration and one of actors."""
    made = openpyxl.Workbook()
    made.active.title = "Samverkan"
    made.active.append(("Namn",))
    made.active.append(("Samverkan i Åmål",))
    page = made.create_sheet(sheet)
    page.append(("Id", "Namn", "Slag"))
    for row in rows:
        page.append(row)
    data = io.BytesIO()
    made.save(data)
    path.write_bytes(data.getvalue())
    return path


# --- there and back --------------------------------------------------------------------------


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.parent.name)
def test_a_workbook_that_was_exported_comes_back_equal(
    run: Run, tmp_path: Path, example: Path
) -> None:
    out = tmp_path / "ut.xlsx"
    assert run("export", example, out) == (0, f"{out}: arbetsboken är skriven\n", "")
    code, said, err = run("import", out, "-o", tmp_path / "in.json", "--lang", "en")
    assert (code, err) == (0, "")
    assert said.endswith(f"things read to {tmp_path / 'in.json'} (No findings.)\n")
    assert (tmp_path / "in.json").read_bytes() == sam.dumps(sam.loads(example.read_bytes()))


def findings(line: str, *but: str) -> list[dict[str, Any]]:
    """Give the findings of a line of JSON without some of their members, in order."""
    rows = json.loads(line)["findings"]
    return sorted(
        ({name: value for name, value in row.items() if name not in but} for row in rows), key=str
    )


def test_checking_a_workbook_finds_what_checking_its_document_does(
    run: Run, tmp_path: Path
) -> None:
    example, out = SUNDBYBERG, tmp_path / "ut.xlsx"
    run("export", example, out)
    given = ("--at", "2015-03-01", "--format", "json")
    code, of_document, _ = run("check", example, *given)
    assert (code, of_document.count("\n")) == (1, 1)
    code, of_both, _ = run("check", out, example, *given)
    in_book, in_document = of_both.splitlines(keepends=True)
    assert (code, in_document) == (1, of_document)
    assert findings(in_book, "pointer") == findings(of_document, "pointer")
    assert findings(in_book)[0] != findings(of_document)[0]
    assert run("check", out, "--fail-on", "never")[0] == 0
    assert f">{out}<" in run("check", out, "--format", "html")[1]


def test_what_a_rule_finds_is_said_at_its_sheet_and_row(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "ut.xlsx"
    run("export", SUNDBYBERG, out)
    _, said, _ = run("check", out, "--at", "2015-03-01")
    assert "Fokusområdet foraldrastod saknar start och planerat slut" in said
    assert "[/Fokusområden/3]" in said
    # Of what no row holds, the sheet on which it is looked for.
    assert "[/Befattningar]" in said


def test_a_template_is_a_workbook_with_the_tables_that_were_asked_for(
    run: Run, tmp_path: Path
) -> None:
    one, every = tmp_path / "mall.xlsx", tmp_path / "ALL.XLSX"
    said = f"{one}: the workbook is written\n"
    assert run("template", one, "persons", "--lang", "en") == (0, said, "")
    assert openpyxl.load_workbook(one).sheetnames == [
        "Collaboration",
        "Persons",
        "Persons – competences",
        "Persons – sources",
        "Words to choose",
    ]
    assert run("template", every)[0] == 0
    assert len(openpyxl.load_workbook(every).sheetnames) > 200


# --- what is said ----------------------------------------------------------------------------


def test_a_fault_is_said_at_its_sheet_and_cell(run: Run, tmp_path: Path) -> None:
    file = book(tmp_path / "b.xlsx", SCHOOL, ("bup", "BUP", "psykiatri"))
    code, out, err = run("import", file, "-o", tmp_path / "d.json")
    assert (code, err) == (1, "")
    assert out.startswith(f"{file}: 1 sak läst till {tmp_path / 'd.json'} (1 brist")
    assert "[bladet ”Aktörer”, cell C3]" in out
    code, out, _ = run("check", file, "--lang", "en", "--format", "html")
    assert (code, "the sheet ”Aktörer”, cell C3" in out) == (1, True)
    code, out, _ = run("check", file, "--format", "json")
    (fault,) = (one for one in json.loads(out)["findings"] if one["code"] == "TYP003")
    assert (fault["pointer"], fault["data"]["cell"]) == ("/Aktörer/3/C", "C3")


def test_a_file_that_is_no_workbook(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(b"name;kind\n")
    code, out, err = run("check", tmp_path / "b.xlsx", EXAMPLES[0], "--fail-on", "never")
    assert (code, err) == (2, "")
    assert "Filen går inte att öppna som arbetsbok: den är ingen .xlsx-fil." in out
    code, out, _ = run("import", tmp_path / "b.xlsx", "-o", tmp_path / "d.json")
    assert (code, (tmp_path / "d.json").exists()) == (2, False)
    code, _, err = run("check", tmp_path / "okänd.xlsx")
    assert (code, err) == (2, f"samverkan: {tmp_path / 'okänd.xlsx'}: filen finns inte\n")


def test_a_mapping_and_a_key(run: Run, tmp_path: Path) -> None:
    column = {"column": "id", "source": "Namn", "pseudonymise": True}
    table = {"table": "children", "source": "Barn", "columns": [column], "ignored": ["Id", "Slag"]}
    (tmp_path / "m.json").write_text(json.dumps({"tables": [table]}), encoding="utf-8")
    (tmp_path / "key").write_bytes(b"a key that only we have\n")
    file = book(tmp_path / "b.xlsx", (1, 201212121212, "x"), sheet="Barn")
    given = ("import", file, "-o", tmp_path / "d.json", "--mapping", tmp_path / "m.json")
    code, _, err = run(*given)
    assert (code, "ange --key-file" in err) == (2, True)
    assert run(*given, "--key-file", tmp_path / "key")[0] == 0
    assert len(sam.loads((tmp_path / "d.json").read_bytes()).children) == 1


# --- what cannot be used ---------------------------------------------------------------------


def test_no_workbook_is_written_over(run: Run, tmp_path: Path) -> None:
    file = book(tmp_path / "b.xlsx")
    before = file.read_bytes()
    said = f"samverkan: {file}: filen finns redan; ange ett annat namn\n"
    assert run("template", file) == (2, "", said)
    assert run("export", EXAMPLES[0], file) == (2, "", said)
    assert file.read_bytes() == before


def test_an_encoding_is_no_matter_of_workbooks(run: Run, tmp_path: Path) -> None:
    file = book(tmp_path / "b.xlsx")
    asked = ("--encoding", "cp1252", "--lang", "en")
    said = f"samverkan: {file}: --encoding is for CSV files; a workbook has no encoding\n"
    assert run("import", file, "-o", tmp_path / "d.json", *asked) == (2, "", said)
    code, _, err = run("export", EXAMPLES[0], tmp_path / "ut.xlsx", *asked)
    assert (code, "--encoding is for CSV files" in err) == (2, True)


def test_where_no_workbook_can_be_written(run: Run, tmp_path: Path) -> None:
    code, _, err = run("template", tmp_path / "a" / "b.xlsx", "actors")
    assert (code, "b.xlsx: går inte att skriva (mappen finns inte)" in err) == (2, True)
    code, _, err = run("template", tmp_path / "b.xlsx", "actor")
    assert (code, "ingen tabell heter actor; menade du actors?" in err) == (2, True)


def test_a_text_that_no_cell_holds(run: Run, tmp_path: Path) -> None:
    document = sam.dumps(sam.Collaboration(name="S", purpose="x" * 40_000))
    (tmp_path / "d.json").write_bytes(document)
    code, _, err = run("export", tmp_path / "d.json", tmp_path / "ut.xlsx")
    assert code == 2
    assert "ut.xlsx: går inte att skriva (the table 'collaboration', row 1, column 'pu" in err
    assert not (tmp_path / "ut.xlsx").exists()


def test_without_the_extra_one_sentence_names_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, out = book(tmp_path / "b.xlsx", SCHOOL), tmp_path / "ut.xlsx"
    for name in [name for name in sys.modules if name.partition(".")[0] == "openpyxl"]:
        monkeypatch.setitem(sys.modules, name, None)
    why = "Excel-arbetsböcker kräver tillägget excel; installera samverkan_core[excel]"
    assert run("check", file) == (2, "", f"samverkan: {file}: {why}\n")
    assert run("import", file, "-o", tmp_path / "d.json") == (2, "", f"samverkan: {file}: {why}\n")
    assert run("template", out) == (2, "", f"samverkan: {out}: {why}\n")
    assert run("export", EXAMPLES[0], out, "--lang", "en") == (
        2,
        "",
        f"samverkan: {out}: Excel workbooks need the extra excel; install samverkan_core[excel]\n",
    )


def test_the_lock_file_of_an_open_workbook_is_named_as_such(run: Run, tmp_path: Path) -> None:
    lock = tmp_path / "~$lista.xlsx"
    lock.write_bytes(b"\x05Anna  ")
    said = (
        f"samverkan: {lock}: it is the lock file that Excel keeps beside an open workbook; "
        "name the workbook itself\n"
    )
    assert run("check", lock, "--lang", "en") == (2, "", said)
