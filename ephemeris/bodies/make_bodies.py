#!/usr/bin/env python3
"""Makes bodies.bin: Chebyshev polynomials of Moon, Sun and four planets from the JPL ephemeris DE431.

The positions come from the Swiss Ephemeris (Debian: libswe2.0, swe-basic-data), whose files are DE431 to 2 m in the Moon and 1e-8
in the planets; geometric, on the axes of the ICRF, argument TDB. Needs numpy. Usage: make_bodies.py [bodies.bin]

Layout (little endian): "CNBODY1\\0", int32 number of bodies; for each: char[8] name, float64 first day (MJD TDB), float64 days of a block,
float64 metres of one unit, int32 blocks, int32 coefficients n; int32[blocks][3 axes][n], c0 first, c0 not halved.
Moon: from the geocentre. Sun: from the barycentre of Earth and Moon (smooth; mass ratio 81.30056907). Planets (systems): from the Sun.
"""
import ctypes
import struct
import sys

import numpy as np

FIRST, DAYS, AU = 40000.0, 50176, 149597870700.0
MOON_SHARE = 1 / (1 + 81.30056907)
# name, body, days of a block, coefficients, unit in metres; blocks and degrees so that what is cut off is below the unit
BODIES = [("moon", 1, 16, 16, 4.0), ("sun", 0, 64, 12, 100.0), ("venus", 3, 64, 9, 1e5), ("mars", 4, 128, 9, 2e5), ("jupiter", 5, 448, 8, 1e6), ("saturn", 6, 896, 8, 1e6)]

swe = ctypes.CDLL("libswe.so.2.0")
swe.swe_set_ephe_path(b"/usr/share/libswe/ephe")
swe.swe_calc.argtypes = [ctypes.c_double, ctypes.c_int, ctypes.c_int32, ctypes.POINTER(ctypes.c_double), ctypes.c_char_p]
# its files, true positions, J2000, no nutation, no deflection, no aberration, equatorial, Cartesian, ICRS
FLAGS = 2 | 16 | 32 | 64 | 512 | 1024 | 2048 | 4096 | (128 * 1024)
result, message = (ctypes.c_double * 6)(), ctypes.create_string_buffer(256)


def geocentric(mjd, number):
    if swe.swe_calc(mjd + 2400000.5, number, FLAGS, result, message) != FLAGS:
        raise SystemExit(message.value.decode())
    return np.array(result[:3]) * AU


def position(mjd, name, number):
    p = geocentric(mjd, number)
    if name == "sun":
        return p - MOON_SHARE * geocentric(mjd, 1)
    return p if name == "moon" else p - geocentric(mjd, 0)


def main(path):
    out = open(path, "wb")
    out.write(b"CNBODY1\0" + struct.pack("<i", len(BODIES)))
    for name, number, length, n, unit in BODIES:
        blocks, nodes = DAYS // length, 2 * n
        out.write(struct.pack("<8sdddii", name.encode(), FIRST, length, unit, blocks, n))
        angles = np.pi * (np.arange(nodes) + 0.5) / nodes
        transform = np.cos(np.outer(np.arange(n), angles)) * 2 / nodes
        transform[0] /= 2
        worst = 0
        for block in range(blocks):
            middle = FIRST + (block + 0.5) * length
            values = np.array([position(middle + 0.5 * length * np.cos(a), name, number) for a in angles])
            c = np.rint(transform @ values / unit).astype("<i4")
            worst = max(worst, np.abs(np.cos(np.outer(angles, np.arange(n))) @ c * unit - values).max())
            out.write(c.T.tobytes())
        print(f"{name}: {blocks} blocks of {length} d, {n} coefficients, greatest error of a coordinate {worst:.3g} m")


main(sys.argv[1] if len(sys.argv) > 1 else "bodies.bin")
