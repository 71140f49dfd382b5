using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>The two signals of a slot as predicted orbits have them; with predicted clocks they bring its two pseudoranges to its centre.</summary>
/// <remarks>Observed minus computed at the epochs of reception, plus computed at the centre [Tang18]. An error v of the predicted range rate and y of the
/// predicted frequency difference leave, h being the time from the centre and L the light time, c y (h - L/2) + v L/2 in the half sum and
/// v (h - L/2) + c y L/2 in the half difference: for 1 mm/s and 1e-12 at 0.75 s 0.2 mm and 0.7 mm. Ranges are between phase centres and their clocks may
/// run in proper time; what comes out is between centres of mass, of clocks without the term of the eccentricity.</remarks>
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
    /// <remarks>Along the line at the centre instead of at each end: lines between medium orbits turn by 0.02 deg/s at most, 3e-4 in three quarters of a second and a light time, so a displacement of 1 mm at one end leaves 3e-7 m.</remarks>
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
