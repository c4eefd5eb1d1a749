from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import os
import re
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fake_calibration import fake_calibration
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from safetensors.numpy import load, save

from desktop_cvae.core import checked_json
from desktop_cvae.core.calibration import SHAPE_NETWORK
from desktop_cvae.core.errors import (
    DamagedModelFile,
    InputOutputError,
    InvalidManifest,
    MismatchedWeights,
    ModelFileError,
    NewerModelFormat,
    NotAModelFile,
)
from desktop_cvae.core.paths import pretrained_dir
from desktop_cvae.core.priors import Prior
from desktop_cvae.core.results import FloatArray
from desktop_cvae.core.specs import ModelSpec, TrainingConfig
from desktop_cvae.library.manifest import PriorEntry
from desktop_cvae.library.model_file import (
    NewModel,
    average_model_files,
    join_model_files,
    read_history,
    read_manifest,
    read_model_file,
    rewrite_calibration,
    rewrite_model_file,
    write_half_precision,
    write_model_file,
)

Members = dict[str, bytes]
WEIGHTS = "weights.safetensors"


def members_of(path: Path) -> Members:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewrite(path: Path, change: Callable[[Members], None], *, sign: bool = True) -> None:
    """Change a model file's members; with ``sign`` the manifest's digests follow."""
    members = members_of(path)
    change(members)
    if sign and b'"members"' in members.get("manifest.json", b""):
        manifest = json.loads(members["manifest.json"])
        others = {n: d for n, d in members.items() if n != "manifest.json"}
        manifest["members"] = {n: hashlib.sha256(d).hexdigest() for n, d in others.items()}
        members["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def change_manifest(path: Path, **entries: Any) -> None:
    def change(members: Members) -> None:
        manifest = json.loads(members["manifest.json"]) | entries
        members["manifest.json"] = json.dumps(manifest).encode()

    rewrite(path, change)


def change_weights(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    def change_members(members: Members) -> None:
        tensors = load(members[WEIGHTS])
        change(tensors)
        members[WEIGHTS] = save(tensors)

    rewrite(path, change_members)


def refusal(path: Path) -> str:
    """The sentence with which a file is refused, with little memory."""
    tracemalloc.start()
    with pytest.raises(ModelFileError) as caught:
        read_model_file(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 50e6
    return str(caught.value)


# -- what is written is read ------------------------------------------------------------


def test_everything_is_read_back(
    tiny_model: Path, tiny_spec: ModelSpec, tiny_weights: dict[str, FloatArray]
) -> None:
    model = read_model_file(tiny_model)
    assert model.manifest.spec == tiny_spec
    assert list(model.weights) == list(tiny_spec.tensors())
    for name, array in model.weights.items():
        assert array.dtype == np.float32
        np.testing.assert_array_equal(array, tiny_weights[name])
    assert model.history[0].validation.total == 3.6
    assert model.preview is not None
    assert model.preview.startswith(b"\x89PNG")
    assert model.manifest == read_manifest(tiny_model)
    assert model.manifest.metrics == {"accuracy": 0.5}
    assert "numpy" in model.manifest.packages


def test_the_weights_are_a_plain_safetensors_file(
    tiny_model: Path, tiny_weights: dict[str, FloatArray]
) -> None:
    weights = members_of(tiny_model)[WEIGHTS]
    assert load(weights).keys() == tiny_weights.keys()
    assert hashlib.sha256(weights).hexdigest() == read_manifest(tiny_model).weights_sha256


def mixture(spec: ModelSpec, components: int = 3) -> Prior:
    rng = np.random.default_rng(8)
    shape = (spec.score_count, components, spec.latent_dim)
    factors = np.tile(np.eye(spec.latent_dim), (*shape[:2], 1, 1)) * rng.uniform(0.5, 1)
    weights = np.full(shape[:2], 1 / components)
    parts = (weights, rng.standard_normal(shape), factors)
    return Prior(*(part.astype(np.float32) for part in parts))


@pytest.fixture
def writer(tmp_path: Path, tiny_spec: ModelSpec) -> Path:
    """Another model of the same labels, with a prior, a preview and more latent dimensions."""
    spec = dataclasses.replace(tiny_spec, latent_dim=tiny_spec.latent_dim + 2)
    weights = {n: np.full(s, 0.01, np.float32) for n, s in spec.tensors().items()}
    new = NewModel(
        name="writer",
        spec=spec,
        training=TrainingConfig(beta=0.03),
        weights=weights,
        preview=b"its own",
        prior=mixture(spec),
    )
    write_model_file(tmp_path / "writer.cvae", new)
    return tmp_path / "writer.cvae"


def test_a_reader_and_a_writer_are_joined_and_read_back(
    tiny_model: Path, writer: Path, tmp_path: Path
) -> None:
    reader, joined = read_model_file(tiny_model), tmp_path / "both.cvae"
    manifest = join_model_files(tiny_model, writer, joined)
    assert manifest == read_manifest(joined)
    assert manifest.format_version == "1.2"
    assert manifest.weights_sha256 == reader.manifest.weights_sha256
    both = read_model_file(joined)
    assert both.preview == b"its own"
    assert both.history == reader.history
    assert both.prior.is_standard
    assert both.generator is not None
    assert both.generator.generator is None
    assert both.generator.manifest == read_manifest(writer)
    expected = read_model_file(writer)
    np.testing.assert_array_equal(both.generator.prior.means, expected.prior.means)
    for name, array in expected.weights.items():
        np.testing.assert_array_equal(both.generator.weights[name], array)
    # Another calibration leaves it there, and it can be taken on.
    rewrite_calibration(joined, None)
    assert members_of(joined)["writer.cvae"] == writer.read_bytes()
    join_model_files(tiny_model, joined, tmp_path / "again.cvae")
    assert members_of(tmp_path / "again.cvae")["writer.cvae"] == writer.read_bytes()


def test_weights_of_half_precision_take_half_the_room(
    tiny_model: Path, writer: Path, tmp_path: Path
) -> None:
    joined, half = tmp_path / "both.cvae", tmp_path / "half.cvae"
    join_model_files(tiny_model, writer, joined)
    manifest = write_half_precision(joined, half)
    assert manifest == read_manifest(half)
    assert half.stat().st_size < 0.7 * joined.stat().st_size
    whole, halved = read_model_file(joined), read_model_file(half)
    assert halved.manifest.calibration == whole.manifest.calibration
    assert whole.generator is not None
    assert halved.generator is not None
    for before, after in (
        (whole.weights, halved.weights),
        (whole.generator.weights, halved.generator.weights),
    ):
        for name, array in before.items():
            np.testing.assert_array_equal(after[name], array.astype(np.float16))


def test_weights_beyond_float16_are_kept_whole(tiny_model: Path, tmp_path: Path) -> None:
    model = read_model_file(tiny_model)
    name, array = next(iter(model.weights.items()))
    rewrite_model_file(
        tiny_model, model.prior, None, weights={**model.weights, name: np.full_like(array, 7e4)}
    )
    with pytest.raises(MismatchedWeights, match=name):
        write_half_precision(tiny_model, tmp_path / "half.cvae")
    assert not (tmp_path / "half.cvae").exists()


def test_the_mean_of_models_has_their_mean_weights_and_nothing_fitted_to_them(
    tiny_model: Path, tmp_path: Path
) -> None:
    first = read_model_file(tiny_model)
    more = {name: array + np.float32(1) for name, array in first.weights.items()}
    training = dataclasses.replace(first.manifest.training, seed=77)
    other, path = tmp_path / "other.cvae", tmp_path / "mean.cvae"
    spec = first.manifest.spec
    write_model_file(other, NewModel(name="other", spec=spec, training=training, weights=more))
    manifest = average_model_files([tiny_model, tiny_model, other], path)
    mean = read_model_file(path)
    for name, array in first.weights.items():
        np.testing.assert_allclose(mean.weights[name], array + 1 / 3, atol=1e-6)
    assert mean.manifest == manifest
    assert manifest.training == training
    assert manifest.calibration is None
    assert not manifest.metrics
    assert manifest.command.endswith("average tiny.cvae tiny.cvae other.cvae")


def test_models_of_other_networks_have_no_mean(tiny_model: Path, tmp_path: Path) -> None:
    studio = pretrained_dir() / "studio.cvae"
    with pytest.raises(MismatchedWeights, match="another network"):
        average_model_files([studio, tiny_model], tmp_path / "mean.cvae")
    assert not (tmp_path / "mean.cvae").exists()


def test_a_writer_that_does_not_fit_is_refused(
    tiny_model: Path, writer: Path, tiny_spec: ModelSpec, tmp_path: Path
) -> None:
    joined, foreign = tmp_path / "both.cvae", tmp_path / "foreign.cvae"
    alone = tiny_model.read_bytes()
    for spec in (
        tiny_spec.without_labels(),
        dataclasses.replace(tiny_spec, label_names=tuple("ABCDEFGHIJ")),
    ):
        weights = {n: np.zeros(s, np.float32) for n, s in spec.tensors().items()}
        write_model_file(
            foreign, NewModel(name="x", spec=spec, training=TrainingConfig(), weights=weights)
        )
        with pytest.raises(DamagedModelFile, match="other labels"):
            join_model_files(tiny_model, foreign, joined)
        assert not joined.exists()
        rewrite(tiny_model, lambda found: found.update({"writer.cvae": foreign.read_bytes()}))
        assert "its generator has other labels" in refusal(tiny_model)
        tiny_model.write_bytes(alone)
    join_model_files(tiny_model, writer, joined)
    rewrite(tiny_model, lambda found: found.update({"writer.cvae": joined.read_bytes()}))
    assert "its generator contains another generator" in refusal(tiny_model)


@pytest.mark.parametrize("member", ["manifest.json", WEIGHTS, "prior.safetensors"])
def test_a_damaged_writer_is_refused_like_a_damaged_model(
    tiny_model: Path, writer: Path, tmp_path: Path, member: str
) -> None:
    joined = tmp_path / "both.cvae"
    join_model_files(tiny_model, writer, joined)

    def damage(inner: Members) -> None:
        inner[member] = inner[member][:-9] + bytes([inner[member][-9] ^ 1]) + inner[member][-8:]

    rewrite(writer, damage, sign=False)
    rewrite(joined, lambda found: found.update({"writer.cvae": writer.read_bytes()}))
    assert "writer.cvae" in refusal(joined)
    rewrite(joined, lambda found: found.update({"writer.cvae": b"PK\x03\x04"}))
    assert "writer.cvae" in refusal(joined)


def test_a_prior_is_put_in_read_back_and_taken_out(tiny_model: Path, tiny_spec: ModelSpec) -> None:
    before, prior = members_of(tiny_model), mixture(tiny_spec)
    assert read_model_file(tiny_model).prior.is_standard
    assert json.loads(before["manifest.json"])["format_version"] == "1.0"
    rewrite_model_file(tiny_model, prior, None)
    model = read_model_file(tiny_model)
    assert (model.manifest.prior, model.manifest.format_version) == (
        PriorEntry("mixture", 3),
        "1.1",
    )
    for name, array in model.prior.tensors().items():
        np.testing.assert_array_equal(array, prior.tensors()[name])
    # A new calibration leaves it there.
    rewrite_calibration(tiny_model, None)
    assert read_model_file(tiny_model).manifest == model.manifest
    rewrite_model_file(
        tiny_model, Prior.standard_normal(tiny_spec.score_count, tiny_spec.latent_dim), None
    )
    assert members_of(tiny_model) == before


def test_weights_are_replaced_and_all_else_stays(tiny_model: Path) -> None:
    old = read_model_file(tiny_model)
    new = {name: array + np.float32(0.5) for name, array in old.weights.items()}
    manifest = rewrite_model_file(tiny_model, old.prior, old.manifest.calibration, weights=new)
    found = read_model_file(tiny_model)
    assert manifest.weights_sha256 != old.manifest.weights_sha256
    assert dataclasses.replace(found.manifest, members=old.manifest.members) == old.manifest
    for name, array in found.weights.items():
        np.testing.assert_array_equal(array, new[name])
    short = {name: array[:1] for name, array in new.items()}
    with pytest.raises(MismatchedWeights):
        rewrite_model_file(tiny_model, old.prior, None, weights=short)
    assert read_model_file(tiny_model).manifest == found.manifest


def test_a_new_file_has_the_prior_that_it_is_given(tmp_path: Path, tiny_model: Path) -> None:
    old, path = read_model_file(tiny_model), tmp_path / "new.cvae"
    spec = old.manifest.spec
    new = NewModel(name="new", spec=spec, training=TrainingConfig(), weights=old.weights)
    write_model_file(path, dataclasses.replace(new, prior=mixture(spec)))
    assert read_model_file(path).prior.components == 3
    write_model_file(
        path,
        dataclasses.replace(new, prior=Prior.standard_normal(spec.score_count, spec.latent_dim)),
    )
    assert "prior.safetensors" not in members_of(path)


def _prior_change(name: str, change: Callable[[Any], Any]) -> Callable[[Members], None]:
    def change_members(members: Members) -> None:
        tensors = load(members["prior.safetensors"])
        tensors[name] = change(tensors[name])
        members["prior.safetensors"] = save(tensors)

    return change_members


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_prior_change("weights", lambda a: 0 * a), "its prior cannot be used"),
        (_prior_change("factors", lambda a: -a), "its prior cannot be used"),
        (_prior_change("means", lambda a: np.full_like(a, np.nan)), "its prior cannot be used"),
        (_prior_change("means", lambda a: np.ascontiguousarray(a[:, :2])), "has the shape"),
        (_prior_change("means", lambda a: a.astype(np.float64)), "is of type F64"),
        (
            lambda members: members.update({"prior.safetensors": b"\0" * 8}),
            "manifest|missing|damaged",
        ),
        (lambda members: members.pop("prior.safetensors"), "contradict"),
    ],
)
def test_a_damaged_prior_is_refused(
    tiny_model: Path, tiny_spec: ModelSpec, change: Callable[[Members], None], words: str
) -> None:
    rewrite_model_file(tiny_model, mixture(tiny_spec), None)
    rewrite(tiny_model, change)
    assert re.search(words, refusal(tiny_model))


def test_a_flipped_bit_of_the_prior_is_found(tiny_model: Path, tiny_spec: ModelSpec) -> None:
    rewrite_model_file(tiny_model, mixture(tiny_spec), None)
    rewrite(tiny_model, _prior_change("means", lambda a: a + np.float32(1e-3)), sign=False)
    assert "SHA-256" in refusal(tiny_model)


@pytest.mark.parametrize(
    "entry",
    [None, 3, {}, {"kind": "flow", "components": 3}, {"kind": "mixture", "components": 0}],
)
def test_an_unknown_prior_is_refused(tiny_model: Path, tiny_spec: ModelSpec, entry: object) -> None:
    rewrite_model_file(tiny_model, mixture(tiny_spec), None)
    change_manifest(tiny_model, prior=entry)
    refusal(tiny_model)


def test_a_manifest_that_tells_of_no_prior_has_none(tiny_model: Path) -> None:
    change_manifest(tiny_model, prior={"kind": "mixture", "components": 3})
    assert "contradict" in refusal(tiny_model)


def test_history_and_preview_may_be_absent(tiny_model: Path) -> None:
    def drop(members: Members) -> None:
        del members["history.jsonl"], members["preview.png"]

    rewrite(tiny_model, drop)
    model = read_model_file(tiny_model)
    assert model.history == ()
    assert model.preview is None


def test_the_history_is_read_without_the_weights(tiny_model: Path) -> None:
    expected = read_model_file(tiny_model).history

    def break_weights(members: Members) -> None:
        members[WEIGHTS] = b"broken"

    rewrite(tiny_model, break_weights, sign=False)
    assert read_history(tiny_model) == expected != ()

    def drop(members: Members) -> None:
        del members["history.jsonl"]

    rewrite(tiny_model, drop)
    assert read_history(tiny_model) == ()


def test_an_altered_history_is_refused(tiny_model: Path) -> None:
    def alter(members: Members) -> None:
        members["history.jsonl"] = members["history.jsonl"].replace(b"3.6", b"3.5")

    rewrite(tiny_model, alter, sign=False)
    with pytest.raises(DamagedModelFile, match="was altered"):
        read_history(tiny_model)


@pytest.mark.parametrize("name", ["ünï cödé 🙂.cvae", "with space.cvae"])
def test_any_name_works(tiny_model: Path, tmp_path: Path, name: str) -> None:
    assert read_model_file(tiny_model.rename(tmp_path / name)).manifest.name == "tiny"


def test_a_model_that_cannot_be_read_is_not_written(
    tmp_path: Path, tiny_model: Path, tiny_weights: dict[str, FloatArray]
) -> None:
    old = read_model_file(tiny_model)
    weights = {name: np.full_like(array, np.nan) for name, array in tiny_weights.items()}
    before = tiny_model.read_bytes()
    with pytest.raises(MismatchedWeights, match="not finite"):
        write_model_file(
            tiny_model,
            NewModel(
                name="nan",
                spec=old.manifest.spec,
                training=old.manifest.training,
                weights=weights,
                history=(),
                metrics={},
                dataset_name="",
                dataset_digest="",
                command="",
            ),
        )
    assert tiny_model.read_bytes() == before


# -- row 1: not a model file, truncated --------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"hello, world\n", b"\x89PNG\r\n\x1a\n" + bytes(1000), bytes(5_000_000)],
)
def test_something_else_is_not_a_model_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "else.cvae"
    path.write_bytes(content)
    assert refusal(path) == "“else.cvae” is not a model file."


def test_another_zip_is_not_a_model_file(tmp_path: Path) -> None:
    path = tmp_path / "else.cvae"
    for names in (["a.txt"], [f"{n}.txt" for n in range(3000)]):
        with zipfile.ZipFile(path, "w") as archive:
            for name in names:
                archive.writestr(name, "x")
        assert "is not a model file" in refusal(path)


def test_truncated_anywhere_is_damaged(tiny_model: Path) -> None:
    whole = tiny_model.read_bytes()
    for per_cent in range(100):
        tiny_model.write_bytes(whole[: len(whole) * per_cent // 100])
        sentence = refusal(tiny_model)
        assert "damaged" in sentence or "not a model file" in sentence


# -- row 2: flipped bits, NaN ------------------------------------------------------------


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(share=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_no_flipped_bit_changes_the_model(tiny_model: Path, share: float, bit: int) -> None:
    whole = bytearray(tiny_model.read_bytes())
    expected = read_model_file(tiny_model)
    whole[int(share * len(whole))] ^= 1 << bit
    flipped = tiny_model.with_name("flipped.cvae")
    flipped.write_bytes(whole)
    try:
        model = read_model_file(flipped)
    except ModelFileError:
        return
    # A bit of a zip header that carries no meaning, such as a date.
    assert model.manifest == expected.manifest


def test_a_flipped_bit_with_a_fitting_checksum_is_found(tiny_model: Path) -> None:
    def flip(members: Members) -> None:
        weights = bytearray(members[WEIGHTS])
        weights[-1] ^= 1
        members[WEIGHTS] = bytes(weights)

    rewrite(tiny_model, flip, sign=False)
    assert "SHA-256" in refusal(tiny_model)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_weights_must_be_finite(tiny_model: Path, value: float) -> None:
    change_weights(tiny_model, lambda tensors: tensors["decoder.1.dense.bias"].fill(value))
    assert "“decoder.1.dense.bias” holds values that are not finite" in refusal(tiny_model)


# -- row 3: tensors that do not fit -------------------------------------------------------


def _drop(tensors: dict[str, Any]) -> None:
    del tensors["encoder.z_mean.bias"]


def _reshape(tensors: dict[str, Any]) -> None:
    tensors["encoder.z_mean.bias"] = np.zeros((2, 1), np.float32)


def _shrink(tensors: dict[str, Any]) -> None:
    tensors["encoder.z_mean.bias"] = np.zeros(1, np.float32)


def _retype(tensors: dict[str, Any]) -> None:
    tensors["encoder.z_mean.bias"] = np.zeros(2, np.float64)


def _add(tensors: dict[str, Any]) -> None:
    tensors["lambda"] = np.zeros(2, np.float32)


@pytest.mark.parametrize(
    ("change", "mismatch"),
    [
        (_drop, "“encoder.z_mean.bias” is missing"),
        (_reshape, r"“encoder.z_mean.bias” has the shape (2, 1) instead of (2,)"),
        (_shrink, r"“encoder.z_mean.bias” has the shape (1,) instead of (2,)"),
        (_retype, "“encoder.z_mean.bias” is of type F64 instead of F32"),
        (_add, "“lambda” belongs to no layer"),
    ],
)
def test_the_first_mismatch_is_named(tiny_model: Path, change: Any, mismatch: str) -> None:
    change_weights(tiny_model, change)
    assert mismatch in refusal(tiny_model)


@pytest.mark.parametrize(
    "header",
    [
        b"{}",
        b"[]",
        b"[" * 50_000,
        b'{"encoder.z_mean.bias": 1}',
        b'{"encoder.z_mean.bias": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}}',
        b'{"a": {"dtype": "F32", "shape": [1e9], "data_offsets": [0, 8]}}',
    ],
)
def test_a_strange_table_of_weights_is_refused(tiny_model: Path, header: bytes) -> None:
    def change(members: Members) -> None:
        members[WEIGHTS] = struct.pack("<Q", len(header)) + header + bytes(8)

    rewrite(tiny_model, change)
    refusal(tiny_model)


def test_tensors_that_share_numbers_are_refused(tiny_model: Path) -> None:
    def change(members: Members) -> None:
        data = members[WEIGHTS]
        length = int.from_bytes(data[:8], "little")
        header = json.loads(data[8 : 8 + length])
        first, second = "encoder.z_mean.bias", "encoder.z_log_var.bias"
        header[first]["data_offsets"] = header[second]["data_offsets"]
        packed = json.dumps(header).encode()
        members[WEIGHTS] = struct.pack("<Q", len(packed)) + packed + data[8 + length :]

    rewrite(tiny_model, change)
    assert "overlap or leave gaps" in refusal(tiny_model)


# -- row 4: bombs and tricks --------------------------------------------------------------


def test_a_zip_bomb_is_not_unpacked(tiny_model: Path) -> None:
    members = members_of(tiny_model)
    with zipfile.ZipFile(tiny_model, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data if name != WEIGHTS else bytes(200_000_000))
    assert "compressed" in refusal(tiny_model)


def test_a_directory_of_millions_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "many.cvae"
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", *[0] * 6, *[0] * 3, *[0] * 5, 0, 0)
    start, count = b"PK\x03\x04" + bytes(26), 65_535
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, count * 46, len(start), 0)
    path.write_bytes(start + entry * count + end)
    assert "is not a model file" in refusal(path)


END = {
    "mark": 0,
    "disk": 4,
    "first disk": 6,
    "here": 8,
    "count": 10,
    "length": 12,
    "start": 16,
    "comment": 20,
}
"""Where the fields of a zip file's end lie; each is a little-endian number."""


@pytest.mark.parametrize("field", END)
@pytest.mark.parametrize("more", [1, 255])
def test_a_directory_that_is_elsewhere_or_otherwise_is_refused(
    tiny_model: Path, field: str, more: int
) -> None:
    data = bytearray(tiny_model.read_bytes())
    at = len(data) - 22 + END[field]
    data[at] = (data[at] + more) % 256
    tiny_model.write_bytes(data)
    assert "truncated or was altered" in refusal(tiny_model)


def test_a_directory_of_another_size_is_not_read(tiny_model: Path) -> None:
    members = members_of(tiny_model)
    own = sum(46 + len(name) for name in members)
    for length, fits in ((4096, True), (4097, False)):
        with zipfile.ZipFile(tiny_model, "w") as archive:
            for name, data in members.items():
                archive.writestr(name, data)
            archive.getinfo(WEIGHTS).comment = bytes(length - own)
        if fits:
            assert read_model_file(tiny_model).manifest.name == "tiny"
        else:
            assert "is not a model file" in refusal(tiny_model)
    more = {str(number): b"" for number in range(3)}
    rewrite(tiny_model, lambda found: found.update(more), sign=False)
    assert "is not a model file" in refusal(tiny_model)


def test_weights_that_are_larger_than_their_network_are_not_read(tiny_model: Path) -> None:
    numbers = 4 * sum(array.size for array in read_model_file(tiny_model).weights.values())

    def fill(size: int) -> str:
        rewrite(tiny_model, lambda members: members.update({WEIGHTS: bytes(size)}))
        return refusal(tiny_model)

    assert "larger than its network" in fill(numbers + 1_000_001)
    assert "table of weights" in fill(numbers + 1_000_000)


def test_a_member_over_its_limit_is_neither_written_nor_read(
    tiny_model: Path, tiny_spec: ModelSpec, tiny_weights: dict[str, FloatArray]
) -> None:
    new = NewModel(name="a", spec=tiny_spec, training=TrainingConfig(), weights=tiny_weights)
    for size, fits in ((4_000_000, True), (4_000_001, False)):
        preview = dataclasses.replace(new, preview=bytes(size))
        if fits:
            write_model_file(tiny_model, preview)
            assert read_model_file(tiny_model).preview == bytes(size)
        else:
            with pytest.raises(ModelFileError, match=r"“preview.png” is too large"):
                write_model_file(tiny_model, preview)
            rewrite(tiny_model, lambda m: m.update({"preview.png": bytes(4_000_001)}))
            assert "“preview.png” is too large" in refusal(tiny_model)


@pytest.mark.parametrize(
    ("at", "value", "sentence"),
    [(8, 8, "compressed"), (6, 1, "encrypted"), (20, 1, "two sizes"), (42, 1, "leave gaps")],
)
def test_a_member_that_the_directory_tells_otherwise_is_refused(
    tiny_model: Path, at: int, value: int, sentence: str
) -> None:
    data = bytearray(tiny_model.read_bytes())
    entry = data.index(b"PK\x01\x02")  # the directory's first
    data[entry + at + 2 * (at in (6, 8))] ^= value
    tiny_model.write_bytes(data)
    assert sentence in refusal(tiny_model)


def test_a_directory_in_the_64_bit_format_is_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "large.cvae"
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, 20, 30, 0)
    path.write_bytes(b"PK\x03\x04" + bytes(26) + b"PK\x06\x07" + bytes(16) + end)
    assert "damaged" in refusal(path)


def test_a_locator_of_such_a_directory_makes_a_model_another(tiny_model: Path) -> None:
    data = bytearray(tiny_model.read_bytes())
    # As part of the directory it would fit there.
    data[-10:-6] = struct.pack("<L", struct.unpack("<L", data[-10:-6])[0] + 20)
    tiny_model.write_bytes(data[:-22] + b"PK\x06\x07" + bytes(16) + data[-22:])
    assert "truncated or was altered" in refusal(tiny_model)


def test_twenty_million_units_are_refused_before_they_are_built(tiny_model: Path) -> None:
    spec = read_manifest(tiny_model).spec.to_json()
    for units in (20_000_000, 10**30):
        spec["encoder"][1]["units"] = units
        change_manifest(tiny_model, spec=spec)
        refusal(tiny_model)
    spec["encoder"] = [{"kind": "flatten"}] + [
        {"kind": "dense", "units": 8192, "activation": "relu", "label": False}
    ] * 30
    change_manifest(tiny_model, spec=spec)
    assert "the limit is" in refusal(tiny_model)


def test_json_of_any_depth_is_refused_before_it_is_parsed(
    tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(members: Members) -> None:
        members["manifest.json"] = b"[" * 100_000 + b"]" * 100_000

    rewrite(tiny_model, change)
    monkeypatch.setattr(checked_json, "json", None)
    assert "nested too deeply" in refusal(tiny_model)


def test_duplicate_keys_are_refused(tiny_model: Path) -> None:
    def change(members: Members) -> None:
        text = members["manifest.json"].decode()
        members["manifest.json"] = text.replace("{", '{"name": "other",', 1).encode()

    rewrite(tiny_model, change, sign=False)
    assert "repeated" in refusal(tiny_model)


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil", "model.py", "a/manifest.json"])
def test_foreign_members_are_refused(tiny_model: Path, tmp_path: Path, name: str) -> None:
    def add(members: Members) -> None:
        del members["preview.png"]
        members[name] = b"x"

    rewrite(tiny_model, add)
    assert "unknown member" in refusal(tiny_model)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["tiny.cvae"]


@pytest.mark.parametrize("is_listed", [True, False])
def test_members_and_manifest_name_the_same(tiny_model: Path, is_listed: bool) -> None:
    def part(members: Members) -> None:
        if is_listed:
            del members["preview.png"]
            return
        manifest = json.loads(members["manifest.json"])
        del manifest["members"]["preview.png"]
        members["manifest.json"] = json.dumps(manifest).encode()

    rewrite(tiny_model, part, sign=False)
    assert "manifest does not match its members" in refusal(tiny_model)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_is_there_twice_is_refused(tiny_model: Path) -> None:
    members = members_of(tiny_model)
    with zipfile.ZipFile(tiny_model, "w") as archive:
        for name in ("manifest.json", WEIGHTS, WEIGHTS):
            archive.writestr(name, members[name])
    assert "repeated" in refusal(tiny_model)


def test_bytes_between_members_are_refused(tiny_model: Path) -> None:
    members = members_of(tiny_model)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
            archive.fp.write(b"hidden")  # type: ignore[union-attr]
            archive.start_dir = archive.fp.tell()  # type: ignore[union-attr]
    tiny_model.write_bytes(buffer.getvalue())
    assert "leave gaps" in refusal(tiny_model)


def test_an_encrypted_member_is_refused(tiny_model: Path) -> None:
    whole = bytearray(tiny_model.read_bytes())
    whole[whole.rindex(b"PK\x01\x02") + 8] |= 1
    tiny_model.write_bytes(whole)
    assert "encrypted" in refusal(tiny_model)


# -- row 5: Keras files -------------------------------------------------------------------


@pytest.mark.parametrize("name", ["model.keras", "model.h5", "model.hdf5"])
def test_keras_files_are_never_opened(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"whatever")
    assert "is a Keras file" in refusal(path)


@pytest.mark.parametrize("kind", ["keras", "h5"])
def test_renamed_keras_files_are_recognised(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "renamed.cvae"
    if kind == "h5":
        path.write_bytes(b"\x89HDF\r\n\x1a\n" + bytes(1000))
    else:
        with zipfile.ZipFile(path, "w") as archive:
            for member in ("metadata.json", "config.json", "model.weights.h5"):
                archive.writestr(member, '{"class_name": "Lambda"}')
    assert "is a Keras file" in refusal(path)


# -- what a model was taught from ----------------------------------------------------------

TAUGHT = {
    "parent": "studio",
    "parent_sha256": "a" * 64,
    "examples": 20,
    "examples_sha256": "b" * 64,
    "new_labels": ["9"],
}


def test_a_file_says_what_it_was_taught_from(tiny_model: Path) -> None:
    change_manifest(tiny_model, format_version="1.3", taught=TAUGHT)
    taught = read_manifest(tiny_model).taught
    assert taught is not None
    assert (taught.parent, taught.examples, taught.new_labels) == ("studio", 20, ("9",))
    # Whoever puts in another calibration keeps it.
    assert rewrite_calibration(tiny_model, None).taught == taught
    assert read_manifest(tiny_model).format_version == "1.3"


def test_only_a_refusal_by_shapes_needs_a_newer_program(tiny_model: Path) -> None:
    labels, latents = 10, read_manifest(tiny_model).spec.latent_dim
    old = fake_calibration(labels, latents=latents)
    assert rewrite_calibration(tiny_model, old).format_version == "1.0"
    new = fake_calibration(labels, latents=latents, shapes=SHAPE_NETWORK)
    assert rewrite_calibration(tiny_model, new).format_version == "1.4"
    assert read_manifest(tiny_model).calibration == new


@pytest.mark.parametrize(
    "change",
    [
        {"parent": "a\nb"},
        {"parent": "x" * 101},
        {"parent_sha256": "A" * 64},
        {"examples": 0},
        {"examples": "20"},
        {"examples_sha256": ""},
        {"new_labels": ["unknown"]},
        {"new_labels": "9"},
        {"surprise": 1},
    ],
)
def test_a_wrong_note_of_it_is_refused(tiny_model: Path, change: dict[str, Any]) -> None:
    change_manifest(tiny_model, format_version="1.3", taught=TAUGHT | change)
    with pytest.raises(InvalidManifest):
        read_manifest(tiny_model)


# -- row 6: newer versions ----------------------------------------------------------------


@pytest.mark.parametrize("version", ["1.5", "2.0", "10.0"])
def test_a_newer_format_is_named(tiny_model: Path, version: str) -> None:
    change_manifest(tiny_model, format_version=version, surprise=[1, 2, 3])
    with pytest.raises(NewerModelFormat, match=rf"made by a newer version .*{version}"):
        read_manifest(tiny_model)


@pytest.mark.parametrize("version", [None, 1, "", "one", "1", "1.0.0", ["1.0"]])
def test_a_format_that_is_not_told_is_damaged(tiny_model: Path, version: Any) -> None:
    change_manifest(tiny_model, format_version=version)
    with pytest.raises(DamagedModelFile, match="does not state its format"):
        read_manifest(tiny_model)


# -- every entry typed and ranged ---------------------------------------------------------


@pytest.mark.parametrize(
    "entries",
    [
        {"name": ""},
        {"name": " "},
        {"name": "x" * 101},
        {"name": "a\nb"},
        {"name": 7},
        {"created": "yesterday"},
        {"metrics": {"accuracy": "high"}},
        {"metrics": [0.5]},
        {"surprise": True},
        {"spec": None},
        {"training": {"epochs": -1}},
    ],
)
def test_entries_out_of_range_are_refused_by_name(tiny_model: Path, entries: Any) -> None:
    change_manifest(tiny_model, **entries)
    with pytest.raises(InvalidManifest, match=r"“tiny.cvae” cannot be used: "):
        read_manifest(tiny_model)


@pytest.mark.parametrize("line", [b"{}", b"[]", b"{", b'{"epoch": 1}'])
def test_a_broken_history_is_refused(tiny_model: Path, line: bytes) -> None:
    rewrite(tiny_model, lambda members: members.update({"history.jsonl": line}))
    assert "history" in refusal(tiny_model)


# -- row 12: what is no plain file ----------------------------------------------------------


def test_what_is_no_plain_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.cvae")
    for path in (tmp_path, tmp_path / "pipe.cvae", Path("/dev/zero")):
        with pytest.raises(NotAModelFile):
            read_model_file(path)


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputOutputError, match=r"There is no file “none.cvae”"):
        read_model_file(tmp_path / "none.cvae")


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.cvae"
    with path.open("wb") as file:
        file.truncate(10**11)
    assert "is not a model file" in refusal(path)
