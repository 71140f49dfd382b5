#!/usr/bin/env python3
"""Makes coastline-110m.csv from the Natural Earth coastline.

usage: make_coastline.py NE_110M_COASTLINE_GEOJSON

Vertices are rounded to 0.01 degrees (at most 0.8 km, less than the data's own generalisation); equal neighbours are dropped.
The source is cut at the antimeridian and has no seam lines: checked here.
"""
import json
import sys
from pathlib import Path


def strokes(features):
    for feature in features:
        geometry = feature["geometry"]
        lines = geometry["coordinates"] if geometry["type"] == "MultiLineString" else [geometry["coordinates"]]
        for line in lines:
            points = [(round(100 * lon), round(100 * lat)) for lon, lat in line]
            kept = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
            if len(kept) > 1:
                yield kept


def check(stroke):
    for (lon_a, lat_a), (lon_b, lat_b) in zip(stroke, stroke[1:]):
        assert abs(lon_a - lon_b) < 2000, "a stroke jumps over the map"
        assert not (abs(lon_a) == abs(lon_b) == 18000), "a seam line along the antimeridian"
        assert max(abs(lon_a), abs(lon_b)) <= 18000 and max(abs(lat_a), abs(lat_b)) <= 9000


def main():
    features = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["features"]
    blocks = []
    for stroke in strokes(features):
        check(stroke)
        blocks.append("\n".join(f"{lon},{lat}" for lon, lat in stroke))
    text = "lon_cdeg,lat_cdeg\n" + "\n\n".join(blocks) + "\n"
    (Path(__file__).parent / "coastline-110m.csv").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
