"""Write the pages of the rules before Sphinx reads them: one a rule and language, from its definition and its examples.

What a rule says stands in the catalogs, its facts in the decorator, its examples in :mod:`govdisclosure.testing`.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Final

from reference import HEAD, code, escaped, stacked, table_of, write_if_changed
from sphinx.application import Sphinx

from govdisclosure.checks.basis import cited
from govdisclosure.checks.group import GROUP_RULES
from govdisclosure.checks.naming import name_of
from govdisclosure.checks.registry import HINTS, OFF_BY_DEFAULT, RULES
from govdisclosure.checks.rule import Rule
from govdisclosure.messages import LOCALES, text
from govdisclosure.model.prose import Subsection
from govdisclosure.model.report import Report
from govdisclosure.model.sections import SECTION_HEADINGS
from govdisclosure.paths import Path as ReportPath
from govdisclosure.testing._example import Which
from govdisclosure.testing.examples import EXAMPLES, Example

FOLDERS: Final = {"zh_Hans": "zh", "en": "en"}
LONGEST: Final = 400


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("builder-inited", write_pages)
    return {"parallel_read_safe": True}


def write_pages(app: Sphinx) -> None:
    for locale in LOCALES:
        folder = Path(app.srcdir) / "rules" / FOLDERS[locale]
        folder.mkdir(parents=True, exist_ok=True)
        pages = {"index": index(locale)} | {one.code: page(one, locale) for one in (*RULES.values(), *GROUP_RULES)}
        pages |= {hint: hint_page(hint, locale) for hint in HINTS}
        for stale in {path.stem for path in folder.glob("*.md")} - set(pages):
            (folder / f"{stale}.md").unlink()
        for name, words in pages.items():
            write_if_changed(folder / f"{name}.md", HEAD + words)


def index(locale: str) -> str:
    parts = [f"# {text('docs.rules', locale)}\n", text("docs.rules.about", locale) + "\n"]
    for group, rules in groupby(in_groups(), key=lambda one: one.group):
        lines = [
            (
                f"[{one.code}]({one.code}.md)",
                text(f"rule.{one.code}", locale),
                text(f"severity.{one.severity.value}", locale),
            )
            for one in rules
        ]
        head = (
            text("findings.column.code", locale),
            text("findings.column.title", locale),
            text("findings.column.severity", locale),
        )
        parts += [f"## {group} {text(f'docs.group.{group}', locale)}\n", table_of(head, lines)]
    names = sorted([*RULES, *HINTS, *(one.code for one in GROUP_RULES)])
    return "\n".join([*parts, "```{toctree}", ":hidden:\n", *names, "```\n"])


def in_groups() -> list[Rule]:
    """All rules; one that needs several reports stands with the others of its group."""
    order = list(dict.fromkeys(one.group for one in RULES.values()))
    return sorted((*RULES.values(), *GROUP_RULES), key=lambda one: (order.index(one.group), one.code))


def page(rule: Rule, locale: str) -> str:
    facts = [
        (text("findings.column.severity", locale), text(f"severity.{rule.severity.value}", locale)),
        (text("docs.looks_at", locale), looks_at(rule, locale)),
        (text("findings.column.basis", locale), stacked(map(cited, rule.basis)) or text("docs.no_basis", locale)),
    ]
    if rule.code in OFF_BY_DEFAULT:
        facts.append((text("docs.default", locale), text("docs.off", locale)))
    example = EXAMPLES.get(rule.code)
    return "\n".join(
        [
            f"# {rule.code} {escaped(text(f'rule.{rule.code}', locale))}\n",
            table_of(("", ""), facts),
            *section("docs.why", text(f"why.{rule.code}", locale), locale),
            *([] if example is None else examples(rule, example, locale)),
            *section("findings.column.mend", text(f"mend.{rule.code}", locale), locale),
        ]
    )


def hint_page(hint: str, locale: str) -> str:
    """A rule that explains the findings of others and never stands alone."""
    return "\n".join(
        [
            f"# {hint} {escaped(text(f'rule.{hint}', locale))}\n",
            *section("docs.why", text(f"why.{hint}", locale), locale),
            *section("findings.column.mend", text(f"mend.{hint}", locale), locale),
        ]
    )


def section(heading: str, words: str, locale: str) -> Iterator[str]:
    yield f"## {text(heading, locale)}\n"
    yield f"{escaped(words)}\n"


def looks_at(rule: Rule, locale: str) -> str:
    if rule.looks_at in SECTION_HEADINGS:
        return "".join(SECTION_HEADINGS[rule.looks_at])
    return text(f"docs.looks_at.{rule.looks_at}", locale)


def named(rule: Rule, locale: str) -> tuple[str, str]:
    return text(f"rule.{rule.code}", locale), text(f"severity.{rule.severity.value}", locale)


def examples(rule: Rule, example: Example, locale: str) -> Iterator[str]:
    """The bad and the good example: what each changes in the clean report, and what the rule says of it."""
    yield f"## {text('docs.bad', locale)}\n"
    if example.before is not None:
        yield text("docs.with_previous", locale) + "\n"
        yield changes(example.before, example.previous, locale)
    yield from shown_example(example, "bad", locale)
    for finding in example.findings("bad", rule.code)[:1]:
        yield f"> **{finding.severity.letter} {finding.code}** {escaped(finding.name(locale))}\n>"
        yield f"> {escaped(finding.message(locale))}\n"
    yield f"## {text('docs.good', locale)}\n"
    yield from shown_example(example, "good", locale)
    is_other = example.good or example.good_source
    yield text("docs.silent" if is_other else "docs.clean", locale) + "\n"


def shown_example(example: Example, which: Which, locale: str) -> Iterator[str]:
    if example.bad_source:
        source = example.bad_source if which == "bad" else example.good_source
        yield f"```text\n{source.strip()}\n```\n"
        return
    report = example.report(which)
    yield changes(example.bad if which == "bad" else example.good, report, locale)


def changes(values: Mapping[str, object], report: Report, locale: str) -> str:
    lines = [
        (escaped(name_of(report, ReportPath.parse(path), locale)), shown(value, locale))
        for path, value in values.items()
    ]
    if not lines:
        return ""
    return table_of((text("findings.column.place", locale), text("findings.column.printed", locale)), lines)


def shown(value: object, locale: str) -> str:
    """A value as a page shows it: blank in words, paragraphs one below the other."""
    if value is None or value == "":
        return text("docs.blank", locale)
    if isinstance(value, tuple | list):
        return stacked(shown(one, locale) for one in value) or text("docs.blank", locale)
    if isinstance(value, Subsection):
        return stacked(
            [f"**{escaped((value.number or '') + value.title)}**", *(shown(one, locale) for one in value.blocks)]
        )
    if hasattr(value, "issuer") and hasattr(value, "date"):  # a sign-off
        return stacked(escaped(str(one)) for one in (value.issuer, value.date) if one)
    words = str(value) if isinstance(value, int | str) else repr(value)
    words = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    return escaped(words) if isinstance(value, int | str) else code(words)
