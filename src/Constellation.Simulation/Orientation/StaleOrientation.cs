using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>What stale Earth orientation costs users: the net of satellites turns against the Earth, and nothing that the satellites measure shows it.</summary>
/// <remarks>Expected, not drawn: the URE of a unit turn about each Earth-fixed axis, averaged over a day of the constellation, times the rms turn of the law.</remarks>
public static class StaleOrientation
{
    private const int Samples = 48;

    /// <summary>Uploads whose real extrapolation errors are averaged: every so many days between two epochs of good tables.</summary>
    private const int UploadStep = 10;

    private static readonly Epoch s_first = Epoch.FromMjd(48_257, Duration.Zero, TimeScale.Utc), s_last = Epoch.FromMjd(60_676, Duration.Zero, TimeScale.Utc);

    /// <summary>Root mean square URE after some days without upload, m.</summary>
    public static double Ure(ScenarioDefinition scenario, OrientationPrediction law, int days)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        Vector3d perRadian = PerRadian(scenario), turn = RmsTurn(law, days);
        return Math.Sqrt(Squared(perRadian.X * turn.X) + Squared(perRadian.Y * turn.Y) + Squared(perRadian.Z * turn.Z));
    }

    /// <summary>URE by an error of UT1 alone, m/s.</summary>
    public static double UrePerSecondOfUt1(ScenarioDefinition scenario) => PerRadian(scenario).Z * EarthRotationAngle.Rate;

    /// <summary>Root mean square turn about each Earth-fixed axis, rad.</summary>
    public static Vector3d RmsTurn(OrientationPrediction law, int days)
    {
        switch (law)
        {
            case OrientationPrediction.BulletinA:
                return new(BulletinA.PoleSigma(days), BulletinA.PoleSigma(days), EarthRotationAngle.Rate * BulletinA.Ut1Sigma(days));
            case OrientationPrediction.Linear:
                Vector3d sum = Vector3d.Zero;
                int count = 0;
                for (Epoch upload = s_first; upload <= s_last; upload += Duration.FromDays(UploadStep), count++)
                {
                    Vector3d t = PredictedEarthOrientation.TurnOf(OrientationErrors.Extrapolate(upload, days, EopTable.BuiltIn).At(upload + Duration.FromDays(days)));
                    sum += new Vector3d(t.X * t.X, t.Y * t.Y, t.Z * t.Z);
                }

                return new(Math.Sqrt(sum.X / count), Math.Sqrt(sum.Y / count), Math.Sqrt(sum.Z / count));
            default:
                return Vector3d.Zero;
        }
    }

    /// <summary>URE of a turn of one radian about x, y and z, over all satellites and a day, m.</summary>
    private static Vector3d PerRadian(ScenarioDefinition scenario)
    {
        Epoch start = scenario.Start ?? scenario.Constellation.Epoch;
        Vector3d sum = Vector3d.Zero;
        IReadOnlyList<SatelliteDefinition> satellites = scenario.Satellites;
        foreach (SatelliteDefinition satellite in satellites)
        {
            KeplerJ2Orbit orbit = ConstellationOrbits.Mean(satellite, scenario.Constellation.Epoch);
            double weight = SisreWeights.For(satellite.Id.System, satellite.OrbitClass).TransverseSquared;
            for (int k = 0; k < Samples; k++)
            {
                Epoch epoch = start + Duration.FromSeconds(86_400.0 * k / Samples);
                StateVector state = orbit.At(epoch);
                Vector3d p = state.Frame == ReferenceFrame.Itrf ? state.Position : EarthOrientation.BuiltIn.At(epoch).GcrfToItrf * state.Position;
                sum += weight * new Vector3d(Squared(p.Y) + Squared(p.Z), Squared(p.X) + Squared(p.Z), Squared(p.X) + Squared(p.Y));
            }
        }

        double n = satellites.Count * Samples;
        return new(Math.Sqrt(sum.X / n), Math.Sqrt(sum.Y / n), Math.Sqrt(sum.Z / n));
    }

    private static double Squared(double v) => v * v;
}
