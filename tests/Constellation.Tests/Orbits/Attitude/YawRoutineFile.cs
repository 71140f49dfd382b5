using System.Globalization;
using System.IO.Compression;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Attitude;

/// <summary>A file of yaw angles that the IGS yaw attitude routine wrote: state on Earth-fixed axes with inertial velocity, Sun, nominal yaw and yaw in eclipse.</summary>
internal static class YawRoutineFile
{
    public readonly record struct Row(SatelliteId Satellite, string Block, Epoch Epoch, Vector3d Position, Vector3d Velocity, Vector3d Sun, double BetaDeg, double ElongationDeg, double NominalDeg, double EclipseDeg)
    {
        public double FromMiddleDeg => Math.Min(ElongationDeg, 180 - ElongationDeg);
    }

    public static IEnumerable<Row> Read(string name)
    {
        using FileStream file = File.OpenRead(TestData.Shared("data/models/attitude/" + name));
        using Stream plain = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using StreamReader reader = new(plain);
        while (reader.ReadLine() is { } line)
        {
            string[] f = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (line[0] == '#')
            {
                continue;
            }

            double Number(int i) => double.Parse(f[i], CultureInfo.InvariantCulture);
            Epoch epoch = Epoch.FromGps(int.Parse(f[1], CultureInfo.InvariantCulture), Duration.FromSeconds(Number(2) / 1000));
            Matrix3d toInertial = Matrix3d.R3(-EarthRotationAngle.At(epoch, -35.3));       // UT1-TAI of 2014 to 2016 within 1 s
            yield return new(
                SatelliteId.Parse(f[3]), f[4], epoch, toInertial * new Vector3d(Number(6), Number(7), Number(8)), toInertial * new Vector3d(Number(9), Number(10), Number(11)),
                toInertial * new Vector3d(Number(12), Number(13), Number(14)), Number(15), Number(16), Number(20), Number(24));
        }
    }
}
