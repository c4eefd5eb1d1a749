"""The golden pictures and what chance draws are as on the day their numbers were kept."""

import pytest
from pictures.kept_pictures import ASKED, differences, kept

KEPT = kept()


@pytest.mark.parametrize("name", ASKED)
def test_what_was_made_is_made_again(name: str) -> None:
    found = list(differences(KEPT[name], ASKED[name]()))
    assert not found, "\n".join(found)
