"""Hatchling's build hook: builds the translations, which the sources do not contain."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))
import translations


class TranslationsHook(BuildHookInterface):
    """Builds every language's file and puts it into a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the files before hatchling collects; an editable copy reads the source tree's."""
        for file in translations.build():
            if version != "editable":
                target = f"desktop_cvae/resources/translations/{file.name}"
                build_data["force_include"][str(file)] = target
