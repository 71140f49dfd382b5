"""Writes de430.csv: geocentric Sun and Moon from JPL DE430 binary files given on the command line (lnxp*.430).

Layout: JPL asc2eph (little endian). Chebyshev coefficients per 32-day record; Moon geocentric, Sun and Earth-Moon barycentre barycentric.
Columns: TDB seconds since J2000, Sun x y z, Moon x y z in metres on ICRF axes.
"""
import struct
import sys
import numpy as np

rows = []
for path in sys.argv[1:]:
    data = open(path, "rb").read()
    offset = 84 * 3 + 6 * 400
    start, end, step = struct.unpack_from("<3d", data, offset)
    ncon, au, emrat = struct.unpack_from("<idd", data, offset + 24)
    pointers = np.array(struct.unpack_from("<36i", data, offset + 44)).reshape(12, 3)
    size = 1018 * 8
    for record in range(2, len(data) // size):
        block = np.frombuffer(data, "<f8", 1018, record * size)

        def body(index, jd):
            first, terms, parts = pointers[index]
            span = (block[1] - block[0]) / parts
            part = min(int((jd - block[0]) / span), parts - 1)
            x = 2 * (jd - block[0] - part * span) / span - 1
            at = first - 1 + part * terms * 3
            c = block[at:at + 3 * terms].reshape(3, terms)
            return np.array([np.polynomial.chebyshev.chebval(x, k) for k in c]) * 1000.0

        for jd in np.linspace(block[0] + 0.37, block[1] - 0.41, 12):
            moon = body(9, jd)
            earth = body(2, jd) - moon / (1 + emrat)
            sun = body(10, jd) - earth
            rows.append([(jd - 2451545.0) * 86400.0, *sun, *moon])

with open("de430.csv", "w") as out:
    out.write("tdb_s,sun_x_m,sun_y_m,sun_z_m,moon_x_m,moon_y_m,moon_z_m\n")
    for r in rows:
        out.write(",".join(f"{v:.3f}" for v in r) + "\n")
