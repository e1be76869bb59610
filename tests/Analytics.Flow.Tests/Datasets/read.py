"""Reads a published table with pandas and prints its column types and rows as JSON: read.py FILE DATES..."""
import json
import sys

import pandas

path, dates = sys.argv[1], sys.argv[2:]
if path.endswith(".csv"):
    # Without keep_default_na=False the country code NA (Namibia) is taken for a missing value.
    table = pandas.read_csv(path, keep_default_na=False, na_values=[""], float_precision="round_trip", parse_dates=dates)
else:
    # Without dtype=False texts that look like numbers become numbers.
    table = pandas.read_json(path, lines=True, dtype=False, convert_dates=dates, precise_float=True)
# Whole numbers and booleans with missing values keep their types.
table = table.convert_dtypes()


def plain(value):
    if pandas.isna(value):
        return None
    if isinstance(value, pandas.Timestamp):
        return value.date().isoformat()
    return value.item() if hasattr(value, "item") else value


json.dump({
    "columns": [[name, str(kind)] for name, kind in table.dtypes.items()],
    "rows": [[plain(value) for value in row] for row in table.itertuples(index=False, name=None)],
}, sys.stdout)
