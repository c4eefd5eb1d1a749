"""A virtual screen for the whole module, and programs started on it."""

import pytest
from virtual_screen import TracedProgram, VirtualScreen, missing_tools


@pytest.fixture(scope="session")
def screen():
    missing = missing_tools()
    if missing:
        pytest.skip(f"needs {' and '.join(missing)}")
    display = VirtualScreen()
    yield display
    display.stop()


@pytest.fixture
def start(screen, tmp_path):
    programs = []

    def run(*arguments):
        programs.append(TracedProgram(screen, tmp_path, *arguments))
        return programs[-1]

    yield run
    for program in programs:
        program.process.kill()
        program.process.wait()
