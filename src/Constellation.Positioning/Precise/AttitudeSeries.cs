using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Attitudes of one satellite as an analysis centre gives them, at rising epochs.</summary>
/// <remarks>
/// Between rows the attitude law of the block goes on, turned about nadir by what the rows tell it is off, joined by a line: right at the rows, and as
/// right as the law in turns that rows too far apart would cut. Where the law is off by more than 30 degrees differently at both rows, it is used alone.
/// </remarks>
/// <param name="epochs">Rising.</param>
/// <param name="attitudes">One each.</param>
/// <param name="frame">Axes that they turn from: GCRF or ITRF.</param>
public sealed class AttitudeSeries(IReadOnlyList<Epoch> epochs, IReadOnlyList<AttitudeQuaternion> attitudes, ReferenceFrame frame)
{
    private const double LongestGap = 1800, GreatestDifference = Math.PI / 6;

    private readonly double?[] _ahead = new double?[epochs.Count];

    /// <summary>Yaw by which the rows are ahead of a law, rad; 0 where there are none around the epoch.</summary>
    /// <param name="epoch">When.</param>
    /// <param name="modelAt">Body axes by the law on GCRF axes; null where the orbit has no state.</param>
    /// <param name="earth">Attitude of the Earth.</param>
    public double YawAhead(Epoch epoch, Func<Epoch, BodyAxes?> modelAt, IEarthOrientation earth)
    {
        int after = FirstAfter(epoch);
        if (after == 0 || (after == epochs.Count && epochs[^1] != epoch))
        {
            return 0;
        }

        int before = after - 1;
        double first = _ahead[before] ??= Ahead(before, modelAt, earth);
        if (epochs[before] == epoch || after == epochs.Count)
        {
            return double.IsNaN(first) ? 0 : first;
        }

        double gap = (epochs[after] - epochs[before]).TotalSeconds;
        double second = _ahead[after] ??= Ahead(after, modelAt, earth), difference = Math.IEEERemainder(second - first, Math.Tau);
        return gap > LongestGap || !(Math.Abs(difference) <= GreatestDifference) ? 0 : first + (difference * (epoch - epochs[before]).TotalSeconds / gap);
    }

    private double Ahead(int row, Func<Epoch, BodyAxes?> modelAt, IEarthOrientation earth)
    {
        if (modelAt(epochs[row]) is not { } model)
        {
            return double.NaN;
        }

        Vector3d x = attitudes[row].Axes.X;
        if (frame == ReferenceFrame.Itrf)
        {
            x = earth.At(epochs[row]).GcrfToItrf.Transpose() * x;
        }

        return Math.Atan2(x.Dot(model.Y), x.Dot(model.X));
    }

    private int FirstAfter(Epoch epoch)
    {
        (int low, int high) = (0, epochs.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = epochs[middle] <= epoch ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
