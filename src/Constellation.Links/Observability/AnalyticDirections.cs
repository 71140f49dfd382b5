using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>The directions that networks of links are known not to tell, or to tell badly.</summary>
internal static class AnalyticDirections
{
    /// <summary>Name, direction in the unknowns' own units, and which constraint would hold it.</summary>
    public static IEnumerable<(string Name, double[] Direction, string Constraint)> Of(ObservabilityPoint of)
    {
        BatchPoint point = of.Point;
        const string turn = "holding the mean node and inclination to predictions";
        yield return ("turn of all orbits about the pole", Turn(of, new(0, 0, 1)), turn);
        yield return ("tilt of all orbits about the GCRF x axis", Turn(of, new(1, 0, 0)), turn);
        yield return ("tilt of all orbits about the GCRF y axis", Turn(of, new(0, 1, 0)), turn);
        yield return ("offset common to all clocks", Clocks(of, of.ClockOffset), "a reference clock on the ground, or an ensemble time");
        yield return ("rate common to all clocks", Clocks(of, of.ClockRate), "a reference clock on the ground, or an ensemble time");
        int[] terminals = [.. Enumerable.Range(0, point.System.NodeCount).Where(n => point.System.PayloadOf(n) is not null)];
        if (terminals.Length > 0)
        {
            double[] sums = new double[of.Size];
            Array.ForEach(terminals, n => sums[point.Layout.DelaySum(n)] = 1);
            yield return ("delay sum common to all terminals, against the scale of the orbits", sums, "a longer arc (the period tells the scale), or one calibrated terminal");
            double[] differences = new double[of.Size];
            Array.ForEach(terminals, n => differences[point.Layout.DelayDifference(n)] = 1);
            yield return ("delay difference common to all terminals", differences, "one calibrated terminal; no clock or orbit depends on it");
        }

        foreach (int n in terminals)
        {
            // Half differences hold x_B - x_A + (D_B - D_A) / 2.
            double[] d = new double[of.Size];
            d[point.Layout.DelayDifference(n)] = -2;
            if (of.ClockOffset(n) >= 0)
            {
                d[of.ClockOffset(n)] = 1;
            }
            else
            {
                // The clock of the first station is system time: all others move instead.
                for (int other = 0; other < point.System.NodeCount; other++)
                {
                    if (of.ClockOffset(other) >= 0)
                    {
                        d[of.ClockOffset(other)] = -1;
                    }
                }
            }

            yield return ($"delay difference of {NameOf(point.System, n)} against its clock", d, "L-band ranges of the same clock, or calibration of the terminal");
        }
    }

    public static string NameOf(LinkSystem system, int node) => system.IsStation(node) ? system.Station(node).Name : system.Satellites[node].Id.ToString();

    private static double[] Turn(ObservabilityPoint of, Vector3d axis)
    {
        double[] d = new double[of.Size];
        for (int i = 0; i < of.Point.Trajectories.Length; i++)
        {
            StateVector state = of.Point.Trajectories[i].Initial;
            Vector3d r = axis.Cross(state.Position), v = axis.Cross(state.Velocity);
            ((ReadOnlySpan<double>)[r.X, r.Y, r.Z, v.X, v.Y, v.Z]).CopyTo(d.AsSpan(of.Point.Layout.Orbit(i)));
        }

        return d;
    }

    private static double[] Clocks(ObservabilityPoint of, Func<int, int> place)
    {
        double[] d = new double[of.Size];
        for (int n = 0; n < of.Point.System.NodeCount; n++)
        {
            if (place(n) >= 0)
            {
                d[place(n)] = 1;
            }
        }

        return d;
    }
}
