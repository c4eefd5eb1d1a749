"""The documentation site: ``pip install '.[docs]' && python -m sphinx -W docs site``.

The pages are Markdown (MyST). The gallery's programs run and draw their pictures while the site is
built. Nothing is fetched: search and styles come with the site.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import desktop_cvae  # after the path, so that the checkout is documented

# The parser's help is translated to the user's language otherwise.
os.environ["DESKTOP_CVAE_LANGUAGE"] = "en"

project = "desktop_cvae"
project_copyright = "the authors of desktop_cvae"
version = release = desktop_cvae.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_gallery.gen_gallery",
    "sphinxarg.ext",
]
exclude_patterns = ["gallery"]

html_theme = "furo"
html_title = f"desktop_cvae {release}"
html_favicon = "../resources/icons/app.svg"

myst_heading_anchors = 4

autodoc_typehints = "description"
autodoc_member_order = "bysource"

sphinx_gallery_conf = {
    "examples_dirs": "gallery",
    "gallery_dirs": "built/gallery",
    "filename_pattern": "/plot_",
    "within_subsection_order": "FileNameSortKey",
    "download_all_examples": False,
    "show_signature": False,
    "abort_on_example_error": True,
    "min_reported_time": 3600,
    "write_computation_times": False,
}
