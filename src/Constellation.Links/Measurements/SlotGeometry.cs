using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>The two signals of a slot as predicted orbits have them: what a reduction needs of the orbits.</summary>
/// <param name="Centre">The epoch to reduce to, seconds from the centre of the tracks.</param>
/// <param name="Half">From the centre to each reception, s.</param>
/// <param name="Forward">From A to B, m, with the clocks' terms of the eccentricity.</param>
/// <param name="ForwardLight">Its light time, s.</param>
/// <param name="Return">From B to A.</param>
/// <param name="ReturnLight">Its light time, s.</param>
/// <param name="Between">From A to B at the centre, centres of mass, m.</param>
internal readonly record struct SlotGeometry(double Centre, double Half, double Forward, double ForwardLight, double Return, double ReturnLight, Vector3d Between)
{
    public static SlotGeometry Of(double centre, double half, in LocalTrack a, in LocalTrack b)
    {
        (double forward, double forwardLight) = SignalPath.Trace(a, b, centre - half);
        (double back, double backLight) = SignalPath.Trace(b, a, centre + half);
        forward += b.ClockTermAt(centre - half) - a.ClockTermAt(centre - half - forwardLight);
        back += a.ClockTermAt(centre + half) - b.ClockTermAt(centre + half - backLight);
        return new(centre, half, forward, forwardLight, back, backLight, b.CentreAt(centre) - a.CentreAt(centre));
    }

    /// <summary>The same for orbits that differ by little.</summary>
    /// <remarks>Along the line at the centre instead of at each end: the line turns by 2e-4 in a slot, so a displacement of 1 mm leaves 2e-7 m.</remarks>
    /// <param name="a">Of A from the orbit that this is of.</param>
    /// <param name="b">Of B.</param>
    public SlotGeometry Displaced(in StateOffset a, in StateOffset b)
    {
        Vector3d line = Between.Unit();
        return this with
        {
            Forward = Forward + line.Dot(b.At(Centre - Half) - a.At(Centre - Half - ForwardLight)),
            Return = Return + line.Dot(b.At(Centre + Half - ReturnLight) - a.At(Centre + Half)),
            Between = Between + b.At(Centre) - a.At(Centre),
        };
    }

    /// <summary>Observed minus computed at the receptions plus computed at the centre.</summary>
    /// <param name="forwardRange">Pseudorange A to B, m.</param>
    /// <param name="returnRange">Pseudorange B to A, m.</param>
    /// <param name="clockA">Predicted clock of A.</param>
    /// <param name="clockB">Predicted clock of B.</param>
    public ReducedLink Reduce(double forwardRange, double returnRange, LocalClock clockA, LocalClock clockB)
    {
        double forward = Forward + (clockB.At(Centre - Half) - clockA.At(Centre - Half - ForwardLight));
        double back = Return + (clockA.At(Centre + Half) - clockB.At(Centre + Half - ReturnLight));
        double distance = Between.Norm, clocks = clockB.At(Centre) - clockA.At(Centre);
        double residualForward = forwardRange - forward, residualBack = returnRange - back;
        return new(distance + ((residualForward + residualBack) / 2), clocks + ((residualForward - residualBack) / 2), distance, clocks);
    }
}
