#!/usr/bin/env python3
"""Makes land-110m.map, land-50m.map and lakes-110m.map from Natural Earth GeoJSON, stars.csv from a GeoJSON of bright stars, and borders-*.map from TopoJSON of countries.

    python3 make_map.py ne_110m_land.json ne_50m_land.json.gz ne_110m_lakes.json stars.6.json
    python3 make_map.py --borders countries-110m.json countries-50m.json

Formats: README.md beside this script. Needs Python 3 alone.
"""
import gzip
import json
import os
import struct
import sys

UNITS = 500  # per degree: 0.002 degrees, 220 m on the ground; the 1:50m map itself is worth some km


def load(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as stream:
        return json.load(stream)["features"]


def rings(features):
    for feature in features:
        geometry = feature["geometry"]
        for polygon in [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]:
            yield from polygon


def rounded(ring):
    points = []
    for longitude, latitude in ring:
        point = (round(longitude * UNITS), round(latitude * UNITS))
        if not points or points[-1] != point:
            points.append(point)
    while len(points) > 1 and points[0] == points[-1]:
        points.pop()  # the file closes every ring by itself
    return points


def varint(value):
    value = value << 1 if value >= 0 else (-value << 1) - 1  # zigzag
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def write_map(source, target):
    kept = [points for points in map(rounded, rings(load(source))) if len(points) > 2]
    with open(target, "wb") as out:
        out.write(b"CNMAP1\0\0" + struct.pack("<II", UNITS, len(kept)))
        for points in kept:
            out.write(varint(len(points)))
            x = y = 0
            for point in points:
                out.write(varint(point[0] - x) + varint(point[1] - y))
                x, y = point
    print(target, len(kept), "rings,", sum(map(len, kept)), "vertices")


def write_stars(source, target):
    stars = []
    for feature in load(source):
        right_ascension, declination = feature["geometry"]["coordinates"]
        properties = feature["properties"]
        colour = properties["bv"]
        stars.append((float(properties["mag"]), right_ascension % 360, declination, float(colour) if colour not in ("", None) else 0.6))
    stars.sort()
    with open(target, "w", newline="\n") as out:
        out.write("# Bright stars, J2000 (ICRS): right ascension and declination (degrees), visual magnitude, colour index B-V. Origin and licence: README.md\n")
        for magnitude, right_ascension, declination, colour in stars:
            out.write(f"{right_ascension:.3f},{declination:.3f},{magnitude:.2f},{colour:.2f}\n")
    print(target, len(stars), "stars")


def arcs_of(arcs):
    for arc in arcs:
        if isinstance(arc, list):
            yield from arcs_of(arc)
        else:
            yield ~arc if arc < 0 else arc


def write_borders(source, target):
    """Arcs that two countries share are borders; arcs of one country alone are coasts."""
    with open(source, "rb") as stream:
        topology = json.load(stream)
    users = {}
    for number, country in enumerate(topology["objects"]["countries"]["geometries"]):
        for arc in set(arcs_of(country.get("arcs", []))):
            users.setdefault(arc, set()).add(number)
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in sorted(a for a, used in users.items() if len(used) > 1):
        x = y = 0
        points = []
        for dx, dy in topology["arcs"][arc]:
            x, y = x + dx, y + dy
            point = (round((x * sx + tx) * UNITS), round((y * sy + ty) * UNITS))
            if not points or points[-1] != point:
                points.append(point)
        if len(points) > 1:
            lines.append(points)
    with open(target, "wb") as out:
        out.write(b"CNMAP1\0\0" + struct.pack("<II", UNITS, len(lines)))
        for points in lines:
            out.write(varint(len(points)))
            x = y = 0
            for point in points:
                out.write(varint(point[0] - x) + varint(point[1] - y))
                x, y = point
    print(target, len(lines), "lines,", sum(map(len, lines)), "vertices")


def main():
    if sys.argv[1] == "--borders":
        here = os.path.dirname(os.path.abspath(__file__))
        for source, name in zip(sys.argv[2:], ("borders-110m.map", "borders-50m.map")):
            write_borders(source, os.path.join(here, name))
        return
    land_110, land_50, lakes, stars = sys.argv[1:5]
    here = os.path.dirname(os.path.abspath(__file__))
    write_map(land_110, os.path.join(here, "land-110m.map"))
    write_map(land_50, os.path.join(here, "land-50m.map"))
    write_map(lakes, os.path.join(here, "lakes-110m.map"))
    write_stars(stars, os.path.join(here, "stars.csv"))


main()
