#!/usr/bin/env python3
"""Makes erfa.csv: rotations GCRS to ITRS by liberfa (python3-erfa) at 100 random epochs, IAU 2006/2000A by the CIO.

Route: xy06 (+ dX, dY), s06, c2ixys, era00, pom00 (sp00), c2tcio. The last columns are the angles by which c2t06a (no dX, dY) departs from
the same route without dX, dY, and GMST82 and the kinematic part of the equation of the equinoxes 1994 for TEME.
"""
import random
from pathlib import Path

import erfa
import numpy as np

AS = np.pi / 648000
random.seed(20060101)
rows = []
for _ in range(100):
    tt = random.randrange(-315_576_000, 946_728_000) * 1_000_000 + random.randrange(1_000_000)     # microseconds since J2000 TT: 1990 to 2030
    xp, yp = random.uniform(-0.6, 0.6) * AS, random.uniform(-0.6, 0.6) * AS
    ut1_tai = round(random.uniform(-40, -24), 7)
    dx, dy = random.uniform(-1e-3, 1e-3) * AS, random.uniform(-1e-3, 1e-3) * AS
    days, rest = divmod(tt, 86_400_000_000)      # integers: a double of seconds since J2000 would round to 6e-8 s, a microarcsecond of rotation
    jd, f = 2451545.0 + days, rest / 86_400_000_000
    u = f + (ut1_tai - 32.184) / 86400
    x, y = erfa.xy06(jd, f)
    s = erfa.s06(jd, f, x + dx, y + dy)
    pom = erfa.pom00(xp, yp, erfa.sp00(jd, f))
    m = erfa.c2tcio(erfa.c2ixys(x + dx, y + dy, s), erfa.era00(jd, u), pom)
    plain = erfa.c2tcio(erfa.c2ixys(x, y, erfa.s06(jd, f, x, y)), erfa.era00(jd, u), pom)
    other = erfa.c2t06a(jd, f, jd, u, xp, yp)
    d = other @ plain.T
    angle = np.linalg.norm([d[1, 2] - d[2, 1], d[2, 0] - d[0, 2], d[0, 1] - d[1, 0]]) / 2 / AS * 1e6
    gmst82 = erfa.gmst82(jd, u)
    dpsi, _ = erfa.nut80(jd, f)
    kinematic = erfa.eqeq94(jd, f) - dpsi * np.cos(erfa.obl80(jd, f))
    rows.append([tt, xp, yp, ut1_tai, dx, dy, *m.flatten(), angle, gmst82, kinematic])

with open(Path(__file__).with_name("erfa.csv"), "w") as out:
    out.write(f"# made by make_erfa.py with pyerfa {erfa.__version__}\n")
    out.write("# tt_us_since_j2000,xp_rad,yp_rad,ut1_minus_tai_s,dx_rad,dy_rad,m11,...,m33,c2t06a_minus_cio_uas,gmst82_rad,kinematic_rad\n")
    for r in rows:
        out.write(f"{r[0]}," + ",".join(repr(float(v)) for v in r[1:]) + "\n")
print("c2t06a less CIO series, microarcseconds: rms", np.sqrt(np.mean([r[15] ** 2 for r in rows])), "max", max(r[15] for r in rows))
