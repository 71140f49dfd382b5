"""Protection levels of Advanced RAIM, written straight from the description, without any library.

    python3 araim.py example.csv

Blanch, Walter, Enge, Lee, Pervan, Rippl, Spletter, "Advanced RAIM User Algorithm Description: Integrity Support Message Processing,
Fault Detection, Exclusion, and Protection Level Calculation", ION GNSS 2012, sections III to VI; the input is the example of its appendix J.
Every subset is solved by itself, from its own normal matrix; every equation for a level is solved by halving an interval.

Printed: one line per file with HPL, VPL, EMT and the accuracies (m), and how many fault modes are monitored.
"""
import csv
import itertools
import math
import sys

PHMI_VERT, PHMI_HOR, P_THRES = 9.8e-8, 2e-9, 4e-8
P_FA_VERT, P_FA_HOR, P_EMT = 3.9e-6, 9e-8, 1e-5


def q(x):
    return 0.5 * math.erfc(x / math.sqrt(2))


def q_inverse(p):
    low, high = -40.0, 40.0
    for _ in range(200):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if q(middle) > p else (low, middle)
    return 0.5 * (low + high)


def inverse(matrix):
    n = len(matrix)
    rows = [list(matrix[i]) + [1.0 if j == i else 0.0 for j in range(n)] for i in range(n)]
    for c in range(n):
        pivot = max(range(c, n), key=lambda r: abs(rows[r][c]))
        if abs(rows[pivot][c]) < 1e-12:
            return None
        rows[c], rows[pivot] = rows[pivot], rows[c]
        rows[c] = [v / rows[c][c] for v in rows[c]]
        for r in range(n):
            if r != c:
                factor = rows[r][c]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[c])]
    return [row[n:] for row in rows]


def gain(sats, used):
    """S = (G'WG)^-1 G'W of the satellites in use, zero columns for the others; None where there is no solution."""
    systems = sorted({sats[i]["system"] for i in used})
    rows = {i: [sats[i]["g"][0], sats[i]["g"][1], sats[i]["g"][2]] + [1.0 if sats[i]["system"] == s else 0.0 for s in systems] for i in used}
    n = 3 + len(systems)
    if len(used) < n:
        return None
    weight = {i: 1.0 / sats[i]["cint"] for i in used}
    cofactor = inverse([[sum(weight[i] * rows[i][a] * rows[i][b] for i in used) for b in range(n)] for a in range(n)])
    if cofactor is None:
        return None
    return [[sum(cofactor[a][b] * rows[i][b] for b in range(n)) * weight[i] if i in used else 0.0 for i in range(len(sats))] for a in range(3)]


def elementary(probabilities, r):
    """Sum over all choices of r events of the product of their probabilities: no less than the probability of r or more."""
    return sum(math.prod(chosen) for chosen in itertools.combinations(probabilities, r))


def monitored(sats):
    """Fault modes whose satellites are excluded, with their priors, and the prior of what is not monitored."""
    systems = sorted({s["system"] for s in sats})
    p_const = {s["system"]: s["p_const"] for s in sats}
    sats_at_least = lambda r: elementary([s["p_sat"] for s in sats], r)
    const_at_least = lambda r: elementary(list(p_const.values()), r)
    most_sat = next(r for r in range(20) if sats_at_least(r + 1) <= P_THRES)
    most_const = next(r for r in range(20) if const_at_least(r + 1) <= P_THRES)
    modes = []
    for r in range(1, most_sat + 1):
        for out in itertools.combinations(range(len(sats)), r):
            modes.append((set(out), math.prod(sats[i]["p_sat"] for i in out)))
    for r in range(1, most_const + 1):
        for out in itertools.combinations(systems, r):
            modes.append(({i for i, s in enumerate(sats) if s["system"] in out}, math.prod(p_const[s] for s in out)))
    return modes, sats_at_least(most_sat + 1) + const_at_least(most_const + 1)


def solve_level(total, terms):
    """The level at which the sum of prior times tail falls to the total."""
    low, high = 0.0, 1e5
    for _ in range(200):
        middle = 0.5 * (low + high)
        risk = sum(p * q((middle - bias) / sigma) for p, sigma, bias in terms)
        low, high = (middle, high) if risk > total else (low, middle)
    return 0.5 * (low + high)


def protection(sats):
    everyone = set(range(len(sats)))
    modes, missed = monitored(sats)
    all_in_view = gain(sats, everyone)
    solved = []
    for out, prior in modes:
        s = gain(sats, everyone - out)
        if s is None:
            missed += prior
        else:
            solved.append((s, prior))
    spread = lambda s, c: math.sqrt(sum(s[i] ** 2 * sats[i][c] for i in everyone))
    push = lambda s: sum(abs(s[i]) * sats[i]["b_nom"] for i in everyone)
    k_fa = [q_inverse(P_FA_HOR / (4 * len(solved)))] * 2 + [q_inverse(P_FA_VERT / (2 * len(solved)))]
    share = 1 - missed / (PHMI_VERT + PHMI_HOR)
    budget = [PHMI_HOR / 2 * share, PHMI_HOR / 2 * share, PHMI_VERT * share]
    level, emt = [], 0.0
    for axis in range(3):
        terms = [(2.0, spread(all_in_view[axis], "cint"), push(all_in_view[axis]))]
        for s, prior in solved:
            separation = spread([a - b for a, b in zip(s[axis], all_in_view[axis])], "cacc")
            threshold = k_fa[axis] * separation
            terms.append((prior, spread(s[axis], "cint"), threshold + push(s[axis])))
            if axis == 2 and prior >= P_EMT:
                emt = max(emt, threshold)
        level.append(solve_level(budget[axis], terms))
    acc = [spread(all_in_view[axis], "cacc") for axis in range(3)]
    return math.hypot(level[0], level[1]), level[2], emt, math.hypot(acc[0], acc[1]), acc[2], len(solved)


def read(path):
    with open(path) as file:
        return [{"system": r["system"], "g": (float(r["g_east"]), float(r["g_north"]), float(r["g_up"])), "cint": float(r["c_int"]), "cacc": float(r["c_acc"]),
                 "b_nom": float(r["b_nom"]), "p_sat": float(r["p_sat"]), "p_const": float(r["p_const"])} for r in csv.DictReader(file)]


if __name__ == "__main__":
    print("file,hpl_m,vpl_m,emt_m,sigma_hor_acc_m,sigma_ver_acc_m,modes")
    for path in sys.argv[1:]:
        h, v, e, ha, va, n = protection(read(path))
        print(f"{path},{h:.6f},{v:.6f},{e:.6f},{ha:.6f},{va:.6f},{n}")
