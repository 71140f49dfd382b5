#!/usr/bin/env python3
"""Makes the tables in this folder from the published ones.

usage: make_tables.py IERS2010_FOLDER FINALS2000A_FILE

IERS2010_FOLDER holds tab5.2a.txt, tab5.2b.txt, tab5.2d.txt, tab5.1a.txt, tab8.2ab.txt and tab8.3ab.txt (IERS Conventions 2010
electronic tables); table 5.1b (libration in UT1, 11 terms) stands below.
"""
import re
import sys
from pathlib import Path

NUTATION = ["l", "lp", "F", "D", "Om", "Me", "Ve", "Ea", "Ma", "Ju", "Sa", "Ur", "Ne", "pA"]
TIDAL = ["g", "l", "lp", "F", "D", "Om"]

# IERS Conventions 2010, table 5.1b: multipliers of (gamma, l, l', F, D, Om), sin and cos of UT1 in microseconds.
LIBRATION_UT1 = [
    (2, -2, 0, -2, 0, -2, 0.05, -0.03), (2, 0, 0, -2, -2, -2, 0.06, -0.03), (2, -1, 0, -2, 0, -2, 0.35, -0.20),
    (2, 1, 0, -2, -2, -2, 0.07, -0.04), (2, 0, 0, -2, 0, -1, -0.07, 0.04), (2, 0, 0, -2, 0, -2, 1.75, -1.01),
    (2, 1, 0, -2, 0, -2, -0.05, 0.03), (2, 0, -1, -2, 2, -2, 0.04, -0.03), (2, 0, 0, -2, 2, -2, 0.76, -0.44),
    (2, 0, 0, 0, 0, 0, 0.21, -0.12), (2, 0, 0, 0, 0, -1, 0.06, -0.04),
]


def number(text):
    value = f"{float(text):.4f}".rstrip("0").rstrip(".")
    return "0" if value == "-0" else value


def argument(multipliers, names):
    text = ""
    for n, name in zip(multipliers, names):
        if n:
            text += ("-" if n < 0 else "+" if text else "") + ("" if abs(n) == 1 else str(abs(n))) + name
    return text


def cio(folder, out):
    polynomials, terms = {}, {}
    for channel, name in (("X", "tab5.2a.txt"), ("Y", "tab5.2b.txt"), ("S", "tab5.2d.txt")):
        power, expected, seen = None, 0, 0
        for line in (folder / name).read_text(encoding="utf-8", errors="replace").splitlines():
            header = re.match(r"\s*j = (\d)\s+Number\s+of terms = (\d+)", line)
            if header:
                assert seen == expected, (name, power, seen, expected)
                power, expected, seen = int(header[1]), int(header[2]), 0
            elif power is None and re.match(r"\s*[-+]?\s*[\d.]+\s*[-+].* t\^5", line):
                compact = re.sub(r"t(\^\d)?", " ", line).replace("- ", "-").replace("+ ", "+")
                polynomials[channel] = [number(v) for v in compact.split()]
                assert len(polynomials[channel]) == 6
            elif power is not None:
                words = line.split()
                if len(words) == 17:
                    seen += 1
                    key = tuple(int(w) for w in words[3:])
                    terms.setdefault(key, []).append((f"{channel}{power}", number(words[1]), number(words[2])))
        assert seen == expected, (name, power, seen, expected)
    with open(out, "w", newline="\n") as f:
        f.write("# CIP coordinates X, Y and s + XY/2, IAU 2006 precession and IAU 2000A_R06 nutation.\n")
        f.write("# Figures: IERS Conventions (2010), IERS Technical Note 36, electronic tables 5.2a, 5.2b, 5.2d; merged by argument.\n")
        f.write("# poly,channel,c0,...,c5: microarcseconds times powers of t, Julian centuries TT from J2000.0\n")
        f.write("# argument,channel and power of t,sin,cos,...: microarcseconds; argument in Delaunay, planetary and precession angles\n")
        for channel, values in polynomials.items():
            f.write(",".join(["poly", channel, *values]) + "\n")
        for key, parts in terms.items():
            f.write(",".join([argument(key, NUTATION)] + [",".join(p) for p in parts]) + "\n")


def tidal_rows(path, columns):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        m = re.match(r"^.*?\s((?:-?\d+\s+){6})(\d{3}\.\d{3})\s+[\d.]+\s+((?:-?[\d.]+\s*){%d})$" % columns, line)
        if m:
            yield tuple(int(v) for v in m[1].split()), [float(v) for v in m[3].split()]


def subdaily(folder, out):
    rows = {}
    for key, (xs, xc, ys, yc) in tidal_rows(folder / "tab8.2ab.txt", 4):
        rows["ocean", key] = [xs, xc, ys, yc, 0, 0]
    for key, (us, uc) in tidal_rows(folder / "tab8.3ab.txt", 2):
        rows.setdefault(("ocean", key), [0] * 6)[4:] = [us, uc]
    for key, (xs, xc, ys, yc) in tidal_rows(folder / "tab5.1a.txt", 4):
        rows["libration", key] = [xs, xc, ys, yc, 0, 0]
    for *key, us, uc in LIBRATION_UT1:
        rows.setdefault(("libration", tuple(key)), [0] * 6)[4:] = [us, uc]
    count = [sum(1 for k in rows if k[0] == kind) for kind in ("ocean", "libration")]
    assert count == [71, 21], count
    with open(out, "w", newline="\n") as f:
        f.write("# Diurnal and semidiurnal variations of the pole and of UT1.\n")
        f.write("# Figures: IERS Conventions (2010), tables 8.2a,b and 8.3a,b (ocean tides), 5.1a and 5.1b (libration, no long-period terms).\n")
        f.write("# cause,argument (g = GMST + pi),x sin,x cos,y sin,y cos (microarcseconds),UT1 sin,UT1 cos (microseconds)\n")
        for (cause, key), values in rows.items():
            f.write(",".join([cause, argument(key, TIDAL), *(number(v) for v in values)]) + "\n")


def eop(finals, out, first=44239):
    rows, observed = [], 0
    for line in finals.read_text().splitlines():
        mjd = int(float(line[7:15]))
        if mjd < first or not line[58:68].strip():
            continue
        b = line[134:185].split() if len(line) >= 185 else []
        rapid = [line[18:27], line[37:46], line[58:68], line[97:106], line[116:125]]
        final = [line[134:144], line[144:154], line[154:165], line[165:175], line[175:185]]
        pick = [v if v.strip() else r for v, r in zip(final, rapid)] if len(b) == 5 else rapid
        if line[57] == "I" or len(b) == 5:
            observed = mjd
        scale = (1e6, 1e6, 1e7, 1e3, 1e3)
        rows.append((mjd, [str(round(float(v) * s)) if v.strip() else "" for v, s in zip(pick, scale)]))
    assert [m for m, _ in rows] == list(range(first, first + len(rows)))
    with open(out, "w", newline="\n") as f:
        f.write("# Earth orientation, one row a day at 0h UTC. Figures: IERS Rapid Service finals2000A (IAU 2000A),\n")
        f.write("# Bulletin B where present, Bulletin A after it, then its predictions.\n")
        f.write("# x,y (microarcseconds),UT1-UTC (0.1 microseconds),dX,dY (microarcseconds; none: as the row before)\n")
        f.write(f"first_mjd,{first}\nobserved_through_mjd,{observed}\n")
        for _, values in rows:
            f.write(",".join(values).rstrip(",") + "\n")


if __name__ == "__main__":
    here = Path(__file__).parent
    cio(Path(sys.argv[1]), here / "cio-series.csv")
    subdaily(Path(sys.argv[1]), here / "subdaily.csv")
    eop(Path(sys.argv[2]), here / "eop.csv")
