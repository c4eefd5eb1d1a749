"""Dockerfile and systemd unit: what they start is a command, what they install is there."""

from __future__ import annotations

import json
import re
import shlex
from configparser import ConfigParser
from pathlib import Path

from desktop_cvae.cli.parser import build_parser
from desktop_cvae.core.web_address import DEFAULT_PORT

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_the_image_is_lean_and_serves_everyone() -> None:
    assert "-r /source/packaging/requirements-lean.txt" in DOCKERFILE
    assert "--no-deps /source" in DOCKERFILE
    (*_, command) = re.findall(r"^CMD (\[.+\])$", DOCKERFILE, re.MULTILINE)
    shell, option, line = json.loads(command)
    assert (shell, option) == ("sh", "-c")
    words = shlex.split(line.replace("${TOKEN:+", "").replace("}", ""))
    assert words[:2] == ["exec", "desktop-cvae"]
    arguments = build_parser().parse_args(words[2:])
    assert arguments.host == "0.0.0.0"
    assert arguments.access_log
    assert f"EXPOSE {arguments.port}\n" in DOCKERFILE
    assert f"127.0.0.1:{DEFAULT_PORT}/healthz" in DOCKERFILE


def test_the_unit_starts_a_command_on_this_machine() -> None:
    unit = ConfigParser(interpolation=None)
    unit.optionxform = str
    unit.read_string((ROOT / "packaging/server/desktop-cvae.service").read_text(encoding="utf-8"))
    program, *words = shlex.split(unit["Service"]["ExecStart"])
    assert Path(program).name == "desktop-cvae"
    arguments = build_parser().parse_args(words)
    assert arguments.host == "127.0.0.1"
    assert arguments.no_archive
    assert unit["Service"]["SuccessExitStatus"] == "143"
