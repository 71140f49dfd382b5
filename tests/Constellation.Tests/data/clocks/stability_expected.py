"""Writes stability_expected.csv: every statistic straight from its definition, in plain Python with exact sums (math.fsum).

Independent of the C# code: no sliding sums, no kernels, no shared helpers. Run: python3 stability_expected.py > stability_expected.csv
Definitions: NIST SP 1065 section 5 (ADEV to MTIE), Vernotte and others 2016 (PDEV), Taylor and Howe 2010 (TheoBR).
MTOTDEV, TTOTDEV, HTOTDEV carry the white-FM bias of SP 1065 (0.73, 0.73, 0.995 above m = 1); TOTDEV and Theo1 carry none.
For Theo1 and TheoBR m is the stride: the averaging time is 0.75 m.
"""
from math import fsum, sqrt, floor


def generator(count, seed=1234567890):
    n, out = seed, []
    for _ in range(count):
        out.append(n / 2147483647.0)
        n = 16807 * n % 2147483647
    return out


def phase(y):
    x = [0.0]
    for v in y:
        x.append(x[-1] + v)
    return x


def adev(x, m):
    t = x[::m]
    d = [(t[i + 2] - 2 * t[i + 1] + t[i]) ** 2 for i in range(len(t) - 2)]
    return sqrt(fsum(d) / (2 * m * m * len(d)))


def oadev(x, m):
    d = [(x[i + 2 * m] - 2 * x[i + m] + x[i]) ** 2 for i in range(len(x) - 2 * m)]
    return sqrt(fsum(d) / (2 * m * m * len(d)))


def mdev(x, m):
    d = [fsum(x[i + 2 * m] - 2 * x[i + m] + x[i] for i in range(j, j + m)) ** 2 for j in range(len(x) - 3 * m + 1)]
    return sqrt(fsum(d) / (2 * m ** 4 * len(d)))


def tdev(x, m):
    return m * mdev(x, m) / sqrt(3)


def hdev(x, m):
    t = x[::m]
    d = [(t[i + 3] - 3 * t[i + 2] + 3 * t[i + 1] - t[i]) ** 2 for i in range(len(t) - 3)]
    return sqrt(fsum(d) / (6 * m * m * len(d)))


def ohdev(x, m):
    d = [(x[i + 3 * m] - 3 * x[i + 2 * m] + 3 * x[i + m] - x[i]) ** 2 for i in range(len(x) - 3 * m)]
    return sqrt(fsum(d) / (6 * m * m * len(d)))


def pdev(x, m):
    if m == 1:
        return oadev(x, 1)
    d = [fsum(((m - 1) / 2 - k) * (x[i + k] - x[i + k + m]) for k in range(m)) ** 2 for i in range(len(x) - 2 * m)]
    return sqrt(72 * fsum(d) / (m ** 6 * len(d)))


def totdev(x, m):
    n = len(x)
    e = [2 * x[0] - v for v in x[n - 1:0:-1]] + x + [2 * x[-1] - v for v in x[n - 2::-1]]
    o = n - 1
    d = [(e[o + i - m] - 2 * e[o + i] + e[o + i + m]) ** 2 for i in range(1, n - 1)]
    return sqrt(fsum(d) / (2 * m * m * len(d)))


def total_sum(v, m):
    """Mean over the runs of 3 m and over the 6 m places of the squared second difference of m-point means."""
    runs = []
    for s in range(len(v) - 3 * m + 1):
        w = v[s:s + 3 * m]
        half = len(w) // 2
        slope = (fsum(w[-half:]) / half - fsum(w[:half]) / half) / (len(w) - half)
        w = [w[i] - slope * i for i in range(len(w))]
        e = w[::-1] + w + w[::-1]
        means = [fsum(e[j:j + m]) / m for j in range(8 * m)]
        runs.append(fsum((means[j] - 2 * means[j + m] + means[j + 2 * m]) ** 2 for j in range(6 * m)) / (6 * m))
    return fsum(runs) / len(runs)


def mtotdev(x, m):
    return sqrt(total_sum(x, m) / (2 * m * m) / 0.73)


def ttotdev(x, m):
    return m * mtotdev(x, m) / sqrt(3)


def htotdev(x, m):
    if m == 1:
        return ohdev(x, 1)
    return sqrt(total_sum([x[i + 1] - x[i] for i in range(len(x) - 1)], m) / 6 / 0.995)


def theo1_variance(x, m):
    h = m // 2
    d = [(x[i] - x[i - k + h] + x[i + m] - x[i + k + h]) ** 2 / (h - k) for i in range(len(x) - m) for k in range(h)]
    return fsum(d) / (0.75 * m * m * (len(x) - m))


def theo1(x, m):
    return sqrt(theo1_variance(x, m))


def bias_of_theo1(x):
    last = floor(0.1 * len(x) / 3 - 3)
    return fsum(oadev(x, 9 + 3 * i) ** 2 / theo1_variance(x, 12 + 4 * i) for i in range(last + 1)) / (last + 1)


def mtie(x, m):
    return max(max(x[i:i + m + 1]) - min(x[i:i + m + 1]) for i in range(len(x) - m))


def tierms(x, m):
    return sqrt(fsum((x[i + m] - x[i]) ** 2 for i in range(len(x) - m)) / (len(x) - m))


def main():
    u = [v - 0.5 for v in generator(1000)]
    sets = {
        "NBS14": phase([892, 809, 823, 798, 671, 644, 883, 903, 677]),
        "LCG1000": phase(generator(1000)),
        "WPM": u[:300],
        "WFM": phase(u[:299]),
        "RWFM": phase(phase(u[:298])),
    }
    print("# Written by stability_expected.py. Sets: u_i = n_i/2147483647 - 0.5 of the generator of SP 1065 as phase (WPM), frequency (WFM), frequency steps (RWFM)")
    print("data_set,m,statistic,value")
    plain = [adev, oadev, mdev, tdev, hdev, ohdev, pdev, totdev, mtotdev, ttotdev, htotdev, mtie, tierms]
    for name, x in sets.items():
        for m in (1, 2, 3, 4, 7, 16, 50, 99):
            for f in plain:
                largest = {"adev": (len(x) - 1) // 2, "hdev": (len(x) - 1) // 3, "oadev": (len(x) - 1) // 2, "pdev": (len(x) - 1) // 2,
                           "totdev": len(x) - 1, "mtie": len(x) - 1, "tierms": len(x) - 1}.get(f.__name__, (len(x) - 1) // 3)
                if m <= largest and not (name == "LCG1000" and m > 16 and "tot" in f.__name__[1:4]):
                    print(f"{name},{m},{f.__name__},{f(x, m)!r}")
        bias = bias_of_theo1(x) if len(x) >= 200 else None
        for m in (10, 12, 50, 100, 298, 1000):
            if m < len(x):
                print(f"{name},{m},theo1,{theo1(x, m)!r}")
                if bias is not None:
                    print(f"{name},{m},theobr,{sqrt(bias * theo1_variance(x, m))!r}")


main()
