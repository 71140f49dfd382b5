"""A dual one-way pair in double precision, apart from the product's code: Kepler's equation and the light time by
bisection, lever arms in nominal yaw steering, clocks in proper time, Shapiro's delay. Prints the numbers of
DualOneWayReferenceTests. The Sun's direction is given (GCRF, m, at the epoch of the tests)."""
import math

C, GM = 299792458.0, 3.986004415e14
SUN = (-150056833391.69315, 6763286985.804995, 2932850939.2719254)
ARM = (0.4, 0.3, 1.1)
#     a (m), e, i, node, perigee (deg), mean anomaly (rad)
A = (27906100.0, 0.010, 55.0, 20.0, 30.0, 0.1)
B = (27906100.0, 0.005, 55.0, 140.0, 100.0, 1.3)
CLOCK = {A: (1e-5, 2e-11), B: (-3e-6, -5e-12)}
DELAY = {A: (0.12, 0.30), B: (0.07, 0.21)}          # transmit, receive, m


def bisect(f, low, high):
    for _ in range(200):
        mid = (low + high) / 2
        if f(mid) > 0:
            high = mid
        else:
            low = mid
    return (low + high) / 2


def state(sat, t):
    a, e, i, node, perigee, m0 = sat
    i, node, perigee = (math.radians(v) for v in (i, node, perigee))
    n = math.sqrt(GM / a ** 3)
    m = m0 + n * t
    E = bisect(lambda x: x - e * math.sin(x) - m, m - 1, m + 1)
    # true anomaly and the polar equation, not the eccentric anomaly's rectangle
    nu = 2 * math.atan2(math.sqrt(1 + e) * math.sin(E / 2), math.sqrt(1 - e) * math.cos(E / 2))
    r, u, p = a * (1 - e * math.cos(E)), nu + perigee, a * (1 - e * e)
    out = [math.cos(node) * math.cos(u) - math.sin(node) * math.sin(u) * math.cos(i),
           math.sin(node) * math.cos(u) + math.cos(node) * math.sin(u) * math.cos(i),
           math.sin(u) * math.sin(i)]
    across = [-math.cos(node) * math.sin(u) - math.sin(node) * math.cos(u) * math.cos(i),
              -math.sin(node) * math.sin(u) + math.cos(node) * math.cos(u) * math.cos(i),
              math.cos(u) * math.sin(i)]
    vr, vt = math.sqrt(GM / p) * e * math.sin(nu), math.sqrt(GM / p) * (1 + e * math.cos(nu))
    return [r * x for x in out], [vr * x + vt * y for x, y in zip(out, across)]


def cross(a, b):
    return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]


def unit(a):
    n = math.sqrt(sum(x * x for x in a))
    return [x / n for x in a]


def terminal(sat, t):
    r, _ = state(sat, t)
    z = [-x for x in unit(r)]
    y = unit(cross(z, SUN))
    x = cross(y, z)
    return [r[k] + ARM[0] * x[k] + ARM[1] * y[k] + ARM[2] * z[k] for k in range(3)]


def clock(sat, t):
    r, v = state(sat, t)
    offset, frequency = CLOCK[sat]
    return C * (offset + frequency * t) - 2 * sum(x * y for x, y in zip(r, v)) / C


def one_way(tx, rx, t):
    end = terminal(rx, t)
    light = bisect(lambda x: x - math.dist(end, terminal(tx, t - x)) / C, 0.0, 1.0)
    start = terminal(tx, t - light)
    d, r1, r2 = math.dist(end, start), math.hypot(*start), math.hypot(*end)
    shapiro = 2 * GM / C ** 2 * math.log((r1 + r2 + d) / (r1 + r2 - d))
    return d + shapiro + clock(rx, t) - clock(tx, t - light) + DELAY[tx][0] + DELAY[rx][1], light


forward, light = one_way(A, B, 9.25)
back, _ = one_way(B, A, 10.75)
print("forward", repr(forward), "return", repr(back), "light time", repr(light))
print("distance at the centre", repr(math.dist(state(A, 10.0)[0], state(B, 10.0)[0])))
print("clock difference at the centre", repr(C * ((CLOCK[B][0] + CLOCK[B][1] * 10) - (CLOCK[A][0] + CLOCK[A][1] * 10))))
