"""Writes sky1.csv to sky3.csv: real geometries for araim.py. GPS 24/6/2 and Galileo 24/3/1 on circles, three places and hours, mask 5 degrees.

    python3 skies.py
"""
import math

GM, TURN = 3.986004418e14, 7.2921151467e-5


def walker(total, planes, phasing, radius, inclination, seconds, start):
    motion = math.sqrt(GM / radius ** 3)
    for k in range(total):
        plane, slot = divmod(k, total // planes)
        node = 2 * math.pi * plane / planes - TURN * seconds + start
        angle = 2 * math.pi * slot / (total // planes) + 2 * math.pi * phasing * plane / total + motion * seconds
        x, y = radius * math.cos(angle), radius * math.sin(angle)
        yield (x * math.cos(node) - y * math.cos(inclination) * math.sin(node), x * math.sin(node) + y * math.cos(inclination) * math.cos(node), y * math.sin(inclination))


def user_variance(elevation):
    degrees = math.degrees(elevation)
    q = (1575.42 / 1176.45) ** 2
    factor = (q * q + 1) / (q - 1) ** 2
    return factor * ((0.13 + 0.53 * math.exp(-degrees / 10)) ** 2 + (0.15 + 0.43 * math.exp(-degrees / 6.9)) ** 2) + (0.12 * 1.001) ** 2 / (0.002001 + math.sin(elevation) ** 2)


places = [(48.0, 11.0, 1000.0, {"G": 1e-5, "E": 1e-5}, {"G": 1e-8, "E": 1e-4}), (-10.0, 120.0, 31000.0, {"G": 1e-5, "E": 3e-5}, {"G": 1e-4, "E": 1e-4}), (75.0, -60.0, 55000.0, {"G": 1e-4, "E": 1e-4}, {"G": 0.0, "E": 0.0})]
for number, (latitude, longitude, seconds, p_sat, p_const) in enumerate(places, 1):
    phi, lam = math.radians(latitude), math.radians(longitude)
    up = (math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi))
    east, north = (-math.sin(lam), math.cos(lam), 0.0), (-math.sin(phi) * math.cos(lam), -math.sin(phi) * math.sin(lam), math.cos(phi))
    dot = lambda a, b: sum(p * q for p, q in zip(a, b))
    with open(f"sky{number}.csv", "w") as file:
        file.write("system,g_east,g_north,g_up,c_int,c_acc,b_nom,p_sat,p_const\n")
        for system, satellites in (("G", walker(24, 6, 2, 26560e3, math.radians(55), seconds, 0.3)), ("E", walker(24, 3, 1, 29600e3, math.radians(56), seconds, 1.1))):
            for satellite in satellites:
                line = [a - 6371e3 * b for a, b in zip(satellite, up)]
                line = [v / math.sqrt(dot(line, line)) for v in line]
                elevation = math.asin(dot(line, up))
                if elevation >= math.radians(5):
                    rest = user_variance(elevation)
                    values = [-dot(line, east), -dot(line, north), -dot(line, up), 0.75 ** 2 + rest, 0.5 ** 2 + rest, 0.5, p_sat[system], p_const[system]]
                    file.write(system + "," + ",".join(repr(v) for v in values) + "\n")
