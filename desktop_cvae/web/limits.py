"""Limits of the web page: of one request, of its answer, and of the server as a whole."""

from __future__ import annotations

MAX_PICTURE_BYTES = 20_000_000
"""Most bytes of an uploaded picture; the page asks for it with the status."""
MAX_REQUEST_BYTES = MAX_PICTURE_BYTES + 100_000
"""Most bytes of a request: a picture and the form around it."""
MAX_BATCH = 16
"""Most pictures of a batch."""
MAX_PARTS = 20
"""Most parts of a form."""
MAX_JSON_BYTES = 20_000
"""Most bytes of JSON in a request."""
MAX_LENGTH = 200
"""Most characters of a text field."""
MAX_NAME_LENGTH = 120
"""Most characters of a picture's name; longer ones are cut."""
MAX_STYLE_LENGTH = 2800
"""Most characters of a packed style: 512 latent dimensions in Base64."""
MAX_LATENT = 100.0
"""Largest absolute value of a latent dimension, whose prior has a deviation of about 1."""

MAX_SAMPLES = 64
"""Most digits that one request writes."""
MAX_DIGITS = 300
"""Most digits that are read in a picture of numbers; bounds the time of an answer."""
MAX_POINTS = 2000
"""Most points of a latent map in an answer."""
MAX_PAGE_ENTRIES = 100
"""Most entries of a page of the archive."""
MAX_EXPORTED = 5000
"""Most entries of the archive in an export."""

MIN_TOKEN_LENGTH = 16
"""Fewest characters of the link's token."""
VISIT_S = 600.0
"""Silence in seconds after which a visitor counts as gone."""
MAX_VISITORS = 10_000
"""Most visitors that are counted."""
RETRY_S = 2
"""Value of Retry-After when the queue is full."""
RUNNING_SHARE = 2 / 3
"""Longest time that a job runs over the time that a request waits for its answer."""
CLOSE_S = 5.0
"""Longest time in seconds that closing waits for each thread."""
MOST_REMEMBERED = 10_000
"""Visitors whose turns are remembered."""
MAX_OPENED = 3
"""Most models that a worker keeps open; the least recently used one is closed first."""
MAX_MAPS = 8
"""Most latent maps in memory."""

RECEIVE_S = 60.0
"""Longest time in seconds for a whole request to arrive, however steadily it drips."""
SILENCE_S = 30
"""Longest silence of a connection, in seconds."""
MAX_CONNECTIONS = 400
"""Most open connections."""
SPARE_THREADS = 8
"""Threads for answers that need no engine, and for saying that the queue is full."""
MAX_SKIPPED_BYTES = 200_000_000
"""Most bytes of an oversized request that are received and dropped, so that the sender reads the
error; after more, the connection is closed."""
MAX_RECEIVED_BYTES = 200_000_000
"""Most bytes of all unanswered requests together."""
SPILL_BYTES = 1_000_000
"""Size above which a request is buffered in an unnamed file until it is complete."""
