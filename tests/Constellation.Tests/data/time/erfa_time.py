"""Writes erfa_utc.csv and erfa_tdb.csv with the ERFA library (python3-erfa): the expected values of the tests of time scales."""
import erfa
import numpy as np

rng = np.random.default_rng(20240920)
with open("erfa_utc.csv", "w") as out:
    out.write("year,month,day,hour,minute,second,tai_mjd,tai_second_of_day,tai_minus_utc\n")
    days = [(1972, 1, 1), (1972, 6, 30), (1972, 7, 1), (1980, 1, 6), (1998, 12, 31), (1999, 1, 1), (2005, 12, 31), (2008, 12, 31),
            (2012, 6, 30), (2015, 6, 30), (2016, 12, 31), (2017, 1, 1), (2024, 9, 20), (2030, 6, 1)]
    days += [tuple(int(v) for v in erfa.jd2cal(2441317.5, float(d))[:3]) for d in rng.integers(0, 20000, 60)]
    for y, m, d in days:
        for h, mi, s in [(0, 0, 0), (12, 34, 56), (23, 59, 59)] + ([(23, 59, 60)] if (y, m, d) in
                [(1972, 6, 30), (1998, 12, 31), (2005, 12, 31), (2008, 12, 31), (2012, 6, 30), (2015, 6, 30), (2016, 12, 31)] else []):
            u1, u2 = erfa.dtf2d("UTC", y, m, d, h, mi, s)
            a1, a2 = erfa.utctai(u1, u2)
            mjd = int(np.floor(a1 - 2400000.5 + a2 + 1e-9))
            sod = round(((a1 - 2400000.5 - mjd) + a2) * 86400.0)
            dat = erfa.dat(y, m, d, 0.0)
            out.write(f"{y},{m},{d},{h},{mi},{s},{mjd},{sod},{dat:.0f}\n")

with open("erfa_tdb.csv", "w") as out:
    out.write("tt_s,tdb_minus_tt_s\n")
    for t in np.sort(rng.uniform(-50, 50, 400)) * 365.25 * 86400.0:
        t = float(np.round(t))
        value = erfa.dtdb(2451545.0, t / 86400.0, 0.0, 0.0, 0.0, 0.0)
        out.write(f"{t:.0f},{value:.12f}\n")
