using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>A quarter of an hour beyond the end of an orbit table: products of a day end at 23:45, observations do not.</summary>
/// <remarks>
/// The last four hours are fitted by an integrated orbit (gravity to degree 8, Sun, Moon, solid tides, light with its scale estimated) and joined to the last
/// row. Within 2 cm of the rows that follow after 15 min, rms over GPS, GLONASS and Galileo (<c>OrbitTailTests</c>).
/// </remarks>
internal sealed class OrbitTail
{
    /// <summary>How far tables are carried, s.</summary>
    public const double Longest = 900;

    /// <summary>What the tail is wrong by at its end, m.</summary>
    private const double SigmaAtEnd = 0.03;

    private const int Rows = 17;

    private static readonly FitModel s_model = new(ForceSelection.Of("gravity-8", "sun", "moon", "solid-tides", "box-wing"));

    private readonly NumericalOrbit _orbit;
    private readonly IEarthOrientation _earth;
    private readonly Epoch _end;
    private readonly Vector3d _join;

    private OrbitTail(NumericalOrbit orbit, IEarthOrientation earth, Epoch end, Vector3d join) => (_orbit, _earth, _end, _join) = (orbit, earth, end, join);

    /// <summary>The tail of a table, or null where its last four hours are not whole or no orbit goes through them.</summary>
    public static OrbitTail? Of(TabulatedOrbit table, SatelliteId satellite, IEarthOrientation earth)
    {
        Epoch end = table.Validity.Last;
        (Epoch Epoch, Position<Itrf> Position)[] rows = new (Epoch, Position<Itrf>)[Rows];
        for (int i = 0; i < Rows; i++)
        {
            Epoch epoch = end - Duration.FromSeconds(900.0 * (Rows - 1 - i));
            if (!table.TryAt(epoch, out StateVector state))
            {
                return null;
            }

            rows[i] = (epoch, new(state.Position));
        }

        try
        {
            (ForceModel forces, OrbitFitSettings settings) = s_model.For(satellite, end, earth);
            OrbitFitResult fit = ArcFit.Fit(new OrbitArc { Satellite = satellite, Span = new(rows[0].Epoch, end), Positions = [.. rows] }, forces, settings).Fit;
            NumericalOrbit orbit = fit.Propagate(new(end, end + Duration.FromSeconds(Longest + 1)));
            return fit.Converged && fit.Rejected == 0 ? new(orbit, earth, end, earth.At(end).ToGcrf(rows[^1].Position).Vector - orbit.At(end).Position) : null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>State on ITRF axes, from the end of the table for <see cref="Longest"/> seconds.</summary>
    public bool TryAt(Epoch epoch, out StateVector state, out double sigma)
    {
        double beyond = (epoch - _end).TotalSeconds;
        (state, sigma) = (default, SigmaAtEnd * beyond / Longest);
        if (beyond is < 0 or > Longest)
        {
            return false;
        }

        StateVector gcrf = _orbit.At(epoch);
        state = _earth.At(epoch).ToItrf(gcrf with { Position = gcrf.Position + _join });
        return true;
    }
}
