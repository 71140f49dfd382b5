"""Reference numbers of ERFA (Debian python3-erfa): Earth rotation, Sun and Moon at 100 random epochs 1990-2030.

usage: make_erfa.py > erfa.csv
Earth orientation parameters are made up per epoch, so that the test feeds both programs the same ones.
Epochs are TAI seconds since 2000-01-01T12:00:00 TAI (whole seconds).
"""
import random
import erfa
import numpy as np

random.seed(20002006)
print("tai_s,xp_rad,yp_rad,ut1_tai_s," + ",".join(f"m{i}{j}" for i in "123" for j in "123") + ",c2t06a_uas,x,y,s,sun_x,sun_y,sun_z,moon_x,moon_y,moon_z")
for _ in range(100):
    tai = random.randrange(-315_576_000, 946_728_000)
    xp, yp, ut1_tai = random.uniform(-2e-6, 2e-6), random.uniform(-2e-6, 3e-6), random.uniform(-40, -24)
    day, sec = divmod(tai, 86400)
    base = 2451545.0 + day
    tt = (sec + 32.184) / 86400.0
    ut1 = (sec + ut1_tai) / 86400.0
    x, y = erfa.xy06(base, tt)
    s = erfa.s06(base, tt, x, y)
    c2i = erfa.c2ixys(x, y, s)
    era = erfa.era00(base, ut1)
    pom = erfa.pom00(xp, yp, erfa.sp00(base, tt))
    m = pom @ erfa.rz(era, np.eye(3)) @ c2i
    other = erfa.c2t06a(base, tt, base, ut1, xp, yp)
    angle = np.linalg.norm(other @ m.T - np.eye(3)) / np.sqrt(2) * 206264.806247e6
    pvh, pvb = erfa.epv00(base, tt)
    sun = -np.array(pvh["p"]) * 149597870700.0
    moon = np.array(erfa.moon98(base, tt)["p"]) * 149597870700.0
    print(f"{tai},{xp!r},{yp!r},{ut1_tai!r}," + ",".join(repr(float(v)) for v in m.flatten()) + f",{angle:.3f},{float(x)!r},{float(y)!r},{float(s)!r}," + ",".join(f"{v:.1f}" for v in [*sun, *moon]))
