"""Cuts one message a satellite out of a RINEX 3 navigation file: the one whose clock reference is nearest to an hour.

    gunzip -c ESBC00DNK_R_20201770000_01D_MN.rnx.gz | python3 make_nav.py 10 > nav-2020-06-25.rnx

Source: navigation file of station ESBC00DNK, 2020-06-25, IGS/EPN. Of Galileo I/NAV messages alone; GLONASS dates are UTC, BeiDou's BDT.
"""
import sys

hour = float(sys.argv[1])
lines = sys.stdin.read().split("\n")
end = next(i for i, l in enumerate(lines) if "END OF HEADER" in l)
lengths = {"G": 8, "E": 8, "C": 8, "R": 4}
best = {}
i = end + 1
while i < len(lines):
    line = lines[i]
    system = line[:1]
    n = lengths.get(system)
    if n is None:
        i += 1
        continue
    if system == "R" and i + 4 < len(lines) and lines[i + 4].startswith("    "):
        n = 5
    y, mo, d, h, mi, s = (int(line[a:b]) for a, b in ((4, 8), (9, 11), (12, 14), (15, 17), (18, 20), (21, 23)))
    inav = system != "E" or int(float(lines[i + 5][23:42].replace("D", "E"))) & (1 << 9)
    healthy = float(lines[i + 6][23:42].replace("D", "E")) == 0 if system != "R" else float(lines[i + 1][61:80].replace("D", "E")) == 0
    if (mo, d) == (6, 25) and inav and healthy:
        # Galileo's reader in RTKLIB wants the reference in the past.
        distance = (h + mi / 60) - hour
        if abs(distance) <= (0.3 if system == "R" else 1.0) and (system != "E" or distance < 0):
            key = abs(distance)
            if line[:3] not in best or key < best[line[:3]][0]:
                best[line[:3]] = (key, lines[i : i + n])
    i += n
out = ["     3.05           N: GNSS NAV DATA    M: MIXED            RINEX VERSION / TYPE"]
out += [l for l in lines[:end] if "LEAP SECONDS" in l]
out += ["                                                            END OF HEADER"]
for sat in sorted(best):
    out += best[sat][1]
print("\n".join(l.rstrip() for l in out))
