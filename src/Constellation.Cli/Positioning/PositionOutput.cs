using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Signals;

namespace Constellation.Cli;

/// <summary>Writes positions as a table, as NMEA sentences, or in the layout of RTKLIB's solution files.</summary>
internal static class PositionOutput
{
    public static void Write(PositionTable table, string? path, string format, bool velocity, CancellationToken cancel)
    {
        switch (format)
        {
            case "pos":
                OutputStream.Write(path, stream =>
                {
                    using PositionTextWriter writer = new(stream, table.Inputs);
                    WriteAll(table, writer.Write, cancel);
                });
                break;
            case "nmea":
                OutputStream.Write(path, stream =>
                {
                    using NmeaWriter writer = new(stream);
                    WriteAll(table, writer.Write, cancel);
                });
                break;
            default:
                TableOutput.Write(path, format, PositionTable.Columns(velocity), writer => table.Write(writer, cancel));
                break;
        }
    }

    private static void WriteAll(PositionTable table, Action<PositionSolution> write, CancellationToken cancel)
    {
        foreach (ReceiverFix fix in table.Solve(cancel))
        {
            write(new PositionSolution
            {
                Time = fix.Time,
                Quality = fix.HasPosition ? table.Quality : SolutionQuality.None,
                Position = fix.Position,
                Covariance = fix.Covariance,
                Velocity = fix.Velocity,
                SatelliteCount = fix.Satellites,
                Dop = fix.Dop,
                ResidualRms = fix.ResidualRms,
                Age = Math.Abs(table.Age),
                Satellites = InView(table.Prepared),
            });
        }
    }

    private static SatelliteInView[] InView(PreparedEpoch prepared)
    {
        SatelliteInView[] all = new SatelliteInView[prepared.Count];
        for (int i = 0; i < all.Length; i++)
        {
            ref PreparedSatellite s = ref prepared[i];
            all[i] = new(s.Id, s.Look.Elevation, s.Look.Azimuth, s.CarrierToNoise, s.Rejection == Rejection.None);
        }

        return all;
    }
}
