"""``desktop-cvae archive``: list, show, export, remove or restore archived readings."""

from __future__ import annotations

import datetime
import json
from argparse import Namespace
from collections.abc import Callable, Sequence

from desktop_cvae.bulk.record_formats import escaped
from desktop_cvae.cli.output import (
    note,
    print_json,
    require_free,
    require_free_folder,
    run_task,
    table,
)
from desktop_cvae.core import paths
from desktop_cvae.core.csv_tables import csv_bytes
from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import mark, number, tr, tr_n
from desktop_cvae.library.archive_entries import (
    COMMAND,
    DRAWING,
    PICTURE,
    TABLE,
    TAUGHT,
    WEB,
    ArchiveEntry,
    ArchiveSummary,
    Query,
    now,
)
from desktop_cvae.library.archive_export import entry_json, export_entries
from desktop_cvae.library.reading_archive import KEPT_AFTER_REMOVAL, Archive

_SOURCES = {
    DRAWING: mark("a drawing"),
    PICTURE: mark("an opened picture"),
    TABLE: mark("a table of many pictures"),
    COMMAND: mark("the command line"),
    TAUGHT: mark("teaching"),
    WEB: mark("the web page"),
}
MOST_LETTERS = 40
"""Longest text in a cell of the table."""
CSV_HEADER = (
    *("id", "kept_at", "source", "name", "text", "given_label", "verdict", "probability"),
    *("likeness", "model", "is_starred", "note"),
)


def run(arguments: Namespace) -> int:
    """Run one action on the archive.

    Raises:
        UsageError: there is no such entry, or the output exists.
        ArchiveProblem: the archive cannot be read or written; a damaged one is set aside.
        InputOutputError: the output cannot be written.
    """
    actions: dict[str, Callable[[Archive, Namespace], None]] = {
        "list": _list,
        "show": _show,
        "export": _export,
        "remove": _remove,
        "restore": _restore,
    }
    with Archive(paths.archive_file()) as archive:
        actions[arguments.action](archive, arguments)
    return 0


def _query(arguments: Namespace, order: str = "newest", limit: int | None = None) -> Query:
    return Query(
        text=arguments.text,
        label=arguments.label,
        verdict=arguments.verdict and arguments.verdict.replace("-", " "),
        source=arguments.source and arguments.source.replace("-", " "),
        model=arguments.model,
        since=arguments.since,
        until=arguments.until,
        least=arguments.at_least,
        most=arguments.at_most,
        starred=arguments.starred or None,
        corrected=arguments.corrected or None,
        order=order,
        limit=limit,
    )


def _list(archive: Archive, arguments: Namespace) -> None:
    query = _query(arguments, arguments.order.replace("-", " "), arguments.limit)
    found = archive.search(query)
    if arguments.format == "csv":
        print(csv_bytes([CSV_HEADER, *map(_cells, found)]).decode(), end="")
        return
    if arguments.format in ("json", "jsonl"):
        records = [dict(zip(CSV_HEADER, _cells(summary), strict=True)) for summary in found]
        if arguments.format == "json":
            print_json(records)
            return
        for record in records:
            print(json.dumps(record))
        return
    if not found:
        note(tr("No archive entry matches."))
        return
    heading: tuple[str, ...] = (
        tr("number"),
        tr("archived"),
        tr("answer"),
        tr("probability"),
        tr("your label"),
    )
    heading = (*heading, "★", tr("model"), tr("name"), tr("note"))
    print(table([heading, *map(_row, found)], right=(0, 3)))
    total = archive.count(query)
    if total > len(found):
        more = tr(
            "{shown} of {total} shown; use --limit to show more.",
            shown=number(len(found)),
            total=number(total),
        )
        note(more)


def _cells(entry: ArchiveSummary) -> tuple[object, ...]:
    return (
        *(entry.id, _utc(entry.kept_at), entry.source, entry.name, entry.text, entry.given_label),
        *(entry.verdict, round(entry.probability, 6), entry.digit_probability, entry.model),
        *(entry.is_starred, entry.note),
    )


def _row(entry: ArchiveSummary) -> tuple[str, ...]:
    likely = number(entry.probability, ".1%") if entry.verdict else ""
    given = "" if entry.given_label is None else _short(entry.given_label)
    star = "★" if entry.is_starred else ""
    names = (_short(entry.model), _short(entry.name), _short(entry.note))
    return (
        str(entry.id),
        _local(entry.kept_at),
        _short(entry.text) or "–",
        likely,
        given,
        star,
        *names,
    )


def _short(text: str) -> str:
    line = escaped(" / ".join(text.split("\n")))
    return line if len(line) <= MOST_LETTERS else f"{line[: MOST_LETTERS - 1]}…"


def _utc(moment: datetime.datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _local(moment: datetime.datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")


def _show(archive: Archive, arguments: Namespace) -> None:
    entry = archive.get(arguments.number)
    if arguments.format == "json":
        print(json.dumps(entry_json(entry), indent=1))
        return
    print(table([fact for fact in _facts(entry) if fact[1]]))


def _facts(entry: ArchiveEntry) -> Sequence[tuple[str, str]]:
    noise = entry.noise
    digit_probability = (
        "" if entry.digit_probability is None else number(entry.digit_probability, ".1%")
    )
    best = sorted(zip(entry.evidence_nats, entry.label_names, strict=False), reverse=True)[:3]
    evidence = ", ".join(
        tr("{label}: {nats} nats", label=escaped(label), nats=number(nats, ",.1f"))
        for nats, label in best
    )
    return [
        (tr("number"), str(entry.id)),
        (tr("archived"), _local(entry.kept_at)),
        (tr("from"), tr(_SOURCES[entry.source])),
        (tr("name"), escaped(entry.name)),
        (tr("answer"), escaped(" / ".join(entry.text.split("\n")))),
        (tr("verdict"), tr(entry.verdict) if entry.verdict else ""),
        (tr("probability"), number(entry.probability, ".2%") if entry.verdict else ""),
        (tr("like a digit"), digit_probability),
        (tr("evidence"), evidence),
        (tr("noise"), f"{tr(noise.kind)} {number(noise.level, '.2f')}" if noise.level else ""),
        (tr("your label"), escaped(entry.given_label or "")),
        (tr("star"), "★" if entry.is_starred else ""),
        (tr("note"), escaped(" / ".join(entry.note.split("\n")))),
        (tr("model"), f"{escaped(entry.model)} {entry.model_digest[:12]}".strip()),
        (tr("program"), entry.program),
    ]


def _export(archive: Archive, arguments: Namespace) -> None:
    path, kind = arguments.output, arguments.format
    if arguments.trust_readings and kind != "dataset":
        raise UsageError(tr("--trust-readings needs --format dataset."))
    require = require_free_folder if kind == "png" else require_free
    require(path, overwrite=arguments.overwrite)
    numbers = [summary.id for summary in archive.search(_query(arguments, "oldest"))]
    if not numbers:
        raise UsageError(tr("No archive entry matches."))
    task = export_entries(archive, numbers, kind, path, trusts_readings=arguments.trust_readings)
    count = run_task(task, unit="pictures")
    note(tr_n("{n} entry is in “{path}”.", "{n} entries are in “{path}”.", count, path=path))


def _remove(archive: Archive, arguments: Namespace) -> None:
    archive.purge(now() - KEPT_AFTER_REMOVAL)
    if arguments.forever:
        count = archive.erase(arguments.numbers)
        sentence = tr_n(
            "{n} entry is permanently deleted.", "{n} entries are permanently deleted.", count
        )
    else:
        count = archive.remove(arguments.numbers)
        sentence = tr_n(
            "{n} entry is removed; “archive restore” brings it back.",
            "{n} entries are removed; “archive restore” brings them back.",
            count,
        )
    if not count:
        raise UsageError(tr("No archive entry has any of these numbers."))
    note(sentence)


def _restore(archive: Archive, arguments: Namespace) -> None:
    count = archive.restore(arguments.numbers)
    if not count:
        raise UsageError(tr("No recently removed entry has any of these numbers."))
    note(tr_n("{n} entry is restored.", "{n} entries are restored.", count))
