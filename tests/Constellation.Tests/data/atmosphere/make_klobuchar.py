#!/usr/bin/env python3
"""BeiDou's eight-parameter ionosphere written down from [BDS-ICD-B1I] 5.2.4.7, apart from the product: prints the values of BroadcastIonosphereTests."""
from math import acos, asin, cos, degrees, pi, radians, sin, sqrt

ALPHA = (4.190951585770e-8, 4.395842552185e-7, -2.861022949219e-6, 3.576278686523e-6)
BETA = (83968, 999424, -7798784, 8323072)


def delay(lat, lon, az, el, tod):
    r = 6378 / (6378 + 375)
    psi = pi / 2 - el - asin(r * cos(el))
    phi = asin(sin(lat) * cos(psi) + cos(lat) * sin(psi) * cos(az))
    lam = lon + asin(sin(psi) * sin(az) / cos(phi))
    t = (tod + lam * 43200 / pi) % 86400
    a2 = max(0, sum(a * abs(phi / pi) ** n for n, a in enumerate(ALPHA)))
    a4 = min(172800, max(72000, sum(b * abs(phi / pi) ** n for n, b in enumerate(BETA))))
    vertical = 5e-9 + (a2 * cos(2 * pi * (t - 50400) / a4) if abs(t - 50400) < a4 / 4 else 0)
    return 299792458 * vertical / sqrt(1 - (r * cos(el)) ** 2)


for lat, lon, az, el, tod in ((40, 116, 210, 20, 21600), (-25, 110, 30, 55, 30000), (10, 140, 300, 10, 72000), (55, 8, 100, 35, 43200)):
    print(f"[InlineData({lat}, {lon}, {az}, {el}, {tod}, {delay(*map(radians, (lat, lon, az, el)), tod):.9f})]")
