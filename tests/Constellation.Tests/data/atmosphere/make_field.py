#!/usr/bin/env python3
"""The field of igrf13.csv as the gradient of its potential, by differences and with Legendre functions from their defining sum, apart from the product.

Usage: make_field.py .../ephemeris/atmosphere/igrf13.csv; prints the rows of HigherOrderIonosphereTests.Field_is_the_gradient_of_its_potential (nT on ITRF axes)."""
import sys
from fractions import Fraction
from math import atan2, cos, factorial, hypot, sin, sqrt

rows = [tuple(map(float, line.split(","))) for line in open(sys.argv[1]) if not line.startswith("#")]


def legendre(n, m, t):
    total = sum(Fraction((-1) ** k * factorial(2 * n - 2 * k), factorial(k) * factorial(n - k) * factorial(n - m - 2 * k)) * Fraction(t) ** (n - m - 2 * k) for k in range((n - m) // 2 + 1))
    schmidt = sqrt((1 if m == 0 else 2) * factorial(n - m) / factorial(n + m))
    return schmidt * float(total / 2**n) * (1 - t * t) ** (m / 2)


def potential(x, y, z, years):
    r, lon, a = sqrt(x * x + y * y + z * z), atan2(y, x), 6371.2e3
    return a * sum((a / r) ** (n + 1) * ((g + years * dg) * cos(m * lon) + (h + years * dh) * sin(m * lon)) * legendre(int(n), int(m), z / r) for n, m, g, h, dg, dh in rows)


for x, y, z, years in ((6821e3, 0, 0, 0), (3e6, -4e6, 4.5e6, 4), (-2.5e6, 5e6, -3.8e6, -2), (-1e5, 2e5, 6.8e6, 1)):
    d = 2000.0
    field = []
    for axis in range(3):
        values = []
        for k in (-2, -1, 1, 2):
            p = [x, y, z]
            p[axis] += k * d
            values.append(potential(*p, years))
        field.append(-(values[0] - 8 * values[1] + 8 * values[2] - values[3]) / (12 * d))
    print("    [InlineData(%g, %g, %g, %g, %.4f, %.4f, %.4f)]" % (x, y, z, years, *field))
