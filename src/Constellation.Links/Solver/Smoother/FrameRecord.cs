using Constellation.Time;

namespace Constellation.Links;

/// <summary>A frame laid aside as numbers.</summary>
/// <remarks>Receptions are kept in seconds from the frame's epoch: to 4e-15 s in half a minute.</remarks>
internal readonly record struct FrameRecord(Epoch Epoch, long Place, int Links, int Ranges)
{
    private const int LinkSize = 8, RangeSize = 3;

    public static FrameRecord Append(Scratch scratch, LinkFrame frame)
    {
        double[] values = new double[(frame.Links.Count * LinkSize) + (frame.Ranges.Count * RangeSize)];
        int at = 0;
        foreach (DualOneWay link in frame.Links)
        {
            ReadOnlySpan<double> row = [link.A, link.B, (link.Forward - frame.Epoch).TotalSeconds, (link.Return - frame.Epoch).TotalSeconds, link.ForwardRange, link.ReturnRange, link.ForwardSigma ?? double.NaN, link.ReturnSigma ?? double.NaN];
            row.CopyTo(values.AsSpan(at));
            at += LinkSize;
        }

        foreach (StationRange range in frame.Ranges)
        {
            (values[at], values[at + 1], values[at + 2]) = (range.Satellite, range.Station, range.Pseudorange);
            at += RangeSize;
        }

        return new(frame.Epoch, scratch.Append(values), frame.Links.Count, frame.Ranges.Count);
    }

    public LinkFrame Read(Scratch scratch)
    {
        double[] values = new double[(Links * LinkSize) + (Ranges * RangeSize)];
        scratch.Read(Place, values);
        DualOneWay[] links = new DualOneWay[Links];
        StationRange[] ranges = new StationRange[Ranges];
        for (int i = 0; i < Links; i++)
        {
            ReadOnlySpan<double> row = values.AsSpan(i * LinkSize, LinkSize);
            links[i] = new((int)row[0], (int)row[1], Epoch + Duration.FromSeconds(row[2]), Epoch + Duration.FromSeconds(row[3]), row[4], row[5])
            {
                ForwardSigma = double.IsNaN(row[6]) ? null : row[6],
                ReturnSigma = double.IsNaN(row[7]) ? null : row[7],
            };
        }

        for (int i = 0; i < Ranges; i++)
        {
            ReadOnlySpan<double> row = values.AsSpan((Links * LinkSize) + (i * RangeSize), RangeSize);
            ranges[i] = new((int)row[0], (int)row[1], row[2]);
        }

        return new LinkFrame(Epoch, links, ranges);
    }
}
