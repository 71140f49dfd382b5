#!/usr/bin/env python3
"""Makes nequick.bin from the tables of Galileo's NeQuick-G: twelve files ccir11.asc to ccir22.asc (January to December) and modipNeQG_wrapped.asc.

The maps are the CCIR's (ITU-R P.1239), as published with [Galileo-Iono] by the European Union; only the figures are carried over.
Usage: make_nequick.py FOLDER_OF_TABLES [nequick.bin]

Layout (little endian): "CNNEQK1\\0"; 39 rows of 39 int16: modified dip in 0.01 degrees, from -95 to 95 degrees of latitude and -190 to 190 of longitude in
steps of 5 and 10; then for each month 2858 int32 and 2858 int8: mantissa m and power e of coefficients m 10^e: foF2 (solar activity low, high; 76 degrees; 13
orders, the orders fastest), then M(3000)F2 likewise (49 degrees, 9 orders).
"""
import struct
import sys

folder = sys.argv[1]
out = [b"CNNEQK1\0"]
rows = [line.split() for line in open(f"{folder}/modipNeQG_wrapped.asc") if line.split()]
assert len(rows) == 39 and all(len(r) == 39 for r in rows)
out.append(struct.pack("<1521h", *(round(float(v) * 100) for r in rows for v in r)))
for month in range(12):
    words = open(f"{folder}/ccir{month + 11}.asc").read().split()
    assert len(words) == 2858
    mantissas, powers = [], []
    for w in words:
        digits, power = w.upper().split("E")
        whole, fraction = digits.split(".")
        m, e = int(whole + fraction), int(power) - len(fraction)
        while m and m % 10 == 0:
            m, e = m // 10, e + 1
        assert m == 0 or (abs(m) < 2**31 and -22 <= e <= 22)
        mantissas.append(m)
        powers.append(e if m else 0)
    out.append(struct.pack("<2858i", *mantissas) + struct.pack("<2858b", *powers))
open(sys.argv[2] if len(sys.argv) > 2 else "nequick.bin", "wb").write(b"".join(out))
