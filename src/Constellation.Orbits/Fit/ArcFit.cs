using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>Fits an integrated orbit to tabulated positions and judges its prediction.</summary>
public static class ArcFit
{
    /// <summary>Standard deviation given to a position, each axis, m: what centres differ by. Only its ratio to constraints of parameters matters.</summary>
    public const double PositionSigma = 0.02;

    /// <summary>Rows around a start value: the polynomial of the state that the first step begins with.</summary>
    private const int StartRows = 11;

    /// <summary>A start value is good when half of the positions lie so near its orbit, m.</summary>
    private const double GoodStart = 3000.0;

    /// <summary>Fits the arc, or where no orbit goes through the whole of it the longest piece; <see cref="OrbitArc.Note"/> of the result then says so.</summary>
    /// <param name="arc">Positions.</param>
    /// <param name="forces">Forces and Earth orientation.</param>
    /// <param name="settings">What to estimate.</param>
    /// <exception cref="InvalidOperationException">No orbit can be fitted; the message says why.</exception>
    public static ArcFitResult Fit(OrbitArc arc, ForceModel forces, OrbitFitSettings settings)
    {
        ArgumentNullException.ThrowIfNull(arc);
        ArcFitResult whole = FitWhole(arc, forces, settings);
        return ManoeuvreSearch.IsNeeded(whole) ? ManoeuvreSearch.Longest(arc, piece => FitWhole(piece, forces, settings)) ?? whole : whole;
    }

    private static ArcFitResult FitWhole(OrbitArc arc, ForceModel forces, OrbitFitSettings settings)
    {
        PositionObservation[] observations = ToGcrf(arc.Positions, forces.Earth), after = ToGcrf(arc.After, forces.Earth);
        OrbitFitResult fit = OrbitFit.Fit(Start(observations, forces), observations, forces, settings);
        List<ArcResidual> residuals = [];
        foreach (ObservationResidual r in fit.Residuals)
        {
            residuals.Add(Difference((PositionObservation)r.Observation, r.Computed, r.Used ? ArcResidualRole.Fitted : ArcResidualRole.Rejected));
        }

        if (after.Length > 0)
        {
            FitTrajectory ahead = FitTrajectory.States(fit.InitialState, fit.Forces, Array.ConvertAll(after, o => o.Epoch));
            for (int i = 0; i < after.Length; i++)
            {
                residuals.Add(Difference(after[i], ahead.StateAt(i), ArcResidualRole.Predicted));
            }
        }

        double first = OrbitGeometry.SunElevation(fit.Residuals[0].Computed), last = OrbitGeometry.SunElevation(fit.Residuals[^1].Computed);
        double beta = Math.Sign(first) != Math.Sign(last) ? 0 : Math.Abs(first) < Math.Abs(last) ? first : last;
        return new ArcFitResult
        {
            Arc = arc,
            Fit = fit,
            Residuals = [.. residuals],
            Beta = beta,
            Eclipsing = OrbitGeometry.MeetsShadow(beta, fit.InitialState.Position.Norm),
            Class = OrbitGeometry.ClassOf(fit.InitialState),
        };
    }

    private static PositionObservation[] ToGcrf(IEnumerable<(Epoch Epoch, Position<Itrf> Position)> rows, IEarthOrientation earth) =>
        [.. rows.Select(r => new PositionObservation(r.Epoch, earth.At(r.Epoch).ToGcrf(r.Position), PositionSigma))];

    private static ArcResidual Difference(PositionObservation given, StateVector computed, ArcResidualRole role) =>
        new(given.Epoch, OrbitalAxes.Of(computed.Position, computed.Velocity).ToRac(given.Position.Vector - computed.Position), role);

    /// <summary>
    /// The state at a row, from the polynomial through the rows around it: the middle of the arc first, then other places, until most positions lie near
    /// the orbit from there. So a wild row does not spoil the start.
    /// </summary>
    private static StateVector Start(PositionObservation[] rows, ForceModel forces)
    {
        if (rows.Length < StartRows)
        {
            throw new InvalidOperationException($"{rows.Length} positions are too few to begin with, {StartRows} are needed");
        }

        Epoch[] epochs = Array.ConvertAll(rows, o => o.Epoch);
        (double Median, StateVector State) best = (double.PositiveInfinity, default);
        foreach (double place in (ReadOnlySpan<double>)[0.5, 0.25, 0.75, 0.1, 0.9])
        {
            int middle = Math.Clamp((int)(place * rows.Length), StartRows / 2, rows.Length - 1 - (StartRows / 2));
            StateVector start = Differentiate(rows.AsSpan(middle - (StartRows / 2), StartRows));
            double median = MedianDistance(start, rows, epochs, forces);
            if (median < best.Median)
            {
                best = (median, start);
            }

            if (best.Median < GoodStart)
            {
                break;
            }
        }

        return double.IsFinite(best.Median)
            ? best.State
            : throw new InvalidOperationException("the positions do not lie on an orbit around the Earth");
    }

    private static double MedianDistance(StateVector start, PositionObservation[] rows, Epoch[] epochs, ForceModel forces)
    {
        double r = start.Position.Norm, v = start.Velocity.Norm;
        double energy = (0.5 * v * v) - (PhysicalConstants.EarthGravitationalParameter / r);
        if (!(r > PhysicalConstants.EarthRadius) || !(energy < 0))
        {
            return double.PositiveInfinity;
        }

        try
        {
            FitTrajectory orbit = FitTrajectory.States(start, forces, epochs);
            double[] distances = [.. rows.Select((row, i) => (row.Position.Vector - orbit.StateAt(i).Position).Norm)];
            Array.Sort(distances);
            return distances[distances.Length / 2];
        }
        catch (InvalidOperationException)
        {
            // It meets the Earth: no start value.
            return double.PositiveInfinity;
        }
    }

    /// <summary>Position of the middle row and the derivative there of the polynomial through all: Newton's divided differences, at any spacing.</summary>
    private static StateVector Differentiate(ReadOnlySpan<PositionObservation> rows)
    {
        PositionObservation middle = rows[rows.Length / 2];
        Span<double> t = stackalloc double[StartRows];
        Span<Vector3d> d = stackalloc Vector3d[StartRows];
        for (int i = 0; i < StartRows; i++)
        {
            t[i] = (rows[i].Epoch - middle.Epoch).TotalSeconds;
            d[i] = rows[i].Position.Vector - middle.Position.Vector;
        }

        for (int order = 1; order < StartRows; order++)
        {
            for (int i = StartRows - 1; i >= order; i--)
            {
                d[i] = (d[i] - d[i - 1]) / (t[i] - t[i - order]);
            }
        }

        (Vector3d value, Vector3d slope) = (d[^1], Vector3d.Zero);
        for (int i = StartRows - 2; i >= 0; i--)
        {
            slope = (-t[i] * slope) + value;
            value = (-t[i] * value) + d[i];
        }

        return new(middle.Epoch, ReferenceFrame.Gcrf, middle.Position.Vector, slope);
    }
}
