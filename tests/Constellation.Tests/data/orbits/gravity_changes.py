"""Writes gravity_changes.csv: changes of normalised gravity coefficients by tides and pole, straight from the equations of IERS Conventions 2010.

Usage: gravity_changes.py folder-of-iers-tables fes2004_Cnm-Snm.dat. Needs numpy, erfa, and libswe with its files (Sun and Moon of DE431).
Complex numbers, Legendre functions by their general recursion, arguments from the Delaunay multiples: another way than the product's.
Columns: MJD (TT), cause, n, m, dC, dS. Earth orientation of all rows: pole 0.15, 0.42 arcsec, UT1-UTC -0.018 s, 37 leap seconds, dX = dY = 0.
"""
import ctypes
import sys

import erfa
import numpy as np

GM, R, GM_SUN, GM_MOON = 3.986004415e14, 6378136.3, 1.32712442099e20, 3.986004418e14 / 81.30056907
XP, YP, DUT1, AS = 0.15, 0.42, -0.018, np.pi / 648000
swe = ctypes.CDLL("libswe.so.2.0")
swe.swe_set_ephe_path(b"/usr/share/libswe/ephe")
swe.swe_calc.argtypes = [ctypes.c_double, ctypes.c_int, ctypes.c_int32, ctypes.POINTER(ctypes.c_double), ctypes.c_char_p]


def body(mjd, number):
    x, message = (ctypes.c_double * 6)(), ctypes.create_string_buffer(256)
    assert swe.swe_calc(mjd + 2400000.5, number, 2 | 16 | 32 | 64 | 512 | 1024 | 2048 | 4096 | (1 << 17), x, message) > 0
    return np.array(x[:3]) * 149597870700.0


def legendre(n, m, s):
    """Fully normalised, no Condon-Shortley phase."""
    c = np.sqrt(1 - s * s)
    p = {m: np.prod([(2 * k - 1) * c for k in range(1, m + 1)]), m - 1: 0.0}
    for k in range(m + 1, n + 1):
        p[k] = ((2 * k - 1) * s * p[k - 1] - (k + m - 1) * p[k - 2]) / (k - m)
    f = 1.0
    for k in range(n - m + 1, n + m + 1):
        f /= k
    return p[n] * np.sqrt((1 if m == 0 else 2) * (2 * n + 1) * f)


def arguments(mjd, ut1):
    t = (mjd - 51544.5) / 36525
    fund = [erfa.fal03(t), erfa.falp03(t), erfa.faf03(t), erfa.fad03(t), erfa.faom03(t)]
    return erfa.gmst06(2400000.5, ut1, 2400000.5, mjd), np.array(fund)


def table(path, skip_first):
    for line in open(path, encoding="utf-8"):
        w = line.split()
        at = next((i for i, v in enumerate(w) if i < 3 and "," in v and v.replace(",", "").isdigit()), None)
        if at is not None and len(w) >= 16:
            numbers = w[(at + 1 if skip_first else at + 2):]
            yield [int(v) for v in numbers[6:11]], [float(v) for v in numbers[11:]]


def main(iers, fes):
    out = open("gravity_changes.csv", "w")
    out.write("mjd_tt,cause,n,m,dC,dS\n")
    for mjd in (58000.123, 59945.8, 60015.5, 60401.27, 60777.0):
        ut1 = mjd - (32.184 + 37 - DUT1) / 86400
        gmst, fund = arguments(mjd, ut1)
        matrix = erfa.c2t06a(2400000.5, mjd, 2400000.5, ut1, XP * AS, YP * AS)
        change = {}

        def add(cause, n, m, value):
            change[cause, n, m] = change.get((cause, n, m), 0) + value    # dC - i dS

        k = {(2, 0): 0.30190, (2, 1): 0.29830 - 0.00144j, (2, 2): 0.30102 - 0.00130j, (3, 0): 0.093, (3, 1): 0.093, (3, 2): 0.093, (3, 3): 0.094}
        plus = [-0.00089, -0.00080, -0.00057]
        for gm, number in ((GM_SUN, 0), (GM_MOON, 1)):
            p = matrix @ body(mjd, number)
            d = np.linalg.norm(p)
            longitude = np.arctan2(p[1], p[0])
            for (n, m), love in k.items():
                wave = gm / GM * (R / d) ** (n + 1) * legendre(n, m, p[2] / d) * np.exp(-1j * m * longitude)
                add("solid", n, m, love / (2 * n + 1) * wave)
                if n == 2:
                    add("solid", 4, m, plus[m] / 5 * wave)
        for m, name, skip in ((0, "b", False), (1, "a", True), (2, "c", False)):
            for delaunay, values in table(f"{iers}/tab6.5{name}.txt", skip):
                inphase, out_phase = {0: (values[1], values[3]) if m == 0 else None, 1: tuple(values[2:4]), 2: (values[1], 0.0)}[m]
                theta = m * (gmst + np.pi) - np.dot(delaunay, fund)
                wave = (inphase + 1j * out_phase) * 1e-12 * np.exp(1j * theta)
                add("solid", 2, m, wave.real if m == 0 else wave * (-1j if m == 1 else 1))
        # The field's tide-free C20 to zero-tide, and the permanent tide out of the tide: both by the makers' and the conventions' k.
        add("solid", 2, 0, -4.1735762e-9 + 4.4228e-8 * 0.31460 * 0.30190)

        years = (mjd - 51544.5) / 365.25
        m1 = XP - (0.0550 + 0.001677 * years)
        m2 = -(YP - (0.3205 + 0.003460 * years))
        add("pole", 2, 1, -1.333e-9 * ((m1 + 0.0115 * m2) - 1j * (m2 - 0.0115 * m1)))
        add("oceanpole", 2, 1, -2.1778e-10 * (m1 - 0.01724 * m2) + 1j * 1.7232e-10 * (m2 - 0.03365 * m1))

        s = fund[2] + fund[4]
        h = s - fund[3]
        doodson = np.array([gmst + np.pi - s, s, h, s - fund[0], -fund[4], h - fund[1]])
        for line in open(fes):
            f = line.split()
            if len(f) == 8 and f[0].replace(".", "").isdigit() and int(f[2]) > 1:
                digits = f[0].replace(".", "").zfill(6)
                theta = doodson @ [int(d) - (5 if i else 0) for i, d in enumerate(digits)]
                cp, sp, cm, sm = (float(v) * 1e-11 for v in f[4:])
                # eq. 6.15: sum over + and -
                add("ocean", int(f[2]), int(f[3]), (cp - 1j * sp) * np.exp(1j * theta) + (cm + 1j * sm) * np.exp(-1j * theta))
        for (cause, n, m), v in sorted(change.items()):
            if cause != "ocean" or n <= 4:
                out.write(f"{mjd},{cause},{n},{m},{v.real:.7e},{0.0 if m == 0 else -v.imag:.7e}\n")


main(sys.argv[1], sys.argv[2])
