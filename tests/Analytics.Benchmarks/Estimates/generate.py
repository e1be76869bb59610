#!/usr/bin/python3
"""
Generated tables of pay with known effects: hourly_usd,contributor,platform,task_type,experience,country. Needs Debian's python3-numpy.

    generate.py SET [--seed N] [--rows N] > FILE.csv        SET: balanced, unbalanced, nested, large

Whoever repeats this in another language gets the same numbers. All draws are integers of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), addressed by
position, so no order of calls matters. Arithmetic is unsigned, modulo 2^64:

    mix(z)               z = (z ^ z>>30) * BF58476D1CE4E5B9;  z = (z ^ z>>27) * 94D049BB133111EB;  z ^ z>>31            (constants hexadecimal)
    draw(stream, i)      mix(mix(seed * 2^32 + stream) + (i + 1) * 9E3779B97F4A7C15),  i = 0, 1, 2, ...
    normal(stream, i)    (2 * sum + 12) / 2^33 - 6, where sum is that of draw(stream, 12 i + j) >> 32 for j = 0 ... 11 (mean 0, variance 1, within +-6)
    pick(stream, i, w)   the first k with draw(stream, i) mod (w[0] + ... + w[last]) < w[0] + ... + w[k]

Levels count from 0: p of P platforms, t of T task types, e of E experience bands, c of C countries. Level k of a skewed factor weighs
1000000 / (k + 1)^power in whole numbers. The candidate row i has

    p = pick(1, i), t = pick(2, i), e = pick(3, i), c = pick(4, i)               unbalanced, nested, large
    c, e, t, p = i mod C, i / C mod E, i / (C E) mod T, i / (C E T) mod P        balanced

    unbalanced leaves out the rows with (7 p + 3 t) mod 5 = 0; nested names a task type after its platform, so t counts within p.

    ln USD = intercept + step * e + sd_platform * normal(11, p) + sd_task * normal(12, t) + sd_country * normal(13, c)
             + sd_platform_task * normal(14, p T + t) + sd_task_country * normal(15, t C + c) + sd_error * normal(20, i),   added from left to right

    For nested, T p + t stands for t in normal(12, t) and normal(15, t C + c), and sd_platform_task is 0.

Words: platform "platform-03", task_type "task-07" (nested: "task-03-07"), experience "band-2", country "country-14", contributor "w" + i.
hourly_usd = exp(ln USD) with 6 decimals.
"""
import argparse
import sys
from typing import NamedTuple

import numpy as np

PLATFORM, TASK, EXPERIENCE, COUNTRY, ERROR = 1, 2, 3, 4, 20
PLATFORM_EFFECT, TASK_EFFECT, COUNTRY_EFFECT, PLATFORM_TASK_EFFECT, TASK_COUNTRY_EFFECT = 11, 12, 13, 14, 15
ROWS_AT_ONCE = 100_000


class Setting(NamedTuple):
    seed: int
    rows: int  # candidates, before any is left out
    platforms: int
    tasks: int
    bands: int
    countries: int
    power: int  # of the shares; 0 for equal ones
    sd_platform: float
    sd_task: float
    sd_country: float
    sd_platform_task: float
    sd_task_country: float
    sd_error: float
    intercept: float = 2.0
    step: float = 0.125


SETS = {
    "balanced": Setting(1, 1200, 6, 10, 4, 5, 0, 0.30, 0.40, 0.25, 0.20, 0.15, 0.40),
    "unbalanced": Setting(2, 3800, 8, 12, 5, 20, 1, 0.30, 0.40, 0.25, 0.20, 0.15, 0.40),
    "nested": Setting(3, 10000, 12, 6, 5, 40, 2, 0.40, 0.30, 0.25, 0.0, 0.20, 0.50),
    "large": Setting(4, 1_000_000, 12, 14, 5, 60, 1, 0.30, 0.40, 0.25, 0.20, 0.15, 0.40),
}


def mix(z):
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def draw(seed, stream, at):
    start = mix(np.array([(seed << 32) + stream], dtype=np.uint64))
    return mix(start + (at.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15))


def normal(seed, stream, at):
    total = sum(draw(seed, stream, 12 * at + j) >> np.uint64(32) for j in range(12))
    return (2 * total.astype(np.int64) + 12) / 2.0**33 - 6


def pick(seed, stream, at, count, power):
    shares = np.cumsum([1_000_000 // (k + 1) ** power for k in range(count)]).astype(np.uint64)
    return np.searchsorted(shares, draw(seed, stream, at) % shares[-1], side="right")


def levels(name, s, i):
    if name == "balanced":
        c, e, t, p = i % s.countries, i // s.countries % s.bands, i // (s.countries * s.bands) % s.tasks, i // (s.countries * s.bands * s.tasks) % s.platforms
        return p, t, e, c
    factors = ((PLATFORM, s.platforms), (TASK, s.tasks), (EXPERIENCE, s.bands), (COUNTRY, s.countries))
    return tuple(pick(s.seed, stream, i, count, s.power) for stream, count in factors)


def chunk(name, s, first, last):
    """The CSV lines of some candidate rows."""
    i = np.arange(first, last)
    p, t, e, c = levels(name, s, i)
    if name == "unbalanced":
        kept = (7 * p + 3 * t) % 5 != 0
        i, p, t, e, c = i[kept], p[kept], t[kept], e[kept], c[kept]
    task = s.tasks * p + t if name == "nested" else t
    effect = lambda sd, stream, level: sd * _of_levels(s.seed, stream, level)
    usd = np.exp(
        s.intercept + s.step * e + effect(s.sd_platform, PLATFORM_EFFECT, p) + effect(s.sd_task, TASK_EFFECT, task)
        + effect(s.sd_country, COUNTRY_EFFECT, c) + effect(s.sd_platform_task, PLATFORM_TASK_EFFECT, p * s.tasks + t)
        + effect(s.sd_task_country, TASK_COUNTRY_EFFECT, task * s.countries + c) + s.sd_error * normal(s.seed, ERROR, i))
    lead = [f"task-{k:02}-" for k in range(s.platforms)] if name == "nested" else ["task-"] * s.platforms
    return "".join(
        f"{y:.6f},w{i},platform-{p:02},{lead[p]}{t:02},band-{e},country-{c:02}\n"
        for y, i, p, t, e, c in zip(usd.tolist(), i.tolist(), p.tolist(), t.tolist(), e.tolist(), c.tolist()))


def _of_levels(seed, stream, level):
    return normal(seed, stream, np.arange(level.max() + 1))[level]


def main():
    parser = argparse.ArgumentParser(description="A generated table of pay with known effects, to standard output.")
    parser.add_argument("set", choices=SETS)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--rows", type=int)
    asked = parser.parse_args()
    given = {name: value for name, value in (("seed", asked.seed), ("rows", asked.rows)) if value is not None}
    setting = SETS[asked.set]._replace(**given)
    sys.stdout.write("hourly_usd,contributor,platform,task_type,experience,country\n")
    for first in range(0, setting.rows, ROWS_AT_ONCE):
        sys.stdout.write(chunk(asked.set, setting, first, min(first + ROWS_AT_ONCE, setting.rows)))


if __name__ == "__main__":
    main()
