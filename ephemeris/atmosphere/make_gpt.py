#!/usr/bin/env python3
"""Makes gpt.bin from the 5-degree grids of TU Wien: gpt3_5.grd and gpt2_5w.grd, plain or gzip.

Climates of Boehm et al. (2015, GPT2w) and Landskron and Boehm (2018, GPT3); only the figures are carried over. Pressure, temperature, humidity, lapse rate,
undulation, height, water vapour decrease factor and mean temperature are the same in both grids (the script checks it) and stand once.
Usage: make_gpt.py gpt3_5.grd[.gz] gpt2_5w.grd[.gz] [gpt.bin]

Layout (little endian): "CNGPT01\\0", then zlib data: 72 columns of 2592 int32, each the difference from the one before it in its column, in units of the last digit
of the grid. Nodes from north to south (87.5 to -87.5), in each row from 2.5 degrees east on. Columns: mean, annual cosine and sine, semi-annual cosine and sine of
pressure (Pa), temperature (0.1 K), specific humidity (1e-5), lapse rate (1e-4 K/m); undulation and height of the node (0.01 m); then five each of GPT3's a_h and a_w
(1e-8), the decrease factor (1e-4), the mean temperature (0.1 K), GPT3's gradients north hydrostatic, east hydrostatic, north wet, east wet (1e-7 m); then five each of
GPT2w's a_h and a_w (1e-7).
"""
import gzip
import struct
import sys
import zlib


def grid(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt") as f:
        rows = [line.split() for line in f if line.split() and not line.startswith("%")]
    assert len(rows) == 2592
    return rows


def column(rows, i, digits):
    scaled = [float(r[i]) * 10**digits for r in rows]
    assert all(abs(v - round(v)) < 1e-4 for v in scaled)
    return [round(v) for v in scaled]


three, two = grid(sys.argv[1]), grid(sys.argv[2])
same = list(range(24)) + list(range(34, 44))
assert all(float(a[i]) == float(b[i]) for a, b in zip(three, two) for i in same)
digits = [0] * 5 + [1] * 5 + [2] * 5 + [1] * 5 + [2] * 2 + [5] * 10 + [4] * 5 + [1] * 5 + [2] * 20
columns = [column(three, i + 2, d) for i, d in enumerate(digits)] + [column(two, i, 4) for i in range(24, 34)]
raw = b"".join(struct.pack("<2592i", c[0], *(b - a for a, b in zip(c, c[1:]))) for c in columns)
open(sys.argv[3] if len(sys.argv) > 3 else "gpt.bin", "wb").write(b"CNGPT01\0" + zlib.compress(raw, 9))
