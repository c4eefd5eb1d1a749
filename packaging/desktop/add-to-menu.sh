#!/bin/sh
# Adds desktop_cvae to this user's menu and makes it open .cvae and .cvae-lesson files; "--remove" takes both away.
# Run it again after the folder was moved.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/desktop-cvae.desktop
types=$data/mime/packages/desktop-cvae.xml

if [ "${1:-}" = --remove ]; then
    rm -f "$entry" "$types" "$data"/icons/hicolor/*/apps/desktop-cvae.*
else
    mkdir -p "$data/applications" "$data/mime/packages" "$data/icons"
    cp -R "$here/share/icons/." "$data/icons/"
    cp "$here/share/mime/packages/desktop-cvae.xml" "$types"
    # In the entry's own quotes a path needs its special characters marked, in three layers:
    # for its shell-like words, for the file's texts, and for sed.
    program=$(printf %s "$here/desktop-cvae-gui" |
        sed -e 's/[\\"$`]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g' -e 's/[\\&|]/\\&/g')
    sed "s|^Exec=desktop-cvae-gui|Exec=\"$program\"|" \
        "$here/share/applications/desktop-cvae.desktop" >"$entry"
fi

# What desktops keep of these files, where they keep anything.
command -v update-mime-database >/dev/null && update-mime-database "$data/mime" || true
command -v update-desktop-database >/dev/null && update-desktop-database "$data/applications" || true
