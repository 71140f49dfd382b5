#!/usr/bin/env python3
"""Makes states.csv: satellite positions and clocks by rnx2rtkp (RTKLIB 2.4.3) from broadcast messages.

usage: make_states.py DATA > states.csv      (DATA: the folder with nav/ESBC..., nav/BRD400DLR..., plain or .gz)

An observation file is made in which every satellite has the pseudorange of column 4; rnx2rtkp -x 4 traces where it finds them
('rs=', to 1 mm, and 'dts=', to 1 ps). RINEX 4 is not read by that version: the records of its legacy kinds are copied to RINEX 3 first.
"""
import gzip, os, subprocess, sys, tempfile
FILES = [("nav/ESBC00DNK_R_20201770000_01D_MN.rnx.gz", ["2020 06 25 02 17 13", "2020 06 25 11 59 59", "2020 06 25 21 43 30"]),
         ("nav/BRD400DLR_S_20230710000_01D_MN.rnx.gz", ["2023 03 12 03 05 00", "2023 03 12 14 58 40"])]
SATS = [s + "%02d" % n for s, c in (("G", 32), ("R", 24), ("E", 36), ("C", 61), ("J", 7), ("I", 9)) for n in range(1, c + 1)]
# rnx2rtkp numbers satellites by system in this order
ORDER = [("G", 1, 32), ("R", 1, 27), ("E", 1, 36), ("J", 1, 10), ("C", 1, 63), ("I", 1, 14)]
NUMBER = {}
for s, a, b in ORDER:
    for n in range(a, b + 1):
        NUMBER[len(NUMBER) + 1] = "%s%02d" % (s, n)

def rinex3(lines):
    if float(lines[0][:9]) < 4:
        return lines
    out, head, keep = [], True, False
    for l in lines:
        if head:
            out.append(l.replace("4.00", "3.04", 1) if "RINEX VERSION" in l else l)
            head = "END OF HEADER" not in l
        elif l.startswith(">"):
            keep = l[2:5] == "EPH" and l.split()[3] in ("LNAV", "FDMA", "INAV", "FNAV", "D1", "D2") and l[6] != "S"
        elif keep:
            out.append(l)
    return out

def observations(epochs, path, sats):
    with open(path, "w") as f:
        f.write("%9.2f           %-20s%-20s%-20s\n" % (3.04, "OBSERVATION DATA", "M", "RINEX VERSION / TYPE"))
        f.write("%14.4f%14.4f%14.4f%18s%-20s\n" % (3582105.291, 532589.7313, 5232754.8054, "", "APPROX POSITION XYZ"))
        for s, c in (("G", "C1C"), ("R", "C1C"), ("E", "C1C"), ("C", "C2I"), ("J", "C1C"), ("I", "C5A")):
            f.write("%-60s%-20s\n" % ("%s%5d %s" % (s, 1, c), "SYS / # / OBS TYPES"))
        f.write("%60s%-20s\n" % ("", "END OF HEADER"))
        for e in epochs:
            f.write("> %s.0000000  0%3d\n" % (e, len(sats)))
            for s in sats:
                f.write("%s%14.3f\n" % (s, 21000000 + 100000 * SATS.index(s) + 0.123))

if __name__ == "__main__":
    print("# nav,epoch_gpst,sat,pseudorange_m,x_m,y_m,z_m,clock_ns; rnx2rtkp 2.4.3 b34 by make_states.py")
    for nav, epochs in FILES:
        with tempfile.TemporaryDirectory() as d:
            path = os.path.join(sys.argv[1], nav)
            text = gzip.open(path, "rt").read().split("\n")
            open(d + "/n.nav", "w").write("\n".join(rinex3(text)))
            for e, system in [(e, s) for e in epochs for s in "GRECJI"]:     # that version keeps 96 satellites of an epoch
                observations([e], d + "/o.obs", [s for s in SATS if s[0] == system])
                subprocess.run(["rnx2rtkp", "-p", "0", "-sys", "G,R,E,J,C,I", "-x", "4", "-o", d + "/o.pos", d + "/o.obs", d + "/n.nav"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                seen = set()
                for l in open(d + "/o.pos.trace"):
                    if " rs=" in l and "svh" in l:
                        sat = NUMBER.get(int(l.split("sat=")[1][:3]))
                        x, y, z = [float(v) for v in l.split("rs=")[1].split("dts=")[0].split()]
                        clk = l.split("dts=")[1].split("var=")[0].strip()
                        if sat in seen or abs(x) < 1: continue
                        seen.add(sat)
                        y4, mo, da, h, m, s = e.split()
                        print("%s,%s-%s-%sT%s:%s:%s,%s,%.3f,%.3f,%.3f,%.3f,%s" % (os.path.basename(nav)[:4], y4, mo, da, h, m, s, sat, 21000000 + 100000 * SATS.index(sat) + 0.123, x, y, z, clk))
