"""Makes the constellation files from tables of satellites and elements (needs numpy and erfa).

    python3 make.py <folder with constellation_satellites.csv, elements_*.csv> <output folder>

Elements of the tables are on axes of date: the Earth-fixed frame turned back by GMST 1982 with UTC for UT1. They are turned to GCRF by
GMST and the full IAU 2006/2000A matrix (UT1-UTC as observed, to 1 ms; polar motion left out: 41 m at BeiDou's MEO height at most).
"""
import csv, sys
import numpy as np, erfa

GM, J2, RE = 3.986004418e14, 1.0826261738522e-3, 6378136.3
EARTH = 7.292115146706979e-5
EPOCH = "2023-03-12T12:00:00"
src, out = sys.argv[1], sys.argv[2]
rad, deg = np.radians, np.degrees


def rows(name):
    with open(f"{src}/{name}", newline="") as f:
        return list(csv.DictReader(f))


def utc(gpst):
    """Two-part UTC Julian date of a GPST time after 2017 (GPST - UTC = 18 s)."""
    d, t = gpst.split("T")
    y, mo, da = map(int, d.split("-"))
    h, mi, s = t.split(":")
    j1, j2 = erfa.cal2jd(y, mo, da)
    return j1, j2 + (int(h) * 3600 + int(mi) * 60 + float(s) - 18) / 86400


def to_gcrf(gpst):
    """Matrix from axes of date to GCRF; UT1-UTC to 1 ms."""
    u1, u2 = utc(gpst)
    dut1 = -0.0188 if gpst.startswith("2023") else 0.046 if gpst < "2025-04" else 0.040 if gpst < "2025-08" else 0.078
    ut1 = (u1, u2 + dut1 / 86400)
    tt = (u1, u2 + 69.184 / 86400)
    c2t = erfa.c2t06a(*tt, *ut1, 0.0, 0.0)
    g = erfa.gmst82(u1, u2)
    gmst = np.array([[np.cos(g), np.sin(g), 0], [-np.sin(g), np.cos(g), 0], [0, 0, 1]])
    return c2t.T @ gmst


def turn(q, i, node, argp):
    """Orientation angles after a rotation of axes."""
    so, co, si, ci, sw, cw = np.sin(node), np.cos(node), np.sin(i), np.cos(i), np.sin(argp), np.cos(argp)
    p = q @ [co * cw - so * sw * ci, so * cw + co * sw * ci, sw * si]
    r = q @ [-co * sw - so * cw * ci, -so * sw + co * cw * ci, cw * si]
    w = np.cross(p, r)
    n = np.array([-w[1], w[0], 0]) / np.hypot(w[0], w[1])
    return np.arctan2(np.hypot(w[0], w[1]), w[2]), np.arctan2(n[1], n[0]) % (2 * np.pi), np.arctan2(p @ np.cross(w, n), p @ n) % (2 * np.pi)


def rates(a, e, i):
    n = np.sqrt(GM / a**3)
    k = 0.75 * J2 * (RE / (a * (1 - e * e))) ** 2 * n
    c = np.cos(i)
    return -2 * k * c, k * (5 * c * c - 1), n + k * np.sqrt(1 - e * e) * (3 * c * c - 1)


def resonant(i, revolutions=1.0):
    """Semi-major axis of a circular orbit whose J2 secular motion repeats its ground track."""
    lo, hi = 2.0e7, 5.0e7
    for _ in range(80):
        a = 0.5 * (lo + hi)
        r = rates(a, 0, i)
        lo, hi = (a, hi) if r[1] + r[2] > revolutions * (EARTH - r[0]) else (lo, a)
    return a


def ecc(m, e):
    x = m
    for _ in range(30):
        x = m + e * np.sin(x)
    return x


def state(el):
    a, e, i, O, w, m = el
    x = ecc(m, e)
    n = np.sqrt(GM / a**3)
    b = np.sqrt(1 - e * e)
    so, co, si, ci, sw, cw = np.sin(O), np.cos(O), np.sin(i), np.cos(i), np.sin(w), np.cos(w)
    p = np.array([co * cw - so * sw * ci, so * cw + co * sw * ci, sw * si])
    q = np.array([-co * sw - so * cw * ci, -so * sw + co * cw * ci, cw * si])
    k = n / (1 - e * np.cos(x))
    return a * (np.cos(x) - e) * p + a * b * np.sin(x) * q, k * (-a * np.sin(x) * p + a * b * np.cos(x) * q)


def elements(r, v):
    h = np.cross(r, v)
    w = h / np.linalg.norm(h)
    a = 1 / (2 / np.linalg.norm(r) - v @ v / GM)
    ev = np.cross(v, h) / GM - r / np.linalg.norm(r)
    e = np.linalg.norm(ev)
    n = np.array([-w[1], w[0], 0]) / np.hypot(w[0], w[1])
    q = np.cross(w, n)
    u, om = np.arctan2(r @ q, r @ n), np.arctan2(ev @ q, ev @ n)
    x = 2 * np.arctan2(np.sqrt(1 - e) * np.sin((u - om) / 2), np.sqrt(1 + e) * np.cos((u - om) / 2))
    return [a, e, np.arctan2(np.hypot(w[0], w[1]), w[2]), np.arctan2(n[1], n[0]) % (2 * np.pi), om, x - e * np.sin(x)]


def osculating(el):
    """Mean to osculating: short-period J2 terms (SGP4)."""
    a, e, i, O, w, m = el
    x = ecc(m, e)
    eta = np.sqrt(1 - e * e)
    p, n = a * eta * eta, np.sqrt(GM / a**3)
    r, u = a * (1 - e * np.cos(x)), w + np.arctan2(eta * np.sin(x), np.cos(x) - e)
    rd, rv = a * n * e * np.sin(x) / (1 - e * np.cos(x)), n * a * a * eta / r
    k = 0.5 * J2 * RE * RE
    k1, k2, c, s = k / p, k / p**2, np.cos(i), np.sin(i)
    con = 3 * c * c - 1
    s2, c2 = np.sin(2 * u), np.cos(2 * u)
    r = r * (1 - 1.5 * k2 * eta * con) + 0.5 * k1 * s * s * c2
    u2 = u - 0.25 * k2 * (7 * c * c - 1) * s2
    O2, i2 = O + 1.5 * k2 * c * s2, i + 1.5 * k2 * c * s * c2
    rd -= n * k1 * s * s * s2
    rv += n * k1 * (s * s * c2 + 1.5 * con)
    so, co, si, ci, su, cu = np.sin(O2), np.cos(O2), np.sin(i2), np.cos(i2), np.sin(u2), np.cos(u2)
    R = np.array([co * cu - so * su * ci, so * cu + co * su * ci, su * si])
    T = np.array([-co * su - so * cu * ci, -so * su + co * cu * ci, cu * si])
    return r * R, rd * R + rv * T


def mean(el):
    """Osculating to mean by fixed-point iteration on non-singular differences."""
    r0, v0 = state(el)
    rm, vm = r0, v0
    for _ in range(20):
        r, v = osculating(elements(rm, vm))
        rm, vm = rm + (r0 - r), vm + (v0 - v)
    return elements(rm, vm)


META = {r["svn"]: r for r in rows("constellation_satellites.csv")}
BYPRN = {r["prn"]: r for r in rows("constellation_satellites.csv")}
E23 = {r["prn"]: r for r in rows("elements_2023-03-12.csv")}
E25 = {}
for r in rows("elements_2025.csv"):
    E25.setdefault(r["prn"], r)

# Panels (both wings) plus the mean of the X and Z faces of the published box-wing tables, m^2.
AREA = {"GPS-IIR": 18.0, "GPS-IIF": 27.8, "GPS-III": 27.5, "GLO-M": 34.2, "GLO-K1": 18.9, "GLO-K2": 22.0, "GAL-1": 13.0, "GAL-2": 13.0,
        "BDS-3M-CAST": 23.0, "BDS-3M-SECM": 12.7, "BDS-3I": 42.1, "BDS-3G": 42.1}
AREA_NOTE = "area: solar panels (both wings) and the mean of the X and Z faces of published box-wing tables; GLONASS-K2 22 m^2 is assumed."


def area(block):
    return next(v for k, v in AREA.items() if block.startswith(k))


def of_table(r, gpst):
    """Elements of a row, SI, on GCRF axes at the row's epoch."""
    i, O, w = turn(to_gcrf(gpst), rad(float(r["i_deg"])), rad(float(r["raan_deg"])), rad(float(r["argp_deg"])))
    return [float(r["a_m"]), float(r["e"]), i, O, w, rad(float(r["M_deg"]))]


def write(name, title, comment, sats):
    sats.sort(key=lambda s: s["prn"])
    with open(f"{out}/{name}.toml", "w") as f:
        for line in comment:
            f.write(f"# {line}\n" if line else "#\n")
        f.write(f'name = "{name}"\ndescription = "{title}"\nepoch = "{EPOCH}GPST"\n')
        for s in sats:
            f.write("\n[[satellite]]\n")
            for k in ("prn", "svn", "plane", "slot", "block", "class", "role", "clock"):
                f.write(f'{k} = "{s[k]}"\n')
            f.write(f'mass_kg = {s["mass"]:.1f}\narea_m2 = {area(s["block"])}\n')
            if s["launch"]:
                f.write(f'launch_date = "{s["launch"]}"\n')
            a, e, i, O, w, m = s["el"]
            f.write(f"a_m = {a:.3f}\ne = {e:.8f}\ni_deg = {deg(i):.7f}\nraan_deg = {deg(O) % 360:.7f}\nargp_deg = {deg(w) % 360:.7f}\nm_deg = {deg(m) % 360:.7f}\n")
    print(name, len(sats), sum(s["role"] == "active" for s in sats))


def entry(prn, meta, el, role, clock, plane=None, slot=None, cls="meo"):
    return dict(prn=prn, svn=meta["svn"], plane=plane or meta["plane"], slot=slot or meta["slot"], block=meta["block"], role=role, clock=clock,
                mass=float(meta["mass_kg"]), launch=meta["launch_date"], el=el, **{"class": cls})


AXES = ["Elements are mean elements on GCRF axes at the epoch: metres, degrees. They were turned from axes of date (Earth-fixed frame turned",
        "back by GMST) by the full precession-nutation matrix, so that the Earth-fixed place at the epoch is kept; polar motion (40 m) is left out."]


def beidou():
    q = to_gcrf(EPOCH)
    sats = []

    def nominal(a, i, O, u):
        i2, O2, w2 = turn(q, i, O, u)
        return [a, 0.0, i2, O2, 0.0, w2]

    a_igso, a_geo = resonant(rad(55)), resonant(0.0)
    for prn, m in BYPRN.items():
        if not m["block"].startswith("BDS-3") or "SI" in m["block"].split("-")[1] or m["block"].startswith("BDS-3S"):
            continue
        clock = {"Rb": "RB-BDS3", "PHM": "PHM-BDS3"}[m["clock"]]
        if prn in ("C47", "C49"):
            clock = "PHM-BDS3-UP"
        if prn in ("C48", "C50"):
            clock = "RB-BDS3-NEW"
        if m["block"].startswith("BDS-3M") and m["slot"]:
            plane, k = m["slot"].split("-")
            j, k = "ABC".index(plane), int(k) - 1
            el = nominal(27906100.0, rad(55), rad(342.35 + 120 * j), rad(35.46 + 45 * k + 15 * j))
            sats.append(entry(prn, m, el, "active", clock, plane))
        elif m["block"].startswith("BDS-3M"):
            # Back from 2025 at the mean rates observed of the constellation.
            r = E25[prn]
            t = r["epoch_gpst"]
            i, O, w = turn(to_gcrf(t), rad(float(r["i_deg"])), rad(float(r["raan_deg"])), rad(float(r["argp_plus_M_deg"])))
            days = sum(np.array(utc(EPOCH)) - np.array(utc(t)))
            el = [27906100.0, 0.0, i, O + rad(-0.0333 * days), 0.0, w + rad(670.4625 * days)]
            plane = "A" if prn in ("C47", "C49") else "B"
            sats.append(entry(prn, m, el, "spare", clock, plane, f"{plane}-spare"))
        elif m["block"].startswith("BDS-3I"):
            k = ["C38", "C39", "C40"].index(prn)
            O = 51.0 + 120 * k
            sats.append(entry(prn, m, nominal(a_igso, rad(55), rad(O), rad(109.28 - O)), "active", clock, "IGSO", f"I-{k + 1}", "igso"))
        else:
            lon = {"C59": 140.0, "C60": 80.0, "C61": 110.5, "C62": 160.0}[prn]
            g = erfa.gmst82(*utc(EPOCH))
            el = nominal(a_geo, 0.0, 0.0, rad(lon) + g)
            sats.append(entry(prn, m, el, "spare" if prn == "C62" else "active", clock, "GEO", f"{lon:g}E", "geo"))
    write("beidou-3", "BeiDou-3: the nominal 30 satellites with the spares of 2023 and 2024",
          ["BeiDou-3, nominal: 24 MEO as Walker 24/3/1 fitted to the satellites of 2023-03-12 (real slots scatter by up to 4 degrees in latitude",
           "argument and 1 degree in inclination), 3 IGSO on one ground track centred at 119.5 E, 3 GEO at 80, 110.5 and 140 E. Semi-major axes of",
           "IGSO and GEO are those whose J2 secular motion holds the ground track (station keeping does it in reality).",
           "The MEO spares stand where they stood in 2025 relative to the pattern, carried back by the pattern's rates: within about 4 degrees.",
           "C47 and C49 are the 59th and 60th satellites (launched 2024-09-19; which is which is not published).",
           "Rb or maser as working clock: not published by satellite, consistent with measured drift.",
           *AXES, "Sources: IGS satellite metadata, broadcast ephemerides of 2023-03-12 and 2025, GB/T 39414.", AREA_NOTE], sats)


def common(els):
    """One semi-major axis for all of a system: slots are held over years, as station keeping does."""
    return float(np.median([e[0] for e in els]))


def gps():
    fall = {"G063": ("GPS-IIF", 1633, "2011-07-16"), "G051": ("GPS-IIR-A", 1080, "2000-05-11"), "G045": ("GPS-IIR-A", 1080, "2003-03-31"),
            "G047": ("GPS-IIR-B", 1080, "2003-12-21"), "G044": ("GPS-IIR-A", 1080, "2000-07-16"), "G046": ("GPS-IIR-A", 1080, "1999-10-07"), "G041": ("GPS-IIR-A", 1080, "2000-11-10")}
    sats, shift = [], []
    for prn in [p for p in E23 if p[0] == "G"]:
        r = E23[prn]
        m = META.get(r["svn"]) or dict(svn=r["svn"], block=fall[r["svn"]][0], mass_kg=fall[r["svn"]][1], launch_date=fall[r["svn"]][2], clock="Rb")
        el = of_table(r, EPOCH)
        b = m["block"]
        clock = "RB-GPS-III" if "III" in b else "RB-GPS-IIR" if "IIR" in b else "CS-GPS-IIF" if m["clock"] == "Cs" else "RB-GPS-IIF"
        plane = "ABCDEF"[int(r["plane"]) - 1] if r["plane"] else "?"
        sats.append(entry(prn, m, el, "active", clock, plane, r["slot"] or m.get("slot") or plane))
    a = common([s["el"] for s in sats])
    shift = [s["el"][0] - a for s in sats]
    for s in sats:
        s["el"][0] = a
    print("GPS a", a, min(shift), max(shift))
    write("gps", "GPS as it flew on 2023-03-12", ["GPS: the satellites that broadcast on 2023-03-12, each with its own plane, phase and eccentricity.",
          "The semi-major axis is one for all (the median), so that slots hold over years as station keeping does;",
          f"broadcast values differ by {min(shift)/1e3:.1f} to {max(shift)/1e3:+.1f} km.", *AXES,
          "Sources: IGS satellite metadata, broadcast ephemerides of 2023-03-12. Which IIF fly caesium is inferred from 2021 to 2023 data.", AREA_NOTE], sats)


def galileo():
    sats = []
    for prn in [p for p in E23 if p[0] == "E"]:
        r = E23[prn]
        m = META.get(r["svn"]) or dict(svn=r["svn"], block="GAL-2", mass_kg=706, launch_date="2015-09-11", clock="PHM")
        role = "active" if len(r["slot"]) == 3 and r["slot"][1] == "0" else "spare"
        sats.append(entry(prn, m, of_table(r, EPOCH), role, "RAFS-GAL" if m["clock"] == "RAFS" else "PHM-GAL", r["slot"][0] if role == "active" or r["slot"][0] in "ABC" and r["slot"][1].isdigit() else "Ext", r["slot"]))
    m = BYPRN["E29"]
    q = to_gcrf(EPOCH)
    plane = [E23[p] for p in E23 if p[0] == "E" and E23[p]["slot"].startswith("C")]
    i, O, w = turn(q, rad(np.mean([float(r["i_deg"]) for r in plane])), rad(np.mean([float(r["raan_deg"]) for r in plane])), rad(305.96 + 180))
    sats.append(entry("E29", m, [0, 0.0, i, O, 0.0, w], "active", "PHM-GAL", "C", "C05"))
    a = common([s["el"] for s in sats if s["role"] == "active" and s["el"][0]])
    shift = [s["el"][0] - a for s in sats if s["role"] == "active" and s["el"][0]]
    for s in sats:
        if abs(s["el"][0] - a) < 5e5 or s["el"][0] == 0:
            s["el"][0] = a
    print("GAL a", a, min(shift), max(shift))
    write("galileo", "Galileo: Walker 24/3/1 as filled in 2023 and 2024", ["Galileo: the satellites that broadcast on 2023-03-12 in slots 01 to 08, and E29 at the nominal place of slot C05, which it fills since 2024.",
          "E10 (between slots) and the eccentric pair E14, E18 are spares. The semi-major axis is one for all slots (the median), so that they hold",
          f"over years; broadcast values differ by {min(shift)/1e3:.1f} to {max(shift)/1e3:+.1f} km. Working clocks as published in September 2025.", *AXES,
          "Sources: IGS satellite metadata, European GNSS Service Centre, broadcast ephemerides of 2023-03-12.", AREA_NOTE], sats)


def glonass():
    sats = []
    for prn in [p for p in E23 if p[0] == "R" and int(p[1:]) <= 24]:
        r = E23[prn]
        t = "2023-03-12T11:45:18"
        el = mean(of_table(r, t))
        rate = rates(*el[:3])
        el[3] += rate[0] * 882
        el[4] += rate[1] * 882
        el[5] += rate[2] * 882
        m = META.get(r["svn"]) or dict(svn=r["svn"], block="GLO-M", mass_kg=1415, launch_date="", clock="Cs")
        clock = "RB-GLO-K" if "-K" in m["block"] else "CS-GLO-M"
        n = int(prn[1:])
        sats.append(entry(prn, m, el, "active", clock, str((n - 1) // 8 + 1), f"{n:02d}"))
    a = common([s["el"] for s in sats])
    shift = [s["el"][0] - a for s in sats]
    for s in sats:
        s["el"][0] = a
    print("GLO a", a, min(shift), max(shift))
    write("glonass", "GLONASS as it flew on 2023-03-12", ["GLONASS: slots 1 to 24 as they broadcast on 2023-03-12 (states of 11:45:00 UTC, short-period J2 terms removed, carried 882 s).",
          f"The semi-major axis is one for all (the median), so that slots hold over years; single values differ by {min(shift)/1e3:.1f} to {max(shift)/1e3:+.1f} km.", *AXES,
          "Sources: IGS satellite metadata, broadcast ephemerides of 2023-03-12.", AREA_NOTE], sats)


beidou()
gps()
galileo()
glonass()
