using System.Runtime.CompilerServices;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>What SDP4 adds to SGP4 from 225 min on: Sun, Moon, and resonance with the Earth's rotation.</summary>
/// <remarks>[Hoots80] sections 8 and 9, with the corrections of [Vallado06].</remarks>
internal sealed class DeepSpaceTerms
{
    /// <summary>Rotation of the Earth, rad/min.</summary>
    public const double EarthRate = 4.37526908801129966e-3;

    /// <summary>Below this inclination, 0.2 rad, the node is badly defined and the periodics are added as Lyddane does.</summary>
    public const double LyddaneLimit = 0.2;

    public readonly DeepSpaceBodyTerms Sun, Moon;

    // Secular rates of both bodies together.
    public readonly double EccentricityRate, InclinationRate, AnomalyRate, PerigeeRate, NodeRate;

    /// <summary>Sidereal time at the epoch, rad.</summary>
    public readonly double SiderealTime;

    /// <summary>Null where the period is not near 12 h (with e of 0.5 or more) or 24 h.</summary>
    public readonly TesseralResonance? Resonance;

    public readonly bool Afspc;

    public DeepSpaceTerms(Sgp4Coefficients c)
    {
        Afspc = c.Options.Mode == Sgp4Mode.Afspc;
        SiderealTime = Afspc ? AfspcSiderealTime(c.EpochDays) : TemeFrame.SiderealTimeOfUtc(c.Elements.Epoch);
        (double sinNode, double cosNode) = Math.SinCos(c.Node);
        DeepSpaceBodyPath moon = DeepSpaceBodyPath.OfMoon(c.EpochDays);
        Sun = new DeepSpaceBodyTerms(DeepSpaceBody.Sun, DeepSpaceBodyPath.OfSun(c.EpochDays), c, cosNode, sinNode);

        // The Moon's node is counted on the equator: the satellite's relative to it.
        double cosRelative = (moon.CosNode * cosNode) + (moon.SinNode * sinNode), sinRelative = (sinNode * moon.CosNode) - (cosNode * moon.SinNode);
        Moon = new DeepSpaceBodyTerms(DeepSpaceBody.Moon, moon, c, cosRelative, sinRelative);
        EccentricityRate = Sun.EccentricityRate + Moon.EccentricityRate;
        InclinationRate = Sun.InclinationRate + Moon.InclinationRate;
        AnomalyRate = Sun.AnomalyRate + Moon.AnomalyRate;
        PerigeeRate = Sun.PerigeeRate + Moon.PerigeeRate;
        NodeRate = Sun.NodeRate + Moon.NodeRate;
        Resonance = TesseralResonance.Find(c, this);
    }

    /// <summary>Secular terms of Sun, Moon and resonance.</summary>
    public void AddSecular(double minutes, ref Sgp4Mean mean)
    {
        mean.Eccentricity += EccentricityRate * minutes;
        mean.Inclination += InclinationRate * minutes;
        mean.Perigee += PerigeeRate * minutes;
        mean.Node += NodeRate * minutes;
        mean.Anomaly += AnomalyRate * minutes;
        if (Resonance is { } resonance)
        {
            (double longitude, mean.MeanMotion) = resonance.At(minutes);
            double theta = SiderealTime + (EarthRate * minutes);
            mean.Anomaly = resonance.IsOneDay ? longitude - mean.Node - mean.Perigee + theta : longitude - (2 * mean.Node) + (2 * theta);
        }
    }

    /// <summary>Periodic terms of Sun and Moon; gives sine and cosine of the inclination that comes out, too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddPeriodic(double minutes, ref Sgp4Mean mean, out double sinI, out double cosI)
    {
        LuniSolarPeriodics p = default;
        Sun.Add(minutes, ref p);
        Moon.Add(minutes, ref p);
        mean.Inclination += p.Inclination;
        mean.Eccentricity += p.Eccentricity;
        (sinI, cosI) = Math.SinCos(mean.Inclination);
        if (mean.Inclination >= LyddaneLimit)
        {
            double node = p.Node / sinI;
            mean.Perigee += p.Perigee - (cosI * node);
            mean.Node += node;
        }
        else
        {
            // Lyddane: the node from its sine and cosine times sin i. Turned back by the old node these are dΩ sin i and sin i + di cos i.
            double before = NodeOnBranch(mean.Node);
            double turn = Math.Atan2(p.Node, sinI + (p.Inclination * cosI));
            mean.Node = before + turn;
            mean.Perigee += p.Perigee - (p.Inclination * sinI * before) - (cosI * turn);
        }

        mean.Anomaly += p.Longitude;
        if (mean.Inclination < 0)
        {
            mean.Inclination = -mean.Inclination;
            sinI = -sinI;
            mean.Node += Math.PI;
            mean.Perigee -= Math.PI;
        }
    }

    /// <summary>The node itself, not its sine, enters Lyddane's perigee: which turn it is on makes a difference.</summary>
    public double NodeOnBranch(double node)
    {
        double rest = node - (Math.Tau * Math.Truncate(node / Math.Tau));
        return Afspc && rest < 0 ? rest + Math.Tau : rest;
    }

    /// <summary>Sidereal time counted from 1970 [Vallado06].</summary>
    private static double AfspcSiderealTime(double days1950)
    {
        const double RatePerDay = 1.72027916940703639e-2;
        double since1970 = days1950 - 7305, day = Math.Floor(since1970 + 1e-8), fraction = since1970 - day;
        double theta = (1.7321343856509374 + (RatePerDay * day) + ((RatePerDay + Math.Tau) * fraction) + (since1970 * since1970 * 5.07551419432269442e-15)) % Math.Tau;
        return theta < 0 ? theta + Math.Tau : theta;
    }
}
