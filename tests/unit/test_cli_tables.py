"""The commands about tables: what they write, what they say, and with which exit code."""

import json
from pathlib import Path

import pytest

import samverkan_core as sam
from samverkan_core.interop.tables.layout import TABLES

from .commands import Run

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/collaboration.json"))
SCHOOL = "id;name;kind\nskolan;Åskolan;school\n"
ROOT = "name\nSamverkan i Åmål\n"


def folder(path: Path, encoding: str = "utf-8", /, **tables: str) -> Path:
    """Make a folder of CSV files with the row of the collaboration."""
    path.mkdir()
    for name, text in {"collaboration": ROOT, **tables}.items():
        (path / f"{name}.csv").write_bytes(text.encode(encoding))
    return path


# --- there and back --------------------------------------------------------------------------


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.parent.name)
def test_a_folder_that_was_exported_comes_back_equal(
    run: Run, tmp_path: Path, example: Path
) -> None:
    code, out, err = run("export", example, tmp_path / "ut")
    count = len([*(tmp_path / "ut").iterdir()])
    assert (code, out, err) == (0, f"{tmp_path / 'ut'}: {count} tabeller\n", "")
    code, out, err = run("import", tmp_path / "ut", "-o", tmp_path / "in.json", "--lang", "en")
    assert (code, err) == (0, "")
    assert out.endswith(f"things read to {tmp_path / 'in.json'} (No findings.)\n")
    assert (tmp_path / "in.json").read_bytes() == sam.dumps(sam.loads(example.read_bytes()))


def test_a_template_that_is_filled_in_is_read(run: Run, tmp_path: Path) -> None:
    assert run("template", tmp_path / "mall", "persons")[0] == 0
    names = {path.name for path in (tmp_path / "mall").iterdir()}
    assert names == {
        "collaboration.csv",
        "persons.csv",
        "persons.competences.csv",
        "persons.sources.csv",
    }
    persons = tmp_path / "mall" / "persons.csv"
    assert "# id (krävs): radens eget id" in persons.read_text(encoding="utf-8-sig")
    rows = {"persons": ";p-1;Åsa;;;;", "collaboration": "1.0;Samverkan" + ";" * 15}
    for name, row in rows.items():
        path = tmp_path / "mall" / f"{name}.csv"
        path.write_bytes(path.read_bytes() + f"{row}\r\n".encode())
    code, out, _ = run("import", tmp_path / "mall", "-o", tmp_path / "d.json")
    assert (code, out.splitlines()[1:]) == (0, [])
    assert sam.loads((tmp_path / "d.json").read_bytes()).persons[0].name == "Åsa"


def test_a_template_of_every_table(run: Run, tmp_path: Path) -> None:
    assert run("template", tmp_path / "m", "--lang", "en") == (
        0,
        f"{tmp_path / 'm'}: {len(TABLES)} tables\n",
        "",
    )
    text = (tmp_path / "m" / "actors.csv").read_text(encoding="utf-8-sig")
    assert "# id (required): the row's own id" in text


def test_another_encoding_goes_both_ways(run: Run, tmp_path: Path) -> None:
    folder(tmp_path / "in", "cp1252", actors=SCHOOL)
    asked = ("--encoding", "cp1252")
    assert run("import", tmp_path / "in", "-o", tmp_path / "d.json", *asked)[0] == 0
    assert run("export", tmp_path / "d.json", tmp_path / "ut", *asked)[0] == 0
    assert "Åskolan".encode("cp1252") in (tmp_path / "ut" / "actors.csv").read_bytes()
    assert run("import", tmp_path / "ut", "-o", tmp_path / "e.json", *asked)[0] == 0
    assert (tmp_path / "e.json").read_bytes() == (tmp_path / "d.json").read_bytes()


def test_a_long_text_goes_both_ways(run: Run, tmp_path: Path) -> None:
    purpose = "lång text\r och\nrader; " * 20_000
    document = sam.dumps(sam.Collaboration(name="S", purpose=purpose))
    (tmp_path / "d.json").write_bytes(document)
    assert run("export", tmp_path / "d.json", tmp_path / "ut")[0] == 0
    assert run("import", tmp_path / "ut", "-o", tmp_path / "e.json")[0] == 0
    assert (tmp_path / "e.json").read_bytes() == document


# --- what is said ----------------------------------------------------------------------------


def test_rows_that_cannot_be_read_are_said_and_the_others_read(run: Run, tmp_path: Path) -> None:
    rows = SCHOOL + "bup;BUP;psykiatri\npolisen;Polisen;police\n"
    folder(tmp_path / "in", actors=rows)
    code, out, _ = run("import", tmp_path / "in", "-o", tmp_path / "d.json")
    assert code == 1
    assert out.startswith(f"{tmp_path / 'in'}: 2 saker lästa till {tmp_path / 'd.json'} (1 brist")
    assert "[tabellen ”actors”, rad 2, kolumnen ”kind”]" in out
    assert run("export", tmp_path / "d.json", tmp_path / "ut")[0] == 0
    assert (tmp_path / "ut" / "set_aside.csv").exists()
    assert run("import", tmp_path / "ut", "-o", tmp_path / "e.json")[0] == 1
    assert (tmp_path / "e.json").read_bytes() == (tmp_path / "d.json").read_bytes()


def test_letters_of_another_encoding_are_found_at_their_cells(run: Run, tmp_path: Path) -> None:
    folder(tmp_path / "in", actors=SCHOOL)
    (tmp_path / "in" / "actors.csv").write_bytes(SCHOOL.encode("cp1252"))
    code, out, _ = run("import", tmp_path / "in", "-o", tmp_path / "d.json", "--lang", "en")
    assert code == 1
    assert "[the table ”actors”, row 1, the column ”name”]" in out
    assert "--encoding cp1252" in out


def test_without_a_value_nothing_is_written(run: Run, tmp_path: Path) -> None:
    folder(tmp_path / "in", collaboration="purpose\nX\n")
    code, out, _ = run("import", tmp_path / "in", "-o", tmp_path / "d.json")
    assert code == 2
    assert "går inte att läsa" in out
    assert not (tmp_path / "d.json").exists()


def test_a_document_that_cannot_be_read_is_not_exported(run: Run, tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text("{", encoding="utf-8")
    code, out, _ = run("export", tmp_path / "d.json", tmp_path / "ut")
    assert code == 2
    assert "JSN003" in out
    assert not (tmp_path / "ut").exists()


def test_a_mapping_and_a_key(run: Run, tmp_path: Path) -> None:
    column = {"column": "id", "source": "PNR", "prefix": "barn-", "pseudonymise": True}
    table = {"table": "children", "source": "BARN", "columns": [column]}
    (tmp_path / "m.json").write_text(json.dumps({"tables": [table]}), encoding="utf-8")
    (tmp_path / "key").write_bytes(b"a key that only we have\n")
    folder(tmp_path / "in", BARN="PNR\n20121212-1212\n")
    given = ("import", tmp_path / "in", "-o", tmp_path / "d.json", "--mapping", tmp_path / "m.json")
    assert run(*given) == (
        2,
        "",
        "samverkan: mappningen begär pseudonymer; ange --key-file med en nyckel på minst 16 byte\n",
    )
    assert run(*given, "--key-file", tmp_path / "key")[0] == 0
    (child,) = sam.loads((tmp_path / "d.json").read_bytes()).children
    assert child.id.startswith("barn-")


# --- what cannot be used ---------------------------------------------------------------------


def test_a_mapping_that_cannot_be_used(run: Run, tmp_path: Path) -> None:
    (tmp_path / "m.json").write_text('{"tables":[{"table":"actor"}]}', encoding="utf-8")
    folder(tmp_path / "in")
    code, _, err = run("import", tmp_path / "in", "-o", "d", "--mapping", tmp_path / "m.json")
    assert code == 2
    assert "är ingen mappning som går att använda: /tables/0/table: " in err


def test_a_folder_that_is_none(run: Run, tmp_path: Path) -> None:
    code, _, err = run("import", tmp_path / "okänd", "-o", "d")
    assert (code, err) == (2, f"samverkan: {tmp_path / 'okänd'}: mappen finns inte\n")
    code, _, err = run("import", EXAMPLES[0], "-o", "d")
    way_out = "ange en mapp med CSV-filer eller en arbetsbok (.xlsx)"
    assert (code, err) == (2, f"samverkan: {EXAMPLES[0]}: det är en fil; {way_out}\n")
    (tmp_path / "tom").mkdir()
    assert run("import", tmp_path / "tom", "-o", "d", "--lang", "en") == (
        2,
        "",
        f"samverkan: {tmp_path / 'tom'}: the folder has no CSV files\n",
    )


def test_a_folder_whose_name_no_system_takes(run: Run, tmp_path: Path) -> None:
    long = tmp_path / ("å" * 300)
    code, out, err = run("import", long, "-o", "d")
    assert (code, out) == (2, "")
    assert err.startswith(f"samverkan: {long}: filen går inte att läsa (")


def test_a_file_that_is_no_csv_or_too_long(run: Run, tmp_path: Path) -> None:
    folder(tmp_path / "a", actors='id;name\na;"Åsa\n')
    code, _, err = run("import", tmp_path / "a", "-o", "d")
    assert (code, "actors.csv: filen är ingen hel CSV-fil (line 2" in err) == (2, True)
    folder(tmp_path / "b", actors="x" * (10 * 2**20 + 1))
    code, _, err = run("import", tmp_path / "b", "-o", "d")
    assert (code, "filen är större än 10485760 byte" in err) == (2, True)


def test_a_file_in_an_encoding_that_no_table_is_read_in(run: Run, tmp_path: Path) -> None:
    (tmp_path / "collaboration.csv").write_text(ROOT, encoding="utf-16")
    code, _, err = run("import", tmp_path, "-o", tmp_path / "d.json")
    assert code == 2
    assert err.endswith("filen är i UTF-16; spara den som ”CSV UTF-8” i kalkylprogrammet\n")


def test_a_file_that_says_itself_that_it_is_utf_8_is_read_so(run: Run, tmp_path: Path) -> None:
    folder(tmp_path / "in", "cp1252", actors=SCHOOL)
    (tmp_path / "in" / "collaboration.csv").write_text(ROOT, encoding="utf-8-sig")
    code, out, _ = run("import", tmp_path / "in", "-o", "-", "--encoding", "cp1252")
    collab = sam.loads(out)
    assert (code, collab.name, collab.actors[0].name) == (0, "Samverkan i Åmål", "Åskolan")


def test_two_files_for_one_table_are_not_told_apart_by_chance(run: Run, tmp_path: Path) -> None:
    folder(tmp_path / "in", actors=SCHOOL)
    (tmp_path / "in" / "actors.CSV").write_text(SCHOOL, encoding="utf-8")
    if len([*(tmp_path / "in").iterdir()]) < 3:
        pytest.skip("this system does not tell letter case apart")
    code, _, err = run("import", tmp_path / "in", "-o", tmp_path / "d.json")
    assert code == 2
    assert err.endswith("mappen har två filer för tabellen actors; ta bort den ena\n")


def test_one_thing_is_not_said_as_several(run: Run, tmp_path: Path) -> None:
    folder(tmp_path / "in", actors=SCHOOL)
    _, out, _ = run("import", tmp_path / "in", "-o", tmp_path / "d.json")
    assert out.startswith(f"{tmp_path / 'in'}: 1 sak läst till ")
    (tmp_path / "bare.json").write_text('{"samverkan":"1.0","name":"S"}', encoding="utf-8")
    _, out, _ = run("export", tmp_path / "bare.json", tmp_path / "ut", "--lang", "en")
    assert out == f"{tmp_path / 'ut'}: 1 table\n"


def test_a_document_goes_to_standard_output_with_what_is_said_beside_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder(tmp_path / "in", actors=SCHOOL)
    code, out, err = run("import", tmp_path / "in", "-o", "-")
    assert (code, sam.loads(out).actors[0].name) == (0, "Åskolan")
    assert err == f"{tmp_path / 'in'}: 1 sak läst till - (Inga fynd.)\n"
    (tmp_path / "in" / "collaboration.csv").unlink()
    code, out, err = run("import", tmp_path / "in", "-o", "-")
    assert (code, out) == (2, "")
    assert "Fältet name saknas." in err
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_nothing_is_written_over(run: Run, tmp_path: Path) -> None:
    folder(tmp_path / "full")
    why = "mappen är inte tom; ange en tom mapp eller en som inte finns"
    said = f"samverkan: {tmp_path / 'full'}: {why}\n"
    assert run("template", tmp_path / "full") == (2, "", said)
    assert run("export", EXAMPLES[0], tmp_path / "full") == (2, "", said)


def test_where_nothing_can_be_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    code, _, err = run("template", tmp_path / "fil")
    assert (code, "fil: går inte att skriva (där finns redan en fil)" in err) == (2, True)
    code, _, err = run("export", EXAMPLES[0], tmp_path / "a" / "b")
    assert (code, "b: går inte att skriva (mappen finns inte)" in err) == (2, True)
    folder(tmp_path / "in")
    code, _, err = run("import", tmp_path / "in", "-o", tmp_path, "--lang", "en")
    assert (code, "it cannot be written (" in err) == (2, True)


def test_letters_that_an_encoding_lacks(run: Run, tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text('{"samverkan":"1.0","name":"Ω"}', encoding="utf-8")
    code, _, err = run("export", tmp_path / "d.json", tmp_path / "ut", "--encoding", "cp1252")
    assert code == 2
    assert err == "samverkan: collaboration: Ω finns inte i cp1252; skriv utan --encoding\n"
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("actor", "ingen tabell heter actor; menade du actors?"),
        ("???", "ingen tabell heter ???; bland dem som finns: collaboration, actors, persons"),
    ],
)
def test_a_mistyped_table_is_met_with_the_nearest(
    run: Run, tmp_path: Path, name: str, said: str
) -> None:
    code, _, err = run("template", tmp_path / "m", name)
    assert (code, err.startswith(f"samverkan: {said}")) == (2, True)


def test_a_file_that_excel_was_told_the_mark_of_is_read(run: Run, tmp_path: Path) -> None:
    """Whatever else stands in its cells."""
    text = "sep=|\r\nname|purpose\r\nS|a;b,c\r\n"
    (tmp_path / "collaboration.csv").write_bytes(text.encode("utf-8-sig"))
    assert run("import", tmp_path, "-o", tmp_path / "in.json")[0] == 0
    assert json.loads((tmp_path / "in.json").read_bytes())["purpose"] == "a;b,c"


# --- where nothing is to be written ----------------------------------------------------------


@pytest.mark.parametrize("name", ["in/actors.csv", "in.XLSX", "in.xlsm", "in.ods"])
def test_a_document_is_never_written_over_sheets(run: Run, tmp_path: Path, name: str) -> None:
    folder(tmp_path / "in")
    sheets = tmp_path / name
    sheets.write_bytes(b"Id;Namn")
    assert run("import", tmp_path / "in", "-o", sheets) == (
        2,
        "",
        f"samverkan: {sheets}: dokumentet skrivs som JSON; ange ett filnamn som slutar på .json\n",
    )
    assert sheets.read_bytes() == b"Id;Namn"


@pytest.mark.parametrize("name", ["ut.xls", "ut.csv", "ut.ODS", "ut.json", "-"])
@pytest.mark.parametrize("command", ["export", "template"])
def test_no_folder_gets_the_name_of_a_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    given = [EXAMPLES[0]] if command == "export" else []
    assert run(command, *given, name, "--lang", "en") == (
        2,
        "",
        f"samverkan: {name}: tables are written to a folder or to a new workbook (.xlsx)\n",
    )
    assert not [*tmp_path.iterdir()]
    assert run(command, *given, "ut-")[0] == 0


def test_a_template_is_asked_for_by_the_names_of_sheets_too(run: Run, tmp_path: Path) -> None:
    assert run("template", tmp_path / "a", "actors", "bodies")[0] == 0
    assert run("template", tmp_path / "b", "aktörer", "Organ")[0] == 0
    files = ({path.name for path in (tmp_path / name).iterdir()} for name in "ab")
    assert next(files) == next(files)
