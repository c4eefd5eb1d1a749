"""Prior p(z | y) of each label: a mixture of Gaussians, in the simplest case N(0, I).

A trained network's codes of one label do not fill N(0, I). A mixture that is fitted to them
afterwards writes what was really encoded ("ex-post density estimation": Ghosh et al. 2020,
arXiv:1903.12436), and tells the labels apart by their codes too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from desktop_cvae.core.errors import InvalidData
from desktop_cvae.core.language import tr
from desktop_cvae.core.layers import Shape
from desktop_cvae.core.results import DoubleArray, FloatArray, IntArray

Numbers = FloatArray | DoubleArray
SMALLEST_DEVIATION = 1e-4
"""Smallest entry of a factor's diagonal; a flatter component has no density."""
LOG_TWO_PI = float(np.log(2 * np.pi))
RADIUS = 0.9
"""In √L, where a standard normal's codes lie: inside, a hand's digits are read as meant more often
(99.4 instead of 97 % of conv_cvae's), and lose hardly any of its slant and width."""
STYLE_SPREAD = 0.2
"""Share of a label's deviations by which one hand's digits differ.
``tests/benchmarks/hand_style.py`` measures both, and shows them in its sheet."""
MAX_KEPT = 2**23
"""Most numbers in the cached maps between labels, 64 MB."""


def prior_tensors(label_count: int, components: int, latent_dim: int) -> dict[str, Shape]:
    """Return names and shapes of a prior's tensors, all float32."""
    return {
        "weights": (label_count, components),
        "means": (label_count, components, latent_dim),
        "factors": (label_count, components, latent_dim, latent_dim),
    }


@dataclass(frozen=True, eq=False)
class Prior:
    """Σ_c w_c N(z; μ_c, F_c F_cᵀ) for each label.

    Shapes: K labels (1 for a model without labels), C components, L latent dimensions.

    Attributes:
        weights: float32, (K, C), > 0, with the sum 1 over the components.
        means: float32, (K, C, L).
        factors: float32, (K, C, L, L), lower triangular with a diagonal > 0: the covariances'
            Cholesky factors.

    Raises:
        InvalidData: the numbers are no such mixture.
    """

    weights: FloatArray
    means: FloatArray
    factors: FloatArray

    def __post_init__(self) -> None:
        labels, components, size = self.means.shape
        expected = prior_tensors(labels, components, size)
        if {name: array.shape for name, array in self.tensors().items()} != expected:
            raise InvalidData(tr("The prior's tensors do not fit together."))
        if not all(np.isfinite(array).all() for array in self.tensors().values()):
            raise InvalidData(tr("The prior holds values that are not finite."))
        if (self.weights <= 0).any() or not np.allclose(self.weights.sum(axis=1), 1, atol=1e-3):
            raise InvalidData(tr("The prior's weights must be positive and add up to 1."))
        diagonal = np.diagonal(self.factors, axis1=2, axis2=3)
        if np.triu(self.factors, 1).any() or (diagonal < SMALLEST_DEVIATION).any():
            raise InvalidData(tr("The prior's covariances cannot be used."))

    @classmethod
    def standard_normal(cls, label_count: int, latent_dim: int) -> Prior:
        """Return N(0, I) for every label."""
        return cls(
            np.ones((label_count, 1), np.float32),
            np.zeros((label_count, 1, latent_dim), np.float32),
            np.tile(np.eye(latent_dim, dtype=np.float32), (label_count, 1, 1, 1)),
        )

    def widened(self, scale: float) -> Prior:
        """Return the prior with all deviations within the components scaled."""
        return replace(self, factors=(self.factors * scale).astype(np.float32))

    def tensors(self) -> dict[str, FloatArray]:
        """Return the tensors by name, as in :func:`prior_tensors`."""
        return {"weights": self.weights, "means": self.means, "factors": self.factors}

    @property
    def components(self) -> int:
        """Number of Gaussians of a label, C."""
        return int(self.weights.shape[1])

    @cached_property
    def is_standard(self) -> bool:
        """True for N(0, I), whose KL has the well-known closed form."""
        identity = np.eye(self.means.shape[2], dtype=np.float32)
        return (
            self.components == 1 and not self.means.any() and bool((self.factors == identity).all())
        )

    @cached_property
    def whitenings(self) -> DoubleArray:
        """Inverses of the factors, (K, C, L, L): they take a component to N(0, I)."""
        return np.asarray(np.linalg.inv(self.factors.astype(np.float64)), np.float64)

    @cached_property
    def log_heights(self) -> DoubleArray:
        """Log w_c + log N(μ_c; μ_c, Σ_c), (K, C): a component's log density at its mean."""
        diagonal = np.diagonal(self.factors.astype(np.float64), axis1=2, axis2=3)
        normal = -np.log(diagonal).sum(axis=2) - 0.5 * self.means.shape[2] * LOG_TWO_PI
        return np.asarray(np.log(self.weights.astype(np.float64)) + normal, np.float64)

    def component_nats(
        self, label: int, means: Numbers, variances: Numbers | None = None
    ) -> DoubleArray:
        """Return log w_c + E_q[log N(z; μ_c, Σ_c)] of one label's components.

        For q = N(m, diag(v)) the expectation is log N(m; μ_c, Σ_c) − ½ tr(Σ_c⁻¹ diag(v)).

        Args:
            label: which label's, 0 for a model without labels.
            means: (N, L), m.
            variances: (N, L), v; None for points.

        Returns:
            float64, (N, C).
        """
        whitening = self.whitenings[label]
        middles = np.einsum("cij,cj->ci", whitening, self.means[label])
        # One matrix product for all components: einsum over three indices would not use BLAS.
        gaps = (means @ whitening.reshape(-1, means.shape[1]).T).reshape(-1, *middles.shape)
        gaps -= middles
        squares = np.einsum("nci,nci->nc", gaps, gaps)
        if variances is not None:
            squares += variances @ (whitening**2).sum(axis=1).T
        return np.asarray(self.log_heights[label] - 0.5 * squares, np.float64)

    def log_density(self, latents: FloatArray, labels: IntArray) -> DoubleArray:
        """Return log p(z | y) in nats.

        Args:
            latents: (N, L).
            labels: int64, (N,); zeros for a model without labels.

        Returns:
            float64, (N,).
        """
        nats = np.zeros(len(latents))
        for label in np.unique(labels):
            rows = labels == label
            nats[rows] = log_sum_exp(self.component_nats(int(label), latents[rows]))
        return nats

    def kl_nats(self, means: FloatArray, log_vars: FloatArray) -> FloatArray:
        """Return an upper bound on KL(q(z | x, y) ‖ p(z | y)), exact for one component.

        E_q[log q] − log Σ_c w_c exp(E_q[log N_c]), by Jensen's inequality (Hershey and Olsen
        2007, eq. 20 with q of one component). So the evidence stays a lower bound.

        Args:
            means: float32, (B, K, L), of the posteriors under every label.
            log_vars: float32, (B, K, L).

        Returns:
            float32, (B, K).
        """
        entropies = 0.5 * (log_vars + LOG_TWO_PI + 1).sum(axis=2, dtype=np.float64)
        variances = np.exp(log_vars.astype(np.float64))
        nats = [
            log_sum_exp(self.component_nats(label, means[:, label], variances[:, label]))
            for label in range(means.shape[1])
        ]
        return np.asarray(-entropies - np.stack(nats, axis=1), np.float32)

    def sample(self, labels: IntArray, temperature: float, rng: np.random.Generator) -> FloatArray:
        """Draw z = μ_c + temperature · F_c ε, the component c by its weight.

        Args:
            labels: int64, (N,); zeros for a model without labels.
            temperature: scales the deviations within a component, ≥ 0; 1 is the prior, 0 the
                components' middles.
            rng: random generator.

        Returns:
            float32, (N, L).
        """
        noise = temperature * rng.standard_normal((len(labels), self.means.shape[2]))
        cumulative = np.cumsum(self.weights, axis=1, dtype=np.float64)
        # Weights of a file are float32 and add up to 1 within 1e-3 only.
        draws = rng.random((len(labels), 1)) * cumulative[labels, -1:]
        chosen = np.minimum((draws > cumulative[labels]).sum(axis=1), self.components - 1)
        spread = np.einsum("nij,nj->ni", self.factors[labels, chosen], noise)
        return np.asarray(self.means[labels, chosen] + spread, np.float32)

    def expected_codes(
        self, label: int, center: Numbers, axes: Numbers, points: Numbers
    ) -> FloatArray:
        """Return E[z | A(z − c) = u, y]: a label's expected codes at points u of a plane.

        A point fixes only the plane's two directions; at the plane's origin in
        them no digit may lie. A component's expectation there is μ + Σ Aᵀ (A Σ Aᵀ)⁻¹ (u − A(μ − c))
        (Bishop 2006, eq. 2.81); the components are weighted by w N(u; A(μ − c), A Σ Aᵀ), their
        weight in the density at the point. Of N(0, I) it is Aᵀ(u + A c).

        Args:
            label: which label's, 0 for a model without labels.
            center: (L,), c.
            axes: (2, L), A, orthonormal rows.
            points: (N, 2), u.

        Returns:
            float32, (N, L).
        """
        means, factors = self.means[label].astype(np.float64), self.factors[label]
        axes, points = np.asarray(axes, np.float64), np.asarray(points, np.float64)
        spread = axes @ factors.astype(np.float64)
        # With one latent dimension the second axis is zero.
        covariances = spread @ spread.swapaxes(1, 2) + 1e-9 * np.eye(2)
        inverses = np.linalg.inv(covariances)
        gains = factors @ spread.swapaxes(1, 2) @ inverses
        middles = (means - center) @ axes.T
        gaps = points[:, np.newaxis] - middles
        # Two by two, the quadratic form is quicker written out.
        x, y = gaps[..., 0], gaps[..., 1]
        squares = inverses[:, 0, 0] * x**2 + inverses[:, 1, 1] * y**2
        squares += 2 * inverses[:, 0, 1] * x * y
        heights = np.log(self.weights[label].astype(np.float64))
        heights -= 0.5 * np.linalg.slogdet(covariances).logabsdet
        nats = heights - 0.5 * squares
        weights = np.exp(nats - log_sum_exp(nats)[:, np.newaxis])
        # The weighted sum of μ − G m and of G u, one product each for all points.
        fixed = weights @ (means - (gains @ middles[:, :, np.newaxis])[:, :, 0])
        turned = (weights @ gains.reshape(len(means), -1)).reshape(len(points), -1, 2)
        return np.asarray(fixed + (turned @ points[:, :, np.newaxis])[:, :, 0], np.float32)

    def colored(self, white: Numbers, labels: IntArray) -> FloatArray:
        """Return vectors of N(0, I) as latent vectors with each label's mean and covariance.

        Args:
            white: (N, L); under N(0, I) they stay.
            labels: int64, (N,); zeros for a model without labels.

        Returns:
            float32, (N, L).
        """
        turned = np.einsum("nij,nj->ni", self.roots[labels], white)
        return np.asarray(self.moments[0][labels] + turned, np.float32)

    def whitened(self, latents: FloatArray, labels: IntArray) -> DoubleArray:
        """Invert :meth:`colored`; return float64, (N, L)."""
        gaps = latents - self.moments[0][labels]
        return np.asarray(np.linalg.solve(self.roots[labels], gaps[..., np.newaxis])[..., 0])

    @cached_property
    def style_transfer(self) -> StyleTransfer:
        """The transfer of styles under this prior."""
        return StyleTransfer(self)

    @cached_property
    def roots(self) -> DoubleArray:
        """Symmetric square root of each label's covariance, (K, L, L)."""
        return np.stack([symmetric_root(covariance) for covariance in self.moments[1]])

    @cached_property
    def moments(self) -> tuple[DoubleArray, DoubleArray]:
        """Mean (K, L) and covariance (K, L, L) of each label's whole mixture."""
        weights, middles = self.weights.astype(np.float64), self.means.astype(np.float64)
        factors = self.factors.astype(np.float64)
        mean = np.einsum("kc,kcl->kl", weights, middles)
        gaps = middles - mean[:, np.newaxis]
        within = np.einsum("kc,kcij,kclj->kil", weights, factors, factors)
        return mean, within + np.einsum("kc,kci,kcj->kij", weights, gaps, gaps)


class StyleTransfer:
    """Moves latents between labels, and to where a label has digits, so that their style stays.

    Shapes as in :class:`Prior`.

    Args:
        prior: of the network that writes.
    """

    def __init__(self, prior: Prior) -> None:
        self._prior = prior
        # The same map is needed with every movement of the pen.
        self._transports: dict[int, DoubleArray] = {}
        self._noisy: tuple[float, FloatArray, FloatArray] | None = None

    def transferred(self, latent: FloatArray, label: int) -> FloatArray:
        """Return one label's code as the codes of the same style under every label.

        Halfway between two ways: a shift by the labels' means, which keeps most of slant and
        width, and the affine map between their Gaussians that moves least, which lands where the
        other label's codes are: A = Σ₁^-½ (Σ₁^½ Σ₂ Σ₁^½)^½ Σ₁^-½ (Knott and Smith 1984, of optimal
        transport). Under N(0, I) the code stays.

        Args:
            latent: float32, (L,).
            label: whose code it is.

        Returns:
            float32, (K, L).
        """
        if self._prior.is_standard:
            return np.tile(np.asarray(latent, np.float32), (len(self._prior.means), 1))
        if label not in self._transports:
            if sum(kept.size for kept in self._transports.values()) > MAX_KEPT:
                self._transports.clear()
            self._transports[label] = self._transport(label)
        means = self._prior.moments[0]
        return np.asarray(means + self._transports[label] @ (latent - means[label]), np.float32)

    def truncated(self, latents: Numbers, labels: IntArray, radius: float = RADIUS) -> FloatArray:
        """Pull codes towards where the prior has density, as in truncated sampling.

        Args:
            latents: (N, L).
            labels: int64, (N,); zeros for a model without labels.
            radius: of each code's likeliest component, in √L of its deviations: what is farther
                from its middle comes as near.

        Returns:
            float32, (N, L).
        """
        inside = np.array(latents, np.float32)
        for label in np.unique(labels):
            rows = np.flatnonzero(labels == label)
            chosen = self._prior.component_nats(int(label), inside[rows]).argmax(axis=1)
            gaps = inside[rows] - self._prior.means[label, chosen]
            white = np.einsum("nij,nj->ni", self._prior.whitenings[label, chosen], gaps)
            # ‖ε‖ of N(0, I) lies near √L, so that one radius serves networks of any latent
            # dimension.
            far = np.linalg.norm(white, axis=1) / (radius * np.sqrt(white.shape[1]))
            inside[rows] -= gaps * np.maximum(0, 1 - 1 / np.maximum(far, 1e-9))[:, np.newaxis]
        return inside

    def around(
        self, latents: FloatArray, labels: IntArray, temperature: float, rng: np.random.Generator
    ) -> FloatArray:
        """Draw codes near others, as digits of one style are near its code.

        z + temperature · ``STYLE_SPREAD`` · F ε with the label's whole covariance F², truncated.

        Args:
            latents: float32, (N, L), one hand's codes under the labels.
            labels: int64, (N,); zeros for a model without labels.
            temperature: scales how much they vary, ≥ 0; 0 gives the codes themselves, truncated.
            rng: random generator.

        Returns:
            float32, (N, L).
        """
        noise = temperature * STYLE_SPREAD * rng.standard_normal(latents.shape)
        spread = np.einsum("nij,nj->ni", self._prior.roots[labels], noise)
        return self.truncated(latents + spread, labels)

    def restored(self, latents: Numbers, labels: IntArray, noise: float) -> FloatArray:
        """Return the codes' expectations before noise was added: E[z | z + noise · ε = code, y, c].

        μ + Σ (Σ + noise² I)⁻¹ (code − μ), of the component c that explains the noisy code best
        (a Wiener filter; of mixtures: Zoran and Weiss 2011). So a code that no digit of the label
        has becomes one that they have, as far as the noise allows.

        Args:
            latents: (N, L).
            labels: int64, (N,); zeros for a model without labels.
            noise: its standard deviation, ≥ 0; 0 gives the codes back.

        Returns:
            float32, (N, L).
        """
        heights, precisions = self._under_noise(noise)
        clean = np.array(latents, np.float32)
        for label in np.unique(labels):
            rows = np.flatnonzero(labels == label)
            gaps = clean[rows, np.newaxis] - self._prior.means[label]
            weighed = np.einsum("cij,ncj->nci", precisions[label], gaps)
            nats = heights[label] - 0.5 * np.einsum("nci,nci->nc", gaps, weighed)
            # Σ (Σ + noise² I)⁻¹ = I − noise² (Σ + noise² I)⁻¹
            chosen = weighed[np.arange(len(rows)), nats.argmax(axis=1)]
            clean[rows] -= np.float32(noise**2) * chosen
        return clean

    def _transport(self, label: int) -> DoubleArray:
        """Return the maps from one label's Gaussian to every label's, (K, L, L)."""
        covariances = self._prior.moments[1]
        root, inverse = (
            symmetric_root(covariances[label]),
            symmetric_root(np.linalg.inv(covariances[label])),
        )
        least = [inverse @ symmetric_root(root @ other @ root) @ inverse for other in covariances]
        return (np.stack(least) + np.eye(len(root))) / 2

    def _under_noise(self, noise: float) -> tuple[FloatArray, FloatArray]:
        """Return each component under noise: log w − ½ log |P⁻¹|, (K, C), and P, (K, C, L, L).

        P is (Σ + noise² I)⁻¹. An inverse takes a third of the time of the principal axes, which
        would do for every noise.
        """
        if self._noisy is None or self._noisy[0] != noise:
            factors = self._prior.factors.astype(np.float64)
            covariances = factors @ factors.swapaxes(2, 3) + noise**2 * np.eye(factors.shape[3])
            heights = np.log(self._prior.weights) - 0.5 * np.linalg.slogdet(covariances).logabsdet
            precisions = np.linalg.inv(covariances)
            self._noisy = noise, heights.astype(np.float32), precisions.astype(np.float32)
        return self._noisy[1:]


def symmetric_root(matrix: DoubleArray) -> DoubleArray:
    """Return the symmetric square root of a positive definite matrix."""
    values, vectors = np.linalg.eigh(matrix)
    # Rounding makes small eigenvalues negative.
    return np.asarray((vectors * np.sqrt(np.maximum(values, 0))) @ vectors.T, np.float64)


def log_sum_exp(values: DoubleArray) -> DoubleArray:
    """Return the log of the sum of exponentials over the last axis, without overflow."""
    top = values.max(axis=-1)
    return np.asarray(top + np.log(np.exp(values - top[..., np.newaxis]).sum(axis=-1)), np.float64)
