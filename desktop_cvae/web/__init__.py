"""The web page of ``desktop-cvae serve`` and its JSON API."""
