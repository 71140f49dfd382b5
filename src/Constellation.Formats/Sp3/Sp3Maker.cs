using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Makes an SP3 file of other tables of orbits, where these have equal steps.</summary>
public static class Sp3Maker
{
    private const long MostStates = 5_000_000;

    /// <summary>SP3 tells epochs to 10 ns.</summary>
    private static readonly Duration s_resolution = Duration.FromSeconds(0, 10_000_000_000);

    /// <exception cref="InputException">CN4005: the epochs are not those of one grid.</exception>
    public static Sp3File Of(OrbitTableSet set, char version)
    {
        Epoch[] epochs = [.. set.Blocks.SelectMany(b => b.Epochs).Distinct().Order()];
        Duration interval = epochs.Length > 1 ? epochs.Zip(epochs.Skip(1), (a, b) => b - a).Min() : Duration.FromMinutes(15);
        SatelliteId[] ids = [.. set.Blocks.Select(b => b.Satellite).Distinct().Order()];
        if (interval < s_resolution || Array.Exists(epochs, e => e - epochs[0] != interval * Duration.FloorDivide(e - epochs[0], interval)) || Sp3File.IsTooSparse(epochs, interval) || (long)epochs.Length * ids.Length > MostStates)
        {
            throw new InputException(Diagnostic.Error("CN4005", new SourceSpan("SP3"), $"{epochs.Length} epochs of {ids.Length} satellites are not at equal steps, or too many for one file", "evaluate the orbits at equal steps: 'constellation orbit IN --step 15min --format sp3'"));
        }

        Dictionary<Epoch, int> rowOf = epochs.Select((e, row) => (e, row)).ToDictionary(e => e.e, e => e.row);
        bool velocities = set.Blocks.Any(b => b.Velocities is not null);
        List<Sp3Satellite> satellites = [];
        foreach (SatelliteId id in ids)
        {
            Sp3Rows rows = new(id, epochs.Length, velocities);
            foreach (EphemerisBlock block in set.Blocks.Where(b => b.Satellite == id))
            {
                for (int i = 0; i < block.Epochs.Length; i++)
                {
                    int row = rowOf[block.Epochs[i]];
                    rows.TrySetPosition(row, block.Positions[i], block.Clocks?[i] ?? double.NaN, Sp3Marks.None);
                    if (block.Velocities is { } v)
                    {
                        rows.SetVelocity(row, v[i], double.NaN);
                    }
                }
            }

            satellites.Add(rows.ToSatellite(epochs.Length));
        }

        return new Sp3File
        {
            Version = version,
            TimeScale = Writable(set.Scale),
            Interval = interval,
            Epochs = epochs,
            Satellites = satellites,
            CoordinateSystem = set.FrameName.Length is > 0 and <= 5 ? set.FrameName : "ITRF",
            OrbitType = "INT",
            Agency = "CNST",
            Comments = ["Written by Constellation from a table of another form."],
        };
    }

    private static TimeScale Writable(TimeScale scale) => scale is TimeScale.Gst or TimeScale.Qzsst or TimeScale.Bdt or TimeScale.Tai or TimeScale.Utc ? scale : TimeScale.Gpst;
}
