using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Formats.Sp3;

/// <summary>A small SP3 file of two satellites and twelve epochs.</summary>
internal static class Sp3Samples
{
    public static Sp3File File()
    {
        Epoch start = Epoch.FromGps(2111, Duration.FromSeconds(345600));
        return new Sp3File
        {
            Version = 'd',
            TimeScale = TimeScale.Gpst,
            Interval = Duration.FromMinutes(15),
            Epochs = [.. Enumerable.Range(0, 12).Select(i => start + Duration.FromMinutes(15 * i))],
            Satellites = [Satellite("C23", 1), Satellite("G05", 2)],
            Agency = "TEST",
            CoordinateSystem = "IGS20",
        };
    }

    public static string Text()
    {
        using StreamReader reader = new(Sp3RoundTripTests.Written(File()));
        return reader.ReadToEnd();
    }

    private static Sp3Satellite Satellite(string id, int phase) => new()
    {
        Id = SatelliteId.Parse(id),
        Positions = [.. Enumerable.Range(0, 12).Select(i => new Vector3d(26_000_000.5 * Math.Cos(0.1 * (i + phase)), 26_000_000 * Math.Sin(0.1 * (i + phase)), 1_000 * i)).Select(Rounded)],
        Clocks = [.. Enumerable.Range(0, 12).Select(i => (100 + i) / 1e6)],
        Marks = new Sp3Marks[12],
    };

    /// <summary>To the millimetre of the format, as its reader would give it.</summary>
    private static Vector3d Rounded(Vector3d v) => new(Math.Round(v.X, 3), Math.Round(v.Y, 3), Math.Round(v.Z, 3));
}
