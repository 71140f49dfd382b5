"""Turns the published IERS tables and an EOP series into the compact CSV files of this folder.

usage: convert.py IERS2010_FOLDER FINALS2000A
"""
import re
import sys
from pathlib import Path

iers, finals = Path(sys.argv[1]), Path(sys.argv[2])
here = Path(__file__).parent


def series(name, out, quantity):
    rows, power = [], 0
    for line in (iers / name).read_text(encoding="utf-8").splitlines():
        header = re.match(r"\s*j\s*=\s*(\d)", line)
        if header:
            power = int(header.group(1))
            continue
        fields = line.split()
        if len(fields) == 17 and re.fullmatch(r"\d+", fields[0]):
            rows.append([str(power)] + fields[1:])
    with open(here / out, "w") as f:
        f.write(f"# {quantity}: non-polynomial terms, IERS Conventions (2010) table {name[3:-4]}; microarcseconds\n")
        f.write("power,sin,cos,l,lp,F,D,Om,Me,Ve,E,Ma,J,Sa,U,Ne,pA\n")
        for r in rows:
            f.write(",".join(r) + "\n")


def tides(name, out, columns, what, skip_degree):
    rows = []
    for line in (iers / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        m = re.search(r"\d{3}\.\d{3}", line)
        if not m:
            continue
        arguments = line[: m.start()].split()[-6:]
        values = line[m.end():].split()[1:]
        if len(arguments) == 6 and len(values) >= columns:
            rows.append(arguments + values[:columns])
    with open(here / out, "w") as f:
        f.write(f"# {what}\n")
        f.write("gamma,l,lp,F,D,Om," + ("x_sin,x_cos,y_sin,y_cos" if columns == 4 else "ut1_sin,ut1_cos") + "\n")
        for r in rows:
            f.write(",".join(r) + "\n")


series("tab5.2a.txt", "cip-x.csv", "X of the celestial intermediate pole")
series("tab5.2b.txt", "cip-y.csv", "Y of the celestial intermediate pole")
series("tab5.2d.txt", "cio-s.csv", "s + XY/2 of the celestial intermediate origin")
tides("tab8.2ab.txt", "pole-tides.csv", 4, "Ocean tides in polar motion, IERS Conventions (2010) table 8.2; microarcseconds", False)
tides("tab8.3ab.txt", "ut1-tides.csv", 2, "Ocean tides in UT1, IERS Conventions (2010) table 8.3; microseconds", False)
tides("tab5.1a.txt", "pole-libration.csv", 4, "Libration in polar motion, diurnal terms, IERS Conventions (2010) table 5.1a; microarcseconds", True)

with open(here / "eop.csv", "w") as f:
    f.write("# Earth orientation parameters, Bulletin A (finals2000A): arcseconds, seconds; dX, dY relative to IAU 2006/2000A, milliarcseconds\n")
    f.write("mjd_utc,x,y,ut1_utc,dx_mas,dy_mas,flag\n")
    for line in open(finals):
        mjd = float(line[7:15])
        if mjd < 44239 or not line[18:27].strip() or not line[58:68].strip():
            continue
        dx, dy = line[97:106].strip() or "0", line[116:125].strip() or "0"
        f.write(f"{int(mjd)},{float(line[18:27]):.6f},{float(line[37:46]):.6f},{float(line[58:68]):.7f},{float(dx):.3f},{float(dy):.3f},{line[16]}\n")
