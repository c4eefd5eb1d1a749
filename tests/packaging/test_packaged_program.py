"""How the smoke test starts what it tries."""

import os
import sys

import bare_debian
import packaged_program
import pytest
from packaged_program import CONSOLE, Failure, PackagedProgram, forget_the_build

SCRIPT = '#!/bin/sh\necho "$HOME $*"\nexit 3\n'


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands for the program")
def test_an_exit_code_that_is_not_the_expected_one_is_a_failure_with_what_was_said(tmp_path):
    (tmp_path / CONSOLE).write_text(SCRIPT)
    (tmp_path / CONSOLE).chmod(0o755)
    program = PackagedProgram(tmp_path, tmp_path / "new" / "files")
    done = program.run("self-test", expected=3)
    assert done.stdout == f"{program.home} self-test\n"
    with pytest.raises(Failure, match="ended with 3, not 0"):
        program.run("self-test")


def test_in_another_root_paths_are_its_own_and_the_user_is_nobody_special(tmp_path):
    folder = tmp_path / "opt" / "desktop-cvae"
    program = PackagedProgram(folder, tmp_path / "tmp" / "new" / "files", tmp_path)
    assert program.inside(folder) == "/opt/desktop-cvae"
    assert program.variables["HOME"] == "/tmp/new/files/home"
    start, user, root, executable = program.command(CONSOLE)
    assert (start, root) == ("chroot", str(tmp_path))
    assert user == f"--userspec={packaged_program.USER}:{packaged_program.USER}"
    assert executable == "/opt/desktop-cvae/desktop-cvae"


def test_nothing_of_the_build_reaches_the_package(monkeypatch):
    for name in ("PYTHONPATH", "LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "DESKTOP_CVAE_MNIST"):
        monkeypatch.setenv(name, "/build")
    for name in [name for name in os.environ if name.startswith(packaged_program.LEADING_HERE)]:
        # So that it is there again afterwards.
        monkeypatch.setenv(name, os.environ[name])
    forget_the_build()
    assert "/build" not in os.environ.values()
    assert "PATH" in os.environ


def test_the_installation_page_names_the_system_packages_of_the_package():
    named = bare_debian.named_packages(bare_debian.INSTALLATION.read_text(encoding="utf-8"))
    assert {"libegl1", "libgl1"} <= set(named)
    with pytest.raises(Failure):
        bare_debian.named_packages("# No such section\n`apt install python3`\n")
