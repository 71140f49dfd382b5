#!/usr/bin/env python3
"""Makes rtklib_precise.csv: single point positions of the first hour of ESBC by rnx2rtkp (RTKLIB 2.4.3) with precise products, every ten epochs.

usage: make_rtklib_precise.py DATA CONSTELLATION > rtklib_precise.csv

DATA is the folder with obs/, nav/, sp3/ and clk/, CONSTELLATION the program that expands compact observation files.
rnx2rtkp -k CONF -d 6 -te 2020/06/25 00:59:59 -o OUT OBS NAV SP3 CLK with CONF as below.
"""
import glob, gzip, os, subprocess, sys, tempfile
CONF = """pos1-posmode =single
pos1-frequency =l1+2
pos1-elmask =15
pos1-ionoopt =%s
pos1-tropopt =%s
pos1-sateph =precise
pos1-navsys =13
out-solformat =xyz
out-timesys =gpst
out-timeform =tow
"""

def main():
    print("# run,gps_week,gps_second,x_m,y_m,z_m,n_sat; rnx2rtkp 2.4.3 b34 by make_rtklib_precise.py")
    with tempfile.TemporaryDirectory() as d:
        subprocess.run([sys.argv[2], "convert", sys.argv[1] + "/obs/ESBC00DNK_R_20201770000_01D_30S_MO.crx.gz", d + "/o.rnx"], check=True, stderr=subprocess.DEVNULL)
        files = [d + "/o.rnx"]
        for name, end in (("nav/ESBC00DNK_R_20201770000_01D_MN.rnx.gz", "nav"), ("sp3/GRG0MGXFIN_20201770000_01D_15M_ORB.SP3.gz", "sp3"), ("clk/GRG0MGXFIN_2020177*", "clk")):
            data = open(glob.glob(os.path.join(sys.argv[1], name))[0], "rb").read()
            files.append("%s/p.%s" % (d, end))
            open(files[-1], "wb").write(gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data)
        for run, iono, tropo in (("if", "dual-freq", "off"), ("klobuchar", "brdc", "saas")):
            open(d + "/c.conf", "w").write(CONF % (iono, tropo))
            subprocess.run(["rnx2rtkp", "-k", d + "/c.conf", "-d", "6", "-te", "2020/06/25", "00:59:59", "-o", d + "/o.pos"] + files, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            for r in [l.split() for l in open(d + "/o.pos") if l[0] != "%"][::10]:
                print(",".join([run] + r[:5] + [r[6]]))

main()
