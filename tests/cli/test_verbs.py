"""The verbs as somebody at a terminal uses them: results on standard output, everything else on standard error."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.end_to_end.projects import CONFIGURATION, ROOT, write_project

from afterword.cli import main
from afterword.cli.check import line
from afterword.cli.project.configuration import Configuration, find_configuration
from afterword.errors import ConfigurationError
from afterword.kinds import Severity
from afterword.model import Problem

ENTRY = """\
---
company: Northwind
role: =Engineer
date: 2026-11-12
round: technical
interviewers: [R. Lindqvist (Lead)]
confidence: 62.5
decision_by: 2026-11-16
outcome: rejected
decided: 2026-11-18
promised: [Send the link]
references: [Dana]
---

## Went well

- Drew it #design
- Asked first

## Went badly

- Froze #kafka

## Next time

- Draw it

## Tried

- Breathe (no)

## Skills

- [ ] Kafka

## Questions

- Why us? (well)

## Feedback

- Gap: "Too fast" #pace
- Praise: Kind #design
"""
JOURNAL = {
    "northwind.md": ENTRY,
    "larkspur.md": "---\ncompany: Larkspur\ndate: 2026-11-27\n---\n",
    "about.md": "# About\n",
}
BROKEN = "---\ncompany: Quill\ndate: 2026-02-30\n---\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path, JOURNAL)


def run(*arguments: str | Path, environment: Mapping[str, str] | None = None) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], env=environment)


def document(project: Path, *arguments: str) -> dict[str, object]:
    return json.loads(run("export", "--config", project / "mkdocs.yml", *arguments).stdout)  # type: ignore[no-any-return]


def test_a_journal_without_a_word_against_it_ends_with_nought(project: Path) -> None:
    result = run("check", "--config", project / "mkdocs.yml")
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "",
        "2 interviews read; 1 template or other page left alone, nothing wrong.\n",
    )


def test_each_problem_is_a_line_that_an_editor_jumps_to(tmp_path: Path) -> None:
    project = write_project(tmp_path, {**JOURNAL, "quill.md": BROKEN})
    result = run("check", "--config", project / "mkdocs.yml")
    place = os.path.relpath(project / "journal" / "quill.md")
    sentence = "There is no day 2026-02-30. The last day of that month is 2026-02-28."
    assert result.stdout == f"{place}:3:7: error: {sentence} [impossible-date]\n"
    counts = "2 interviews read; 1 file could not be read; 1 template or other page left alone; 1 error.\n"
    assert (result.exit_code, result.stderr) == (1, counts)


NEARLY = {
    **JOURNAL,
    "lost.md": "---\ncompany:Lost\ndate: 2026-11-10\n---\n",
    "text.md.txt": "---\ncompany: Text\ndate: 2026-11-10\n---\n",
    "old/Templates/new.md": "---\ncompany: {{title}}\ndate: {{date}}\n---\n",
}


def test_what_looks_like_an_interview_is_counted_and_costs_the_status(tmp_path: Path) -> None:
    result = run("check", "--journal", write_project(tmp_path, NEARLY) / "journal")
    counts = (
        "2 interviews read; 2 files look like interviews and are not; 2 templates or other pages left alone;"
        " 2 warnings.\n"
    )
    assert (result.exit_code, result.stderr) == (1, counts)
    assert [line.rpartition(" ")[2] for line in result.stdout.splitlines()] == [
        "[no-blank]",
        "[not-markdown]",
    ]


@pytest.mark.parametrize("verb", ["due", "review", "commitments", "export"])
def test_an_answer_says_beside_it_what_it_lacks(tmp_path: Path, verb: str) -> None:
    journal = {**NEARLY, "quill.md": BROKEN, "part.md": ENTRY.replace("rejected", "perhapsed")}
    result = run(verb, "--journal", write_project(tmp_path, journal) / "journal")
    assert (result.exit_code, result.stderr) == (
        0,
        "Not everything is in this: 1 file could not be read, 2 files look like interviews and are not and "
        "1 entry could be read only in part. afterword check says where.\n",
    )


@pytest.mark.parametrize("verb", ["due", "review", "commitments", "export"])
def test_an_answer_that_lacks_nothing_says_nothing_beside_it(project: Path, verb: str) -> None:
    assert run(verb, "--config", project / "mkdocs.yml").stderr == ""


def test_hints_are_told_when_asked_for_and_cost_nothing(project: Path) -> None:
    result = run("check", "--config", project / "mkdocs.yml", "--hints")
    assert (result.exit_code, result.stdout.count(" hint: ")) == (0, 2)
    assert "[no-why]" in result.stdout


def test_problems_as_json_have_the_keys_of_the_format(tmp_path: Path) -> None:
    project = write_project(tmp_path, {"quill.md": BROKEN})
    result = run("check", "--config", project / "mkdocs.yml", "--format", "json")
    (problem,) = json.loads(result.stdout)
    assert list(problem) == ["path", "line", "column", "severity", "code", "message", "suggestion"]
    assert (problem["path"], problem["line"], result.exit_code) == ("quill.md", 3, 1)


def test_what_a_page_of_ones_own_shows_in_vain_is_told_without_being_asked(tmp_path: Path) -> None:
    """It is a hint: the page may be meant so, and the status says that all is well."""
    page = "# About\n\n<iframe src='https://films.example/1'></iframe>\n"
    made = write_project(tmp_path, {"about.md": page, "entry.md": ENTRY.replace("=", "")})
    result = run("check", "--config", made / "mkdocs.yml")
    (told,) = result.stdout.splitlines()
    assert result.exit_code == 0
    assert "about.md:3:1: hint: A page of films.example is not shown in this one" in told
    assert told.endswith("Link to it instead. [blocked]")


def test_on_a_terminal_the_line_stands_below_with_a_caret() -> None:
    problem = Problem(
        path="a.md",
        line=3,
        column=9,
        severity=Severity.ERROR,
        code="x",
        message="Hm.",
        excerpt="\tdate: 2026-02-30",
    )
    below = line(problem, Path("journal"), caret=True).splitlines()[1:]
    assert below == ["    \tdate: 2026-02-30", "    \t       ^"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_problem_in_a_folder_whose_name_is_not_utf8_can_be_printed() -> None:
    problem = Problem(
        path="a.md", line=3, column=9, severity=Severity.ERROR, code="x", message="Hm."
    )
    told = line(problem, Path("caf\udce9"), caret=False)
    assert told == f"{Path('caf')}\\xe9{os.sep}a.md:3:9: error: Hm. [x]"


def test_a_folder_without_a_configuration_is_said_and_ends_with_two(tmp_path: Path) -> None:
    result = run("check", "--journal", tmp_path / "none")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"afterword: There is no folder {tmp_path / 'none'}.\n"


def test_a_bare_folder_is_a_journal(project: Path) -> None:
    assert run("check", "--journal", project / "journal").exit_code == 0


TOP = (
    "format today totals findings changes interviews applications applied themes shares rejections responses forecast funnel waits resilience "
    "commitments questions stories told answers effects practise reviews narrowed follow_ups problems"
)
KEYS = {
    "interviews": "path company role date round kind outcome confidence themes went_well went_badly do_differently tried takeaways skills questions feedback",
    "applications": "id company role outcome live interviews",
    "themes": "theme went_well went_badly praise gap trend interviews",
    "funnel": "kind reached passed open low high",
    "commitments": "text made_in tried_in state",
    "questions": "text themes asked",
    "follow_ups": "kind what to channel company path opens due done state",
}


def test_the_document_has_the_keys_of_the_format(project: Path) -> None:
    whole = document(project)
    assert list(whole) == TOP.split()
    assert whole["format"] == "afterword/1"
    missing = {
        name: set(keys.split()) - set(one)
        for name, keys in KEYS.items()
        for one in whole[name]  # type: ignore[attr-defined]
        if set(keys.split()) - set(one)
    }
    assert missing == {}


def test_the_document_says_what_the_entry_says(project: Path) -> None:
    interviews: list[dict[str, object]] = document(project)["interviews"]  # type: ignore[assignment]
    one = interviews[0]
    assert (one["date"], one["confidence"], one["outcome"], one["decided"]) == (
        "2026-11-12",
        62.5,
        "rejected",
        "2026-11-18",
    )
    assert one["went_well"] == [
        {"text": "Drew it", "themes": ["design"], "inferred_themes": [], "why": None, "line": 17},
        {"text": "Asked first", "themes": [], "inferred_themes": [], "why": None, "line": 18},
    ]
    assert one["interviewers"] == [{"name": "R. Lindqvist", "role": "Lead"}]
    assert one["feedback"][0] == {  # type: ignore[index]
        "text": "Too fast", "kind": "gap", "themes": ["pace"], "inferred_themes": [], "line": 42
    }  # fmt: skip


def test_the_document_counts_as_the_pages_do(project: Path) -> None:
    whole = document(project)
    assert whole["rejections"] == {
        "applications": 1, "with_feedback": 1, "asked": 0, "answered": 0, "no_answer": 0, "cancelled": 0,
        "withdrawn": 0, "never_answered": 0, "median_days": None, "by_round": {"technical": 1},
        "themes": [
            {"theme": "pace", "gap": 1, "praise": 0, "contradicted": False, "quotes": [{"text": "Too fast", "company": "Northwind", "path": "northwind.md", "line": 42}]},
            {"theme": "design", "gap": 0, "praise": 1, "contradicted": False, "quotes": [{"text": "Kind", "company": "Northwind", "path": "northwind.md", "line": 43}]},
        ],
        "cells": {"both": [], "only_they": ["pace"], "only_i": ["kafka"], "both_praised": ["design"]},
    }  # fmt: skip
    assert whole["forecast"]["enough"] is False  # type: ignore[index]


def test_the_document_is_the_same_each_time(project: Path) -> None:
    assert document(project, "--today", "2026-11-21") == document(project, "--today", "2026-11-21")


@pytest.mark.parametrize(
    ("arguments", "environment", "today"),
    [
        ((), {}, "2026-11-20"),
        ((), {"AFTERWORD_TODAY": "2026-11-22"}, "2026-11-22"),
        (("--today", "2026-11-23"), {"AFTERWORD_TODAY": "2026-11-22"}, "2026-11-23"),
    ],
)
def test_today_is_the_option_then_the_environment_then_the_configuration(
    project: Path, arguments: tuple[str, ...], environment: dict[str, str], today: str
) -> None:
    result = run("export", "--config", project / "mkdocs.yml", *arguments, environment=environment)
    assert json.loads(result.stdout)["today"] == today


def test_a_row_of_the_table_is_an_interview_and_no_cell_a_formula(project: Path) -> None:
    result = run("export", "--config", project / "mkdocs.yml", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["company"] for row in rows] == ["Northwind", "Larkspur"]
    assert (rows[0]["role"], rows[0]["went_well"], rows[0]["confidence"]) == (
        "'=Engineer",
        "Drew it\nAsked first",
        "62.5",
    )


def test_what_i_said_is_exported_by_what_it_was_about(project: Path) -> None:
    entry = "---\ncompany: Quill\ndate: 2026-11-13\nsaid: {Salary: 82 000}\n---\n\n## Salary\n\n- or 80 000\n\n## Said\n\n- soon\n"
    (project / "journal" / "quill.md").write_text(entry, encoding="utf-8")
    table = run("export", "--config", project / "mkdocs.yml", "--format", "csv").stdout
    document = json.loads(run("export", "--config", project / "mkdocs.yml").stdout)
    said = {row["company"]: row["said"] for row in csv.DictReader(io.StringIO(table))}
    assert said == {"Northwind": "", "Larkspur": "", "Quill": "salary: 82 000; or 80 000\nsoon"}
    (quill,) = (one for one in document["interviews"] if one["company"] == "Quill")
    assert quill["said"] == {"salary": "82 000; or 80 000", "": "soon"}


def test_what_is_due_stands_under_its_word(project: Path) -> None:
    result = run("due", "--config", project / "mkdocs.yml", "--today", "2026-11-19")
    assert result.exit_code == 0
    titles = [text for text in result.stdout.splitlines() if text and text[0] != " "]
    assert titles == ["Due", "Coming up"]
    assert "  by Fri 20 Nov  Northwind: Reply and thank them\n" in result.stdout
    assert "  Fri 27 Nov     Larkspur: Interview\n" in result.stdout


def test_commitments_that_are_open_are_listed_with_their_age(project: Path) -> None:
    result = run("commitments", "--config", project / "mkdocs.yml", "--today", "2026-11-20")
    assert result.stdout == "1 commitment not tried yet\n     8 days  Draw it (Northwind)\n"


def test_open_commitments_as_json_are_those_of_the_export(project: Path) -> None:
    result = run("commitments", "--config", project / "mkdocs.yml", "--format", "json")
    assert json.loads(result.stdout) == document(project)["commitments"]
    assert [(one["text"], one["open_for"]) for one in json.loads(result.stdout)] == [("Draw it", 8)]


def test_nothing_left_untried_is_a_sentence(tmp_path: Path) -> None:
    result = run("commitments", "--config", write_project(tmp_path, {}) / "mkdocs.yml")
    assert result.stdout == "Nothing you meant to do differently is left untried.\n"


def test_another_program_gets_a_long_commitment_on_one_line(tmp_path: Path) -> None:
    long = f"---\ncompany: Larkspur\ndate: 2026-11-12\n---\n\n## Next time\n\n- {'word ' * 40}\n"
    result = run("commitments", "--config", write_project(tmp_path, {"a.md": long}) / "mkdocs.yml")
    assert result.stdout.splitlines()[1].count("word") == 40


def test_what_lies_further_ahead_is_left_for_later(project: Path) -> None:
    result = run(
        "due",
        "--config",
        project / "mkdocs.yml",
        "--today",
        "2026-11-13",
        "--days",
        "3",
        "--format",
        "json",
    )
    assert [one["kind"] for one in json.loads(result.stdout) if one["kind"] == "interview"] == []


def test_nothing_due_is_a_sentence(tmp_path: Path) -> None:
    result = run("due", "--config", write_project(tmp_path, {}) / "mkdocs.yml")
    assert (result.exit_code, result.stdout) == (0, "Nothing is due, and nothing is coming up.\n")


def test_the_lists_have_a_blank_line_between_them() -> None:
    result = run("due", "--config", ROOT / "mkdocs.yml")
    assert "\n\nWait until\n" in result.stdout


def configured(folder: Path, text: str) -> Configuration:
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return find_configuration(None, None, start=folder)


def test_the_configuration_is_found_above(project: Path) -> None:
    found = find_configuration(None, None, start=project / "journal")
    assert (found.folder, found.options.today) == (project / "journal", date(2026, 11, 20))


def test_no_configuration_anywhere_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(ConfigurationError, match="Name one with --config"):
        find_configuration(None, None, start=Path("/nowhere"))


def test_settings_are_inherited_and_laid_over(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text(
        "docs_dir: docs\nplugins: {afterword: {today: 2026-01-01, feedback_delay: 3}}\n"
    )
    found = configured(tmp_path, "INHERIT: base.yml\nplugins: {afterword: {today: 2026-01-02}}\n")
    assert (found.options.today, found.options.feedback_delay) == (date(2026, 1, 2), 3)


def test_settings_are_inherited_through_ten_files(tmp_path: Path) -> None:
    for number in range(1, 10):
        (tmp_path / f"{number}.yml").write_text(f"INHERIT: {number + 1}.yml\n")
    (tmp_path / "10.yml").write_text("plugins: {afterword: {feedback_delay: 3}}\n")
    assert configured(tmp_path, "INHERIT: 1.yml\n").options.feedback_delay == 3


def test_a_file_that_inherits_itself_has_the_settings_that_stand_in_it(tmp_path: Path) -> None:
    text = "INHERIT: mkdocs.yml\nplugins: {afterword: {feedback_delay: 3}}\n"
    assert configured(tmp_path, text).options.feedback_delay == 3


def test_variables_are_read_and_other_tags_passed_over(tmp_path: Path) -> None:
    (tmp_path / "journal").mkdir()
    text = (
        "docs_dir: !ENV [AFTERWORD_NOT_SET, journal]\nsite_url: !ENV AFTERWORD_NOT_SET\nhm: !ENV [AFTERWORD_NOT_SET]\n"
        "markdown_extensions:\n  - admonition\n  - pymdownx.emoji:\n      index: !!python/name:material.extensions.emoji.twemoji\n"
        "      other: [!relative x]\n  - toc: {permalink: true}\n  - tables: {with: [a, b]}\n"
    )
    found = configured(tmp_path, text)
    assert found.folder == tmp_path / "journal"
    assert found.extensions == ("toc", "tables", "fenced_code", "admonition", "pymdownx.emoji")
    settings = [found.extension_configs[name] for name in ("pymdownx.emoji", "toc", "tables")]
    assert settings == [{}, {"permalink": True}, {"with": ["a", "b"]}]


@pytest.mark.parametrize(
    "plugins",
    ["[search, afterword]", "[afterword: {}]", "{afterword: {}}", "{search: {}}", "afterword"],
)
def test_plugins_may_be_written_in_any_way_that_mkdocs_takes(tmp_path: Path, plugins: str) -> None:
    assert configured(tmp_path, f"plugins: {plugins}\n").options.feedback_delay == 2


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("docs_dir: [a]\n", "wants the name of a folder"),
        ("docs_dir: none\n", "There is no folder"),
        ("a: [\n", "line 2 is not YAML that can be read"),
        ("just words\n", "holds no settings"),
        ("plugins: [afterword: [a]]\n", "lines of a name and a value"),
        ("plugins: [afterword: {tody: 1}]\n", "no option 'tody'"),
    ],
)
def test_a_configuration_that_cannot_be_used_is_a_sentence(
    tmp_path: Path, text: str, sentence: str
) -> None:
    with pytest.raises(ConfigurationError, match=sentence):
        configured(tmp_path, text)


def test_a_configuration_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="could not be opened"):
        find_configuration(tmp_path / "mkdocs.yml", None, start=tmp_path)


def test_check_says_what_waits_in_the_inbox(tmp_path: Path) -> None:
    made = write_project(tmp_path, {"a.md": "# x\n", "inbox.md": "Acme + calm\nAcme - slow\n"})
    said = run("check", "--journal", made / "journal").stderr
    assert said.endswith("Two lines wait in your inbox. Whenever you like: afterword log --inbox\n")
    assert said.startswith("0 interviews read; 1 template or other page left alone")


def test_check_counts_templates_and_names_copies_of_the_inbox(tmp_path: Path) -> None:
    """No site has either; what is in silence left out might hold what somebody wrote."""
    names = ["templates/a.md", "2026/Vorlagen/b.md", ".obsidian/templates/c.md", "templates/d.png"]
    copies = ["inbox copy.md", "inbox.md", "Inbox-PHONE.md"]
    made = write_project(tmp_path, dict.fromkeys([*names, *copies], "# x\n"))
    said = run("check", "--journal", made / "journal").stderr
    assert said == (
        "0 interviews read; 2 templates or other pages left alone, nothing wrong.\n"
        "Inbox-PHONE.md and inbox copy.md are copies of your inbox: nothing reads them, and no site shows them. "
        "Take over what is new, then delete them.\n"
    )


def test_an_interview_that_is_called_like_a_copy_of_the_inbox_is_told_as_one(
    tmp_path: Path,
) -> None:
    made = write_project(tmp_path, {"inbox-SAP-2.md": ENTRY, "inbox-PHONE.md": "Acme + calm\n"})
    result = run("check", "--journal", made / "journal")
    assert "inbox-SAP-2.md:1:1: warning: This says that it is an interview" in result.stdout
    assert "inbox-PHONE.md is a copy of your inbox" in result.stderr
    assert result.exit_code == 1


def test_one_copy_of_the_inbox_is_one(tmp_path: Path) -> None:
    made = write_project(tmp_path, {"inbox (1).md": "Acme + calm\n"})
    said = run("check", "--journal", made / "journal").stderr
    assert (
        "inbox (1).md is a copy of your inbox: nothing reads it, and no site shows it. Take over what is new, then delete it."
        in said
    )


def test_the_same_files_are_read_as_mkdocs_reads(tmp_path: Path) -> None:
    entries = dict.fromkeys(
        (
            "a.md",
            "b.markdown",
            ".hidden/c.md",
            "drafts/d.md",
            "e.txt",
            "templates/f.md",
            "g/templates/h.md",
        ),
        "# x\n",
    )
    project = write_project(tmp_path, entries, f"{CONFIGURATION}exclude_docs: |\n  drafts/\n")
    found = find_configuration(project / "mkdocs.yml", None, start=project)
    assert [name for _, name in found.listing().entries] == [
        "a.md",
        "b.markdown",
    ]
    assert found.listing().for_writer == ("g/templates/h.md", "templates/f.md")


def test_a_folder_above_that_cannot_be_looked_into_is_one_sentence(tmp_path: Path) -> None:
    """A name that is longer than the system's is refused like a folder that somebody shut, for root as well."""
    with pytest.raises(
        ConfigurationError, match=r"could not be looked into for a mkdocs\.yml: File name too long"
    ):
        find_configuration(None, None, start=tmp_path / ("x" * 300))


def test_a_named_folder_that_cannot_be_opened_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="could not be opened: File name too long"):
        find_configuration(None, tmp_path / ("x" * 300), start=tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a folder that somebody is in stays")
def test_a_folder_that_has_gone_while_one_is_in_it_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    done = run("due")
    assert (
        done.exit_code,
        done.stderr.startswith("afterword: The folder that you are in is gone"),
    ) == (2, True)
