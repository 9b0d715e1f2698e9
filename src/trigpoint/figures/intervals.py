"""95% confidence intervals: Wilson's for a share, Byar's for a rate of counts."""

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
_Z = 1.959963984540054


def wilson(numerator: Numbers, denominator: Numbers) -> tuple[Numbers, Numbers]:
    """Lower and upper limit of a share, in per cent. Source: Wilson (1927), as used for public health indicators."""
    with np.errstate(divide="ignore", invalid="ignore"):
        share = numerator / denominator
        middle = share + _Z**2 / (2 * denominator)
        reach = _Z * np.sqrt(share * (1 - share) / denominator + _Z**2 / (4 * denominator**2))
        scale = 1 + _Z**2 / denominator
        return 100 * np.maximum((middle - reach) / scale, 0), 100 * np.minimum((middle + reach) / scale, 1)


def byar(count: Numbers, population: Numbers, per: int) -> tuple[Numbers, Numbers]:
    """Lower and upper limit of a rate per `per` people. Source: Byar's approximation to the Poisson limits."""
    with np.errstate(divide="ignore", invalid="ignore"):
        low = np.where(count > 0, count * (1 - 1 / (9 * count) - _Z / (3 * np.sqrt(count))) ** 3, 0.0)
        more = count + 1
        high = more * (1 - 1 / (9 * more) + _Z / (3 * np.sqrt(more))) ** 3
        return per * np.maximum(low, 0) / population, per * high / population
