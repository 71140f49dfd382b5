using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>
/// Finds where a step must end so that sunlight is smooth within it: at entry to and exit from penumbra and umbra of Earth and Moon, before the
/// step is made. The discs are those of <see cref="Eclipse"/>.
/// </summary>
internal sealed class ShadowEdges(ForceEnvironment environment)
{
    /// <summary>An edge closer than this is the one that the last step ended at, s.</summary>
    private const double JustPassed = 0.02;

    /// <summary>A cone a little wider than that of the penumbra, for its half angle: 0.00465 rad and the Sun's motion within a step.</summary>
    private const double Cone = 0.006;

    private const double MoonSpeed = 1200;

    private const int MostSamples = 64;

    private readonly record struct Discs(double Outer, double Inner, bool Covers);

    /// <summary>Longest step in partial shadow, radians of motion: within it the path is predicted to some centimetres.</summary>
    private const double LongestPartial = 0.05;

    private readonly SunlightSeries _series = new();

    /// <summary>The longest step of at most <paramref name="h"/> (signed) that crosses no edge; tells the environment the sunlight within it.</summary>
    public double Limit(double t, Vector3d position, Vector3d velocity, Vector3d acceleration, double h)
    {
        (Vector3d sun, Vector3d moon) = environment.Bodies(t);
        double length = Math.Abs(h), reach = 1.1 * ((velocity.Norm * length) + (0.5 * acceleration.Norm * length * length));
        bool earthNear = Near(position, sun.Unit(), PhysicalConstants.EarthRadius, reach);
        bool moonNear = Near(position - moon, (sun - moon).Unit(), PhysicalConstants.MoonRadius, reach + (MoonSpeed * length));
        if (!earthNear && !moonNear)
        {
            environment.SetSunlight(1);
            return h;
        }

        PredictedPath path = new(position, velocity, acceleration, stackalloc Vector3d[PredictedPath.Room]);
        double edge = FirstEdges(t, path, h, earthNear, moonNear);
        Discs byEarth = earthNear ? At(t, path, 0.5 * edge, false) : new(1, 1, false), byMoon = moonNear ? At(t, path, 0.5 * edge, true) : new(1, 1, false);
        if ((byEarth.Inner < 0 && byEarth.Covers) || (byMoon.Inner < 0 && byMoon.Covers))
        {
            environment.SetSunlight(0);
        }
        else if (byEarth.Outer < 0 || byMoon.Outer < 0)
        {
            edge = Math.CopySign(Math.Min(Math.Abs(edge), LongestPartial * position.Norm / velocity.Norm), h);
            FitSeries(t, path, edge);
        }
        else
        {
            environment.SetSunlight(1);
        }

        return edge;
    }

    private static bool Near(Vector3d fromBody, Vector3d toSun, double radius, double reach)
    {
        double along = fromBody.Dot(toSun), distance = fromBody.Norm;
        return along - reach < 0 && Math.Sqrt(Math.Max(0, (distance * distance) - (along * along))) - reach < radius + (Cone * (distance + reach));
    }

    private double FirstEdges(double t, PredictedPath path, double h, bool earth, bool moon)
    {
        double first = Math.CopySign(Math.Min(JustPassed, 0.5 * Math.Abs(h)), h);
        double edge = earth ? FirstEdge(t, path, first, h, false) : h;
        return moon ? FirstEdge(t, path, first, edge, true) : edge;
    }

    private void FitSeries(double t, PredictedPath path, double size)
    {
        ReadOnlySpan<double> places = SunlightSeries.Places;
        Span<double> fractions = stackalloc double[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            (Vector3d sun, Vector3d moon) = environment.Bodies(t + (places[i] * size));
            fractions[i] = Eclipse.VisibleFraction(path.At(places[i] * size), sun, moon);
        }

        _series.Fit(t, size, fractions);
        environment.SetSunlight(_series);
    }

    private double FirstEdge(double t, PredictedPath path, double first, double last, bool moon)
    {
        int count = Math.Clamp((int)Math.Ceiling(Math.Abs(last - first) / 60), 4, MostSamples);
        Discs older = default, old = At(t, path, first, moon);
        double step = (last - first) / count;
        for (int i = 1; i <= count; i++)
        {
            double at = first + (i * step), before = at - step;
            Discs now = At(t, path, at, moon);
            double edge = double.NaN;
            if (old.Outer > 0 != now.Outer > 0)
            {
                edge = Root(t, path, before, at, old.Outer, now.Outer, false, moon);
            }
            else if (i > 1 && old.Outer > 0 && old.Outer < older.Outer && old.Outer < now.Outer)
            {
                edge = Dip(t, path, before - step, before, at, older.Outer, old.Outer, now.Outer, false, moon);
            }

            if (old.Inner > 0 != now.Inner > 0)
            {
                edge = Earlier(edge, Root(t, path, before, at, old.Inner, now.Inner, true, moon), last);
            }
            else if (i > 1 && old.Inner > 0 && old.Inner < older.Inner && old.Inner < now.Inner)
            {
                edge = Earlier(edge, Dip(t, path, before - step, before, at, older.Inner, old.Inner, now.Inner, true, moon), last);
            }

            if (!double.IsNaN(edge))
            {
                return edge;
            }

            (older, old) = (old, now);
        }

        return last;
    }

    private static double Earlier(double a, double b, double last) =>
        double.IsNaN(a) || (!double.IsNaN(b) && Math.Abs(b) < Math.Abs(a)) ? (double.IsNaN(b) || Math.Abs(b) < Math.Abs(last) ? b : last) : a;

    /// <summary>A graze between samples: the lowest point by parabolas, then the root before it; NaN where it stays above zero.</summary>
    private double Dip(double t, PredictedPath path, double a, double b, double c, double fa, double fb, double fc, bool inner, bool moon)
    {
        for (int i = 0; i < 4; i++)
        {
            double p = (b - a) * (fb - fc), q = (b - c) * (fb - fa), low = b - (0.5 * (((b - a) * p) - ((b - c) * q)) / (p - q));
            if (!(Math.Abs(low - b) > 1e-3) || (low - a) * (low - c) >= 0)
            {
                break;
            }

            double value = Value(At(t, path, low, moon), inner);
            if (value <= 0)
            {
                return Root(t, path, a, low, fa, value, inner, moon);
            }

            bool between = (low - a) * (low - b) < 0;
            (a, b, c, fa, fb, fc) = value < fb
                ? between ? (a, low, b, fa, value, fb) : (b, low, c, fb, value, fc)
                : between ? (low, b, c, value, fb, fc) : (a, b, low, fa, fb, value);
        }

        return double.NaN;
    }

    /// <summary>Regula falsi of Illinois, to 10 microseconds.</summary>
    private double Root(double t, PredictedPath path, double a, double b, double fa, double fb, bool inner, bool moon)
    {
        for (int i = 0; i < 60 && Math.Abs(b - a) > 1e-5; i++)
        {
            double c = ((a * fb) - (b * fa)) / (fb - fa), fc = Value(At(t, path, c, moon), inner);
            if (fc > 0 == fb > 0)
            {
                fa *= Math.Abs(c - b) < 1e-5 ? 0.25 : 0.5;
            }
            else
            {
                (a, fa) = (b, fb);
            }

            bool done = Math.Abs(c - b) < 1e-5 && Math.Abs(fc) < 1e-14;
            (b, fb) = (c, fc);
            if (done || fc == 0)
            {
                break;
            }
        }

        return b;
    }

    private static double Value(in Discs discs, bool inner) => inner ? discs.Inner : discs.Outer;

    /// <summary>
    /// With a, b the apparent radii of Sun and body and c their distance: cos(a + b) - cos c, which changes sign where the discs touch from
    /// outside, and cos(a - b) - cos c, from inside; and whether the body is the greater.
    /// </summary>
    private Discs At(double t, PredictedPath path, double seconds, bool moonCovers)
    {
        (Vector3d sun, Vector3d moon) = environment.Bodies(t + seconds);
        Vector3d satellite = path.At(seconds), toSun = sun - satellite, toBody = moonCovers ? moon - satellite : -satellite;
        double sunDistance = toSun.Norm, distance = toBody.Norm;
        double sinA = PhysicalConstants.SunRadius / sunDistance, sinB = Math.Min(1, (moonCovers ? PhysicalConstants.MoonRadius : PhysicalConstants.EarthRadius) / distance);
        double cosines = Math.Sqrt((1 - (sinA * sinA)) * (1 - (sinB * sinB))), sines = sinA * sinB, cosC = toSun.Dot(toBody) / (sunDistance * distance);
        return new(cosines - sines - cosC, cosines + sines - cosC, sinB > sinA);
    }
}
