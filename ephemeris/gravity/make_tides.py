#!/usr/bin/env python3
"""Makes ocean-tides.csv and solid-tides.csv from published tables.

Usage: make_tides.py fes2004_Cnm-Snm.dat tab6.5a.txt tab6.5b.txt tab6.5c.txt

- FES2004 as corrections of normalised coefficients, IERS Conventions 2010 section 6.3 (LEGOS; Lyard et al. 2006), to degree and order 8.
- Frequency dependence of the solid Earth's Love numbers: IERS Conventions 2010 tables 6.5a, 6.5b, 6.5c.
- Minor ocean waves by admittance between the waves of FES2004 on either side (IERS Conventions 2010 eq. 6.16), from the amplitudes of the tide
  generating potential of Cartwright and Tayler (1971), Cartwright and Edden (1973), as in the IERS routine HARDISP.

Waves are given by their multiples of the Doodson arguments tau, s, h, p, N', ps.
"""
import sys

DEGREE = 8
SPEED = (14.49205212, 0.54901653, 0.04106864, 0.00464183, 0.00220641, 0.00000196)  # degrees an hour
# Amplitudes of the tide generating potential, m, of the waves of FES2004 ...
MAJOR = {"Ssa": -0.030988, "Mm": -0.035184, "Mf": -0.066607, "Mtm": -0.012753, "Msq": -0.002037, "Q1": -0.050208, "O1": -0.262232,
         "P1": -0.121995, "K1": 0.368645, "2N2": 0.016018, "N2": 0.121046, "M2": 0.632208, "S2": 0.294107, "K2": 0.079915}
# ... and of all others above 2 mm but S1 (of the atmosphere, not of the tide). The node and perigee lines of the long periods are the solid Earth's.
MINOR = """275.565 .023818  255.545 -.023589 247.455 .022994  237.555 .019333  265.455 -.017871 272.556 .017192  227.655 .004671  263.655 -.004662
245.645 -.004519 285.455 .004470  265.655 .004467  275.575 .002589  274.554 -.002455 254.556 -.002172
165.565 .050031  145.545 -.049470 175.455 .020620  155.655 .020613  185.555 .011279  137.455 -.009530 135.645 -.009469 127.555 -.008012
155.455 .007414  165.545 -.007300 185.565 .007227  162.556 -.007131 125.755 -.006644 167.555 .005249  155.665 .004137  175.465 .004087
157.455 .003944  173.655 .003943  183.555 .003420  147.555 .003418  166.554 .002885  195.455 .002160
75.565 -.027616  63.655 -.006728  73.555 -.005837  85.465 -.005286  75.355 -.002884  75.575 -.002583  83.655 -.002422
65.445 .002310  65.465 .002283"""


def multiples(doodson):
    digits = doodson.replace(".", "").replace(",", "").zfill(6)
    return tuple(int(d) - (5 if i else 0) for i, d in enumerate(digits))


def speed(multiple):
    return sum(a * b for a, b in zip(multiple, SPEED))


def ocean(path):
    waves, rows = {}, {}
    for line in open(path):
        f = line.split()
        if len(f) != 8 or "." not in f[0] or not f[0][0].isdigit():
            continue
        n, m = int(f[2]), int(f[3])
        if 2 <= n <= DEGREE:
            waves.setdefault(f[1], f[0])
            rows.setdefault(f[1], []).append((n, m, *f[4:8]))
    with open("ocean-tides.csv", "w") as out:
        out.write("# Ocean tide FES2004 to degree and order 8 as corrections of normalised coefficients, 1e-11; made by make_tides.py, which names the sources.\n")
        out.write("# wave,name,multiples of tau s h p N' ps | n,m,C+,S+,C-,S- of the wave above | minor,multiples,wave,factor[,wave,factor]\n")
        for name, doodson in waves.items():
            out.write(f"wave,{name}," + ",".join(map(str, multiples(doodson))) + "\n")
            for n, m, *c in rows[name]:
                if any(float(v) for v in c):
                    out.write(f"{n},{m}," + ",".join(f"{float(v) + 0.0:.5f}" for v in c) + "\n")
        words = MINOR.split()
        for doodson, amplitude in zip(words[::2], map(float, words[1::2])):
            line, parts = multiples(doodson), []
            pivots = sorted((speed(multiples(waves[w])), w) for w in MAJOR if multiples(waves[w])[0] == line[0])
            below = [p for p in pivots if p[0] <= speed(line)]
            above = [p for p in pivots if p[0] > speed(line)]
            if below and above:
                (f1, w1), (f2, w2) = below[-1], above[0]
                x = (speed(line) - f1) / (f2 - f1)
                parts = [(w1, (1 - x) * amplitude / MAJOR[w1]), (w2, x * amplitude / MAJOR[w2])]
            else:
                w = (below or above)[-1 if below else 0][1]
                parts = [(w, amplitude / MAJOR[w])]
            out.write("minor," + ",".join(map(str, line)) + "".join(f",{w},{v:.6f}" for w, v in parts) + "\n")


def solid(paths):
    with open("solid-tides.csv", "w") as out:
        out.write("# Frequency dependence of the solid Earth tide in C20, C21, C22, 1e-12: IERS Conventions 2010 tables 6.5b, 6.5a, 6.5c; made by make_tides.py.\n")
        out.write("# order,multiples of tau s h p N' ps,in phase,out of phase\n")
        for order, path in ((0, paths[1]), (1, paths[0]), (2, paths[2])):
            for line in open(path, encoding="utf-8"):
                words = line.split()
                at = next((i for i, w in enumerate(words) if i < 3 and "," in w and w.replace(",", "").isdigit()), None)
                if at is None or len(words) < 16:
                    continue
                # Doodson number and degrees an hour stand in either order before the multiples.
                first = at + 1 if order == 1 else at + 2
                m = [int(w) for w in words[first:first + 6]]
                if m[0] != order or tuple(m) != multiples(words[at]):
                    raise SystemExit(f"{path}: {line}")
                rest = words[first + 11:]
                inphase, outphase = {0: lambda r: (r[1], r[3]), 1: lambda r: (r[2], r[3]), 2: lambda r: (r[1], "0.0")}[order](rest)
                out.write(f"{order}," + ",".join(map(str, m)) + f",{inphase},{outphase}\n")


ocean(sys.argv[1])
solid(sys.argv[2:5])
