#!/usr/bin/python3
"""
What the estimator is measured against: other ways to say what an hour pays, in the same five folds by contributor.

    peers.py FILE.csv [--seed 1] [--predictions OUT.csv] [--peers NAME ...]

Prints JSON: of every peer the figures of scores.py, and of a file of predictions the same with coverage by group. A scored fold takes no part in
fitting, nor in the residual quantiles. Needs Debian's python3-numpy, python3-scipy and python3-sklearn; the peer lme4 needs r-cran-lme4.
"""
import argparse
import json
import pathlib
import subprocess
import tempfile

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import lsqr
from sklearn.ensemble import HistGradientBoostingRegressor

from pay_table import FACTORS, FOLDS, read_pay, write_rows
from scores import QUANTILES, coverage_by_group, read_predictions, score

LEAST_ROWS = 5
MOST_CATEGORIES = 255  # of one column; scikit-learn takes no more


def look_up(*levels):
    """Quantiles of the finest group with at least 5 rows; levels are lists of factors, finest first, and all rows come last."""
    def predict(train, test):
        predicted = np.tile(np.quantile(train.log, QUANTILES), (len(test), 1))
        for names in reversed(levels):
            quantiles = _group_quantiles(train, names)
            for i, key in enumerate(test.keys(names)):
                predicted[i] = quantiles.get(key, predicted[i])
        return predicted
    return predict


def ordinary_least_squares(train, test):
    """One column for each word of each factor; the spread is that of residuals of folds left out in turn within the training rows."""
    residuals = []
    for fold in np.unique(train.folds):
        held = train.take(train.folds == fold)
        residuals.append(held.log - _least_squares(train.take(train.folds != fold), held))
    return _least_squares(train, test)[:, None] + np.quantile(np.concatenate(residuals), QUANTILES)


def quantile_boosting(train, test):
    """scikit-learn's gradient boosting, one model for each quantile."""
    codes_train, codes_test, categorical = _ordinal_codes(train, test)
    def at(quantile):
        model = HistGradientBoostingRegressor(
            loss="quantile", quantile=quantile, learning_rate=0.05, max_iter=150, max_leaf_nodes=15, min_samples_leaf=20,
            l2_regularization=1.0, categorical_features=categorical, early_stopping=False, random_state=1)
        return model.fit(codes_train, train.log).predict(codes_test)
    return np.sort(np.column_stack([at(q) for q in QUANTILES]), axis=1)


def lme4(table):
    """The mixed model with crossed random effects; its own program, lme4.R."""
    with tempfile.TemporaryDirectory() as folder:
        rows, out = pathlib.Path(folder, "rows.csv"), pathlib.Path(folder, "out.csv")
        write_rows(table, rows)
        subprocess.run(["Rscript", pathlib.Path(__file__).with_name("lme4.R"), "predict", rows, out], check=True, stdout=subprocess.DEVNULL)
        return read_predictions(out, table)


PEERS = {
    "global_median": look_up(),
    "look_up": look_up(["task_type", "experience"], ["experience"]),
    "look_up_task_type": look_up(["task_type"]),
    "ols": ordinary_least_squares,
    "quantile_boosting": quantile_boosting,
}


def in_folds(table, predict):
    """Each fold predicted from the other four: q10, q50, q90, and the outer two again as the interval."""
    predicted = np.empty((len(table), len(QUANTILES)))
    for fold in range(FOLDS):
        held = table.folds == fold
        if held.any():
            predicted[held] = predict(table.take(~held), table.take(held))
    return predicted[:, [0, 1, 2, 0, 2]]


def _group_quantiles(table, names):
    groups = {}
    for key, log in zip(table.keys(names), table.log):
        groups.setdefault(key, []).append(log)
    return {key: np.quantile(logs, QUANTILES) for key, logs in groups.items() if len(logs) >= LEAST_ROWS}


def _least_squares(train, test):
    mean = train.log.mean()
    columns = {}
    for factor in FACTORS:
        for word in train.factors[factor]:
            columns.setdefault((factor, word), len(columns))
    # Of all solutions the shortest: a word not met before, and what the table cannot tell apart, add nothing.
    effects = lsqr(_one_hot(train, columns), train.log - mean, atol=1e-8, btol=1e-8, iter_lim=5000)[0]
    return mean + _one_hot(test, columns) @ effects


def _one_hot(table, columns):
    at = [(i, columns[f, word]) for f in FACTORS for i, word in enumerate(table.factors[f]) if (f, word) in columns]
    rows, cols = zip(*at) if at else ((), ())
    return csr_matrix((np.ones(len(at)), (rows, cols)), shape=(len(table), len(columns)))


def _ordinal_codes(train, test):
    """Words numbered by the mean of their pay. A column of few enough words is taken as categories, else by that order."""
    train_codes, test_codes, categorical = [], [], []
    for factor in FACTORS:
        words, index = np.unique(train.factors[factor].astype(str), return_inverse=True)
        rank = np.argsort(np.argsort(np.bincount(index, train.log) / np.bincount(index)))
        code = dict(zip(words, rank))
        train_codes.append(rank[index])
        test_codes.append([code.get(word, np.nan) for word in test.factors[factor]])
        categorical.append(len(words) <= MOST_CATEGORIES)
    return np.column_stack(train_codes), np.column_stack(test_codes), categorical


def main():
    parser = argparse.ArgumentParser(description="Scores of peers, and of a file of predictions, in five folds by contributor.")
    parser.add_argument("file")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--predictions", help="CSV with columns row,fold,q10,q50,q90,low80,high80 in USD")
    parser.add_argument("--peers", nargs="*", choices=[*PEERS, "lme4"], default=[*PEERS, "lme4"])
    asked = parser.parse_args()

    table = read_pay(asked.file, asked.seed)
    result = {"file": pathlib.Path(asked.file).name, "seed": asked.seed, "n": len(table), "peers": {}}
    for name in asked.peers:
        result["peers"][name] = score(table, lme4(table) if name == "lme4" else in_folds(table, PEERS[name]))
    if asked.predictions:
        predicted = read_predictions(asked.predictions, table)
        result["predictions"] = {**score(table, predicted), "groups": coverage_by_group(table, predicted)}
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
