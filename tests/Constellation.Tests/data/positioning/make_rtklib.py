#!/usr/bin/env python3
"""Makes rtklib.csv: single point positions by rnx2rtkp (RTKLIB 2.4.3), every so many epochs.

usage: make_rtklib.py DATA CONSTELLATION > rtklib.csv

DATA is the folder with obs/ and nav/, CONSTELLATION the program that expands compact observation files ('convert IN OUT').
rnx2rtkp -k CONF -d 6 -o OUT OBS NAV... with CONF as below. RINEX 4 is not read by that version: the records of its
legacy kinds are copied to RINEX 3 first, without the coefficients of the ionosphere, for which it then takes its own of 2004.
The run that ends in -4 has the RINEX 4 file itself, of which it loses the messages after STO and ION records.
"""
import gzip, os, subprocess, sys, tempfile
from make_states import rinex3
CONF = """pos1-posmode =single
pos1-frequency =l1
pos1-elmask =10
pos1-ionoopt =%s
pos1-tropopt =saas
pos1-sateph =brdc
pos1-navsys =%d
out-solformat =xyz
out-timesys =gpst
out-timeform =tow
"""
RUNS = [("esbc-g", "obs/ESBC00DNK_R_20201770000_01D_30S_MO.crx.gz", ["nav/ESBC00DNK_R_20201770000_01D_MN.rnx.gz"], 1, "brdc", 20),
        ("esbc-grec", "obs/ESBC00DNK_R_20201770000_01D_30S_MO.crx.gz", ["nav/ESBC00DNK_R_20201770000_01D_MN.rnx.gz"], 45, "brdc", 20),
        ("esbc-grec-if", "obs/ESBC00DNK_R_20201770000_01D_30S_MO.crx.gz", ["nav/ESBC00DNK_R_20201770000_01D_MN.rnx.gz"], 45, "dual-freq", 20),
        ("esbc-grec-off", "obs/ESBC00DNK_R_20201770000_01D_30S_MO.crx.gz", ["nav/ESBC00DNK_R_20201770000_01D_MN.rnx.gz"], 45, "off", 60),
        ("kms3-grec", "obs/KMS300DNK_R_20221591000_01H_30S_MO.crx", ["nav/KMS300DNK_R_20221591000_01H_MN.rnx.gz"], 45, "brdc", 3),
        ("kms3-grec-4", "obs/KMS300DNK_R_20221591000_01H_30S_MO.crx", ["nav/KMS300DNK_R_20221591000_01H_MN.rnx.gz"], 45, "brdc", 3),
        ("nya1-ge", "obs/NYA100NOR_S_20241270000_01D_30S_MO.crx.gz", ["nav/NYA100NOR_S_20241270000_01D_GN.rnx.gz", "nav/NYA100NOR_S_20241270000_01D_EN.rnx.gz"], 9, "brdc", 20),
        ("sept-gej", "obs/SEPT078M.21O.gz", ["nav/SEPT078M.21P"], 25, "brdc", 15)]

def main():
    print("# run,gps_week,gps_second,x_m,y_m,z_m,n_sat; rnx2rtkp 2.4.3 b34 by make_rtklib.py")
    for name, obs, navs, systems, iono, every in RUNS:
        with tempfile.TemporaryDirectory() as d:
            open(d + "/c.conf", "w").write(CONF % (iono, systems))
            o = os.path.join(sys.argv[1], obs)
            if ".crx" in obs:
                subprocess.run([sys.argv[2], "convert", o, d + "/o.rnx"], check=True, stderr=subprocess.DEVNULL)
            else:
                open(d + "/o.rnx", "wb").write(gzip.open(o).read())
            files = []
            for i, nav in enumerate(navs):
                path = os.path.join(sys.argv[1], nav)
                text = (gzip.open(path, "rt") if nav.endswith("gz") else open(path)).read().split("\n")
                files.append("%s/n%d.nav" % (d, i))
                open(files[-1], "w").write("\n".join(text if name.endswith("-4") else rinex3(text)))
            subprocess.run(["rnx2rtkp", "-k", d + "/c.conf", "-d", "6", "-o", d + "/o.pos", d + "/o.rnx"] + files, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            rows = [l.split() for l in open(d + "/o.pos") if l[0] != "%"]
            for r in rows[::every]:
                print(",".join([name] + r[:5] + [r[6]]))

main()
