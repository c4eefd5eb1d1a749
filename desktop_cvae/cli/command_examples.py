"""Examples at the end of the help page of every command and action.

Tested in tests/cli/test_parser.py, which parses them all.
"""

from __future__ import annotations

EXAMPLES: dict[str, tuple[str, ...]] = {
    "gui": ("gui seven.jpg", "gui --screenshot window.png seven.jpg"),
    "recognize": (
        "recognize seven.jpg",
        "recognize scans --recursive --format csv --output readings.csv",
        "recognize amount.png --numbers --rule length:5",
        "recognize scans --format jsonl --output readings.jsonl --skip-existing",
    ),
    "watch": ("watch inbox --numbers --output readings.csv",),
    "reconstruct": ("reconstruct seven.jpg --noise gaussian:0.3 --output seven.png",),
    "generate": (
        "generate --label 7 --count 30 --output sevens.png",
        "generate --per-label 100 --seed 1 --output digits.npz",
        "generate --style seven.jpg --text 2026 --output year.png",
    ),
    "sheet": ("sheet prior --label 7 --output sevens.png",),
    "complete": ("complete seven.jpg --missing 0,14,28,14 --output completed.png",),
    "walk": ("walk 3 8 --output walk.gif",),
    "train": (
        "train --preset conv_cvae --name mine",
        "train --preset dense_cvae --epochs 5 --limit 5000 --output quick.cvae",
        "train --data letters.npz --output letters.cvae",
        "train --resume mine",
    ),
    "presets": ("presets list", "presets show conv_cvae"),
    "presets list": ("presets list", "presets list --format json"),
    "presets show": ("presets show conv_cvae",),
    "runs": ("runs list", "runs show mine"),
    "runs list": ("runs list", "runs list --format json"),
    "runs show": ("runs show mine", "runs show mine --format json"),
    "runs remove": ("runs remove mine",),
    "sweep": ("sweep beta.toml --jobs 2", "sweep beta.toml --table --format csv"),
    "teach": ("teach studio --examples my-digits --output mine.cvae",),
    "evaluate": (
        "evaluate studio --limit 1000",
        "evaluate mine.cvae --noise gaussian:0.3 --format json",
    ),
    "fool": ("fool seven.jpg --into 1 --output fooled.png",),
    "compare": ("compare studio mine.cvae --limit 1000 --output comparison",),
    "models": ("models list", "models info studio"),
    "models list": ("models list", "models list --format json"),
    "models info": ("models info studio", "models info studio --format json"),
    "models card": ("models card studio",),
    "models import": ("models import mine.cvae",),
    "models export": (
        "models export studio --output copy.cvae",
        "models export studio --format onnx --output studio.onnx",
    ),
    "models remove": ("models remove mine",),
    "models calibrate": ("models calibrate mine",),
    "models fit-prior": ("models fit-prior mine --components 5",),
    "models join": ("models join reader.cvae writer.cvae --output both.cvae",),
    "models average": ("models average first.cvae second.cvae --output mean.cvae",),
    "data": ("data list", "data download mnist"),
    "data list": ("data list", "data list --format json"),
    "data download": ("data download mnist",),
    "data import": ("data import letters.npz --name letters --label-names A,B,C",),
    "data make": ("data make --model studio --count 1000 --name written",),
    "data remove": ("data remove letters",),
    "lesson": ("lesson show styles.cvaelesson",),
    "lesson show": ("lesson show styles.cvaelesson --format json",),
    "lesson check": ("lesson check styles.cvaelesson",),
    "archive": ("archive list", "archive show 12"),
    "archive list": ("archive list --label 7 --at-most 0.9", "archive list --format json"),
    "archive export": ("archive export --format csv --output readings.csv",),
    "archive show": ("archive show 12 --format json",),
    "archive remove": ("archive remove 12 13",),
    "archive restore": ("archive restore 12",),
    "serve": ("serve --port 8000", "serve --host 0.0.0.0 --token SECRET"),
    "self-test": ("self-test",),
}
"""By the words of the command; each is a command line after the program's name."""
