"""Draws the interval chart of ROWS.json with matplotlib COUNT times to FORMAT (svg or png) at 760 x 460 and prints the seconds it took."""
import io
import json
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

MARKS = {"achieved": "o", "measured": "s", "advertised": "D"}
COLOURS = {"achieved": "#0b5a6b", "measured": "#211e1a", "advertised": "#a8480c"}


def draw(chart, form):
    figure, axes = plt.subplots(figsize=(7.6, 4.6), dpi=100)
    axes.set_xscale("log")
    for place, row in enumerate(chart["rows"]):
        colour = COLOURS[row["kind"]]
        if row["low"] is not None:
            axes.plot([row["low"], row["high"]], [place, place], color=colour, linewidth=2)
        if row["middle_low"] is not None:
            axes.plot([row["middle_low"], row["middle_high"]], [place, place], color=colour, linewidth=7)
        axes.plot([row["typical"]], [place], marker=MARKS[row["kind"]], color=colour, markersize=8)
        axes.annotate(row["value"] + "\n" + row["rests_on"], (1.02, place), xycoords=("axes fraction", "data"), va="center", fontsize=8)
    axes.set_yticks(range(len(chart["rows"])), [row["label"] + "\n" + row["about"] for row in chart["rows"]], fontsize=8)
    axes.invert_yaxis()
    axes.grid(axis="x", color="#d9d2c3")
    axes.set_title(chart["title"], loc="left")
    axes.set_xlabel(chart["axis"])
    figure.text(0.01, 0.01, chart["source"], fontsize=8)
    figure.subplots_adjust(left=0.3, right=0.8, bottom=0.18)
    target = io.BytesIO()
    figure.savefig(target, format=form)
    plt.close(figure)
    return target.getbuffer().nbytes


def main():
    form, count = sys.argv[2], int(sys.argv[3])
    with open(sys.argv[1], encoding="utf-8") as file:
        chart = json.load(file)
    draw(chart, form)
    began = time.perf_counter()
    for _ in range(count):
        if draw(chart, form) < 1000:
            sys.exit("A drawing of less than 1,000 bytes is none.")
    print(time.perf_counter() - began)


main()
