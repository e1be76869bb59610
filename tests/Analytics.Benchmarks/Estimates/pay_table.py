"""A table of pay as the peers and the scorer read it: the rows in range, and five folds by contributor."""
import csv
import hashlib
import math

import numpy as np

FOLDS = 5
LOWEST, HIGHEST = 0.05, 500.0  # USD an hour; rows outside are left out (METHOD.md §2)
FACTORS = ("platform", "task_type", "experience", "country")


def fold_of(seed, contributor):
    """First 8 bytes, big-endian, of SHA-256 of "seed:contributor", modulo 5."""
    return int.from_bytes(hashlib.sha256(f"{seed}:{contributor}".encode()).digest()[:8], "big") % FOLDS


class PayTable:
    """Rows of pay: their 1-based data row numbers, USD an hour, folds, and the words of each factor as arrays of strings."""

    def __init__(self, rows, hourly, folds, contributors, factors):
        self.rows, self.hourly, self.folds, self.contributors, self.factors = rows, hourly, folds, contributors, factors
        self.log = np.log(hourly)

    def __len__(self):
        return len(self.rows)

    def take(self, mask):
        """The rows where mask is true."""
        return PayTable(self.rows[mask], self.hourly[mask], self.folds[mask], self.contributors[mask], {f: v[mask] for f, v in self.factors.items()})

    def keys(self, names):
        """Of each row, its words for some factors, as a tuple."""
        return list(zip(*(self.factors[n] for n in names))) if names else [()] * len(self)


def read_pay(path, seed):
    """The rows of a CSV file whose hourly_usd is in range. A factor that the file has no column for is empty throughout."""
    numbers, hourly, folds, contributors, words = [], [], [], [], []
    with open(path, newline="", encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file), start=1):
            pay, contributor = _number(row["hourly_usd"]), row.get("contributor") or ""
            if not LOWEST <= pay <= HIGHEST:
                continue
            # A row that names no contributor is a contributor of its own; rows go to the folds in turn.
            folds.append(fold_of(seed, contributor) if contributor else len(numbers) % FOLDS)
            numbers.append(number)
            hourly.append(pay)
            contributors.append(contributor)
            words.append([row.get(f) or "" for f in FACTORS])
    factors = dict(zip(FACTORS, np.array(words, dtype=object).reshape(-1, len(FACTORS)).T))
    return PayTable(np.array(numbers, dtype=int), np.array(hourly), np.array(folds, dtype=int), np.array(contributors, dtype=object), factors)


def write_rows(table, path):
    """The same rows with their folds, for a program that cannot compute them."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["row", "fold", "hourly_usd", *FACTORS])
        writer.writerows(zip(table.rows, table.folds, table.hourly.tolist(), *(table.factors[f] for f in FACTORS)))


def _number(text):
    try:
        return float(text)
    except (TypeError, ValueError):
        return math.nan
