"""How good predictions of pay are: pinball loss, errors, coverage and width, in logarithms of USD an hour (METHOD.md §3)."""
import csv
import math

import numpy as np
from scipy.stats import binom

QUANTILES = np.array([0.10, 0.50, 0.90])
SHARE = 0.80
BAND = 0.99
LEAST_GROUP = 100
COLUMNS = ("q10", "q50", "q90", "low80", "high80")


def score(table, predicted):
    """The figures of predicted, which holds ln USD an hour: columns q10, q50, q90, low80, high80, a row for each of the table's."""
    y, (q10, q50, q90, low, high) = table.log, predicted.T
    pinball = [float(np.mean(np.maximum(q * (y - at), (q - 1) * (y - at)))) for q, at in zip(QUANTILES, (q10, q50, q90))]
    return {
        "n": len(table),
        "pinball10": pinball[0],
        "pinball50": pinball[1],
        "pinball90": pinball[2],
        "pinball_sum": sum(pinball),
        "mdape": float(np.median(np.abs(np.exp(q50) - table.hourly) / table.hourly) * 100),
        "mae_ln": float(np.mean(np.abs(q50 - y))),
        "coverage80": float(np.mean(_inside(table, predicted))),
        "log_width80": float(np.mean(high - low)),
    }


def coverage_by_group(table, predicted, factors=("task_type", "experience")):
    """Coverage in each level with at least 100 rows, and whether it lies in the central 99 % band of a binomial with 0.80."""
    inside, groups = _inside(table, predicted), []
    for factor in factors:
        for level in sorted(set(table.factors[factor])):
            hits = inside[table.factors[factor] == level]
            if len(hits) < LEAST_GROUP:
                continue
            lowest, highest = binom.interval(BAND, len(hits), SHARE)
            groups.append({
                "factor": factor, "level": level, "n": len(hits), "coverage80": float(hits.mean()),
                "band_low": lowest / len(hits), "band_high": highest / len(hits), "in_band": bool(lowest <= hits.sum() <= highest),
            })
    return groups


def read_predictions(path, table):
    """ln of the predictions of a file with columns row, fold, q10, q50, q90, low80, high80 (USD): exactly the table's rows, in its folds."""
    with open(path, newline="", encoding="utf-8") as file:
        found = {int(row["row"]): row for row in csv.DictReader(file)}
    missing, more = set(table.rows) - set(found), set(found) - set(table.rows)
    if missing or more:
        raise SystemExit(f"{path}: predictions for {len(missing)} rows are missing (first {min(missing, default='-')}), "
                         f"{len(more)} are for rows outside the accepted range or the file (first {min(more, default='-')}).")
    for row, fold, contributor in zip(table.rows, table.folds, table.contributors):
        if contributor and int(found[row]["fold"]) != fold:
            raise SystemExit(f"{path}: row {row} is in fold {found[row]['fold']}, its contributor is in fold {fold}; was it the same seed?")
    return np.array([_logs(path, row, found[row]) for row in table.rows])


def _logs(path, row, cells):
    usd = [float(cells[c] or "nan") for c in COLUMNS]
    q10, q50, q90, low, high = usd
    if not (0 < q10 <= q50 <= q90 < math.inf and 0 < low <= high < math.inf):
        raise SystemExit(f"{path}: row {row} needs positive numbers with q10 <= q50 <= q90 and low80 <= high80, but has {usd}.")
    return np.log(usd)


def _inside(table, predicted):
    # Through USD and back a bound may differ from an equal pay in the last bit.
    slack = 1e-9
    return (predicted[:, 3] - slack <= table.log) & (table.log <= predicted[:, 4] + slack)
