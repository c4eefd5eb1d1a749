# The page and its API without TensorFlow, Qt and a display:
#   docker build -t desktop-cvae . && docker run --rm --read-only --tmpfs /data --tmpfs /tmp -p 8470:8470 desktop-cvae
# The link with its token is printed; keep one with: -e TOKEN=at-least-16-characters
FROM python:3.13-slim AS build
COPY packaging/requirements-lean.txt /source/packaging/
RUN python -m venv /opt/venv \
    && /opt/venv/bin/pip install --no-cache-dir -r /source/packaging/requirements-lean.txt
COPY . /source
# The lines above are all that it needs; pip would add TensorFlow and Qt.
RUN /opt/venv/bin/pip install --no-cache-dir --no-deps /source

FROM python:3.13-slim
COPY --from=build /opt/venv /opt/venv
RUN useradd --system --create-home --home-dir /data reader
USER reader
ENV PATH=/opt/venv/bin:$PATH HOME=/data PYTHONUNBUFFERED=1
EXPOSE 8470
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD \
    ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8470/healthz', timeout=4)"]
# Signals must reach the server, hence exec.
CMD ["sh", "-c", "exec desktop-cvae serve --host 0.0.0.0 --access-log ${TOKEN:+--token \"$TOKEN\"}"]
