"""Names of the hypotheses about a picture's preparation.

Nothing heavy is imported here: the command line lists the names in its help.
"""

from __future__ import annotations

from desktop_cvae.core.language import mark

PREPARATIONS = {
    "ink": mark("Ink on paper: the background is removed"),
    "as_it_is": mark("Unchanged: light ink on dark paper"),
    "inverted": mark("Unchanged: dark ink on light paper"),
    "with_lines": mark("The lines are ink"),
    "without_lines": mark("The lines belong to the paper"),
    "other_paper": mark("Part of the paper has the opposite colour"),
    "uneven_light": mark("The light is uneven"),
    "despeckled": mark("The specks are dirt"),
    "foreign_ink": mark("Other ink lies over the digit"),
    "main_piece": mark("Only the largest piece is the digit"),
    "bridged": mark("A missing stripe is bridged"),
    "thickened": mark("The strokes are too thin"),
    "thinned": mark("The strokes are too thick"),
}
"""Hypotheses about how a picture should be prepared, by name."""
