"""Make contact sheets of every state and dialog of the real window on several screens.

Usage: ``python packaging/make_contact_sheets.py FOLDER [light|dark] [WIDTHxHEIGHT[@SCALE]]…``.
Each screen is one process without a real screen; its pictures and their sheet go to ``FOLDER``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw

SCREENS = ("960x600", "683x720", "1366x720", "1920x1080", "1280x720@2")
"""Sizes in logical pixels; the last one is 2560×1440 at 200 %, the second is half a screen."""
THEMES = ("light", "dark")
COLUMNS, GAP, TITLE = 4, 12, 18
CELL = 640
"""Width of a picture on its sheet."""


def offscreen(screen: str, folder: Path) -> str:
    """Return the Qt platform that shows windows on such a screen and on no real one."""
    size, _, scale = screen.partition("@")
    width, height = map(int, size.split("x"))
    settings = {"name": "sheet", "x": 0, "y": 0, "width": width, "height": height}
    settings |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": float(scale or 1)}
    path = folder / "screen.json"
    path.write_text(json.dumps({"screens": [settings]}), encoding="utf-8")
    return f"offscreen:configfile={path}"


def take(folder: Path, theme: str) -> None:
    """Make all pictures of one screen, in a process of its own: Qt starts with its screens."""
    from make_gallery import Gallery, make_contact

    gallery = Gallery(folder)
    gallery.window.appearance.choose(theme)
    gallery.window.showMaximized()
    gallery.run(make_contact)


def sheet(folder: Path, path: Path) -> None:
    """Arrange the pictures of a folder in rows, with their names."""
    pictures = []
    for each in sorted(folder.glob("*.png")):
        with Image.open(each) as image:
            shown = image.convert("RGB")
        if shown.width > CELL:
            shown = shown.resize(
                (CELL, shown.height * CELL // shown.width), Image.Resampling.LANCZOS
            )
        pictures.append((each.stem, shown))
    rows = [pictures[n : n + COLUMNS] for n in range(0, len(pictures), COLUMNS)]
    heights = [TITLE + GAP + max(image.height for _, image in row) for row in rows]
    whole = Image.new("RGB", (COLUMNS * (CELL + GAP) + GAP, sum(heights) + GAP), "#808080")
    draw, y = ImageDraw.Draw(whole), GAP
    for row, height in zip(rows, heights, strict=True):
        for column, (name, image) in enumerate(row):
            x = GAP + column * (CELL + GAP)
            draw.text((x, y), name, fill="white")
            whole.paste(image, (x, y + TITLE))
        y += height
    whole.save(path, optimize=True)


def main() -> None:
    """Make the requested sheets."""
    folder, *names = sys.argv[1:]
    if names[:1] == ["--take"]:
        take(Path(folder), names[1])
        return
    themes = [name for name in names if name in THEMES] or THEMES
    screens = [name for name in names if name not in THEMES] or SCREENS
    for screen in screens:
        for theme in themes:
            pictures = Path(folder) / f"{screen}-{theme}"
            pictures.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory() as home:
                platform = offscreen(screen, Path(home))
                environment = {**os.environ, "QT_QPA_PLATFORM": platform, "DESKTOP_CVAE_HOME": home}
                command = [sys.executable, __file__, str(pictures), "--take", theme]
                subprocess.run(command, env=environment, check=True)
            sheet(pictures, Path(folder) / f"{screen}-{theme}.png")
            print(Path(folder) / f"{screen}-{theme}.png")


if __name__ == "__main__":
    main()
