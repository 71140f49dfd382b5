using System.Globalization;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes positions as NMEA 0183 sentences, version 4.11: ZDA, GGA, RMC, GSA, GSV, GST. [NMEA0183]</summary>
/// <remarks>
/// Times are UTC to a millisecond. Talkers are GN where a position uses several systems and that of the system (GP, GL, GA, GB, GQ, GI) otherwise.
/// Altitude is above the geoid where its height is known; else the ellipsoidal height stands there and the separation is empty. Precise point
/// positioning has no mark of its own and is told as differential. Epochs without a position give GGA, RMC and ZDA with empty fields and their marks of invalidity.
/// </remarks>
public sealed class NmeaWriter : IDisposable
{
    private const int SatellitesPerGsa = 12, SatellitesPerGsv = 4;
    private const double KnotsPerMetreSecond = 3600.0 / 1852;

    private readonly StreamWriter _out;

    /// <param name="stream">Stays open.</param>
    public NmeaWriter(Stream stream) => _out = new StreamWriter(stream, leaveOpen: true) { NewLine = "\r\n" };

    public void Write(PositionSolution solution)
    {
        ScaleReading utc = TextTime.ToMillisecond(solution.Time).In(TimeScale.Utc);
        string time = string.Create(CultureInfo.InvariantCulture, $"{utc.Hour:00}{utc.Minute:00}{utc.Second:00}.{utc.Attoseconds / TextTime.Millisecond:000}");
        string talker = NmeaSatellites.TalkerOf([.. solution.Satellites.Where(s => s.Used).Select(s => s.Satellite.System)]);
        Sentence($"{talker}ZDA,{time},{utc.Day:00},{utc.Month:00},{utc.Year:0000},00,00");
        if (!solution.HasPosition)
        {
            Sentence($"{talker}GGA,{time},,,,,0,00,,,M,,M,,");
            Sentence($"{talker}RMC,{time},V,,,,,,,{utc.Day:00}{utc.Month:00}{utc.Year % 100:00},,,N,V");
            WriteView(solution);
            return;
        }

        TopocentricFrame frame = new(solution.Position);
        string place = Place(frame.Geodetic);
        WriteFix(solution, frame, talker, time, place);
        WriteMinimum(solution, frame, utc, talker, time, place);
        WriteUsed(solution, talker);
        WriteView(solution);
        WriteErrors(solution, frame, talker, time);
    }

    public void Dispose() => _out.Dispose();

    private void WriteFix(PositionSolution solution, TopocentricFrame frame, string talker, string time, string place)
    {
        (int quality, _) = Marks(solution.Quality);
        double altitude = frame.Geodetic.Height - (double.IsNaN(solution.GeoidHeight) ? 0 : solution.GeoidHeight);
        string age = quality is 1 ? "" : Number(solution.Age, "0.0");
        Sentence($"{talker}GGA,{time},{place},{quality},{Math.Min(solution.SatelliteCount, 99):00},{Number(solution.Dop.Hdop, "0.0")},{Number(altitude, "0.000")},M,{Number(solution.GeoidHeight, "0.000")},M,{age},");
    }

    private void WriteMinimum(PositionSolution solution, TopocentricFrame frame, in ScaleReading utc, string talker, string time, string place)
    {
        Vector3d v = frame.ToLocal(solution.Velocity);
        double speed = Math.Sqrt((v.X * v.X) + (v.Y * v.Y)), course = Math.Atan2(v.X, v.Y) * 180 / Math.PI;
        course = course < 0 ? course + 360 : course;
        string track = Number(course, "0.00");
        (_, char mode) = Marks(solution.Quality);
        Sentence($"{talker}RMC,{time},A,{place},{Number(speed * KnotsPerMetreSecond, "0.000")},{(track == "360.00" ? "0.00" : track)},{utc.Day:00}{utc.Month:00}{utc.Year % 100:00},,,{mode},V");
    }

    /// <summary>Satellites of the solution: a sentence for each system, more where there are more than twelve.</summary>
    private void WriteUsed(PositionSolution solution, string talker)
    {
        foreach (IGrouping<GnssSystem, SatelliteId> system in NmeaSatellites.BySystem(solution.Satellites.Where(s => s.Used).Select(s => s.Satellite)))
        {
            foreach (SatelliteId[] part in system.Chunk(SatellitesPerGsa))
            {
                string list = string.Join(',', part.Select(NmeaSatellites.NumberOf).Concat(Enumerable.Repeat("", SatellitesPerGsa - part.Length)));
                Sentence($"{talker}GSA,A,3,{list},{Number(solution.Dop.Pdop, "0.0")},{Number(solution.Dop.Hdop, "0.0")},{Number(solution.Dop.Vdop, "0.0")},{NmeaSatellites.SystemNumber(system.Key)}");
            }
        }
    }

    /// <summary>Satellites in view, by system; the signal is told as 0, all.</summary>
    private void WriteView(PositionSolution solution)
    {
        ILookup<SatelliteId, SatelliteInView> views = solution.Satellites.ToLookup(s => s.Satellite);
        foreach (IGrouping<GnssSystem, SatelliteId> system in NmeaSatellites.BySystem(solution.Satellites.Select(s => s.Satellite)))
        {
            SatelliteId[][] parts = [.. system.Chunk(SatellitesPerGsv)];
            for (int i = 0; i < parts.Length; i++)
            {
                string list = string.Concat(parts[i].Select(s => View(views[s].First())));
                Sentence($"{NmeaSatellites.TalkerOf(system.Key)}GSV,{parts.Length},{i + 1},{system.Count():00}{list},0");
            }
        }

        static string View(SatelliteInView s) => $",{NmeaSatellites.NumberOf(s.Satellite)},{Degrees(s.Elevation, 90, "00")},{Degrees(s.Azimuth, 359, "000")},{(double.IsNaN(s.CarrierToNoise) ? "" : Math.Clamp(Math.Round(s.CarrierToNoise), 0, 99).ToString("00", CultureInfo.InvariantCulture))}";

        static string Degrees(double angle, int most, string format)
        {
            if (double.IsNaN(angle))
            {
                return "";
            }

            double degrees = Math.Round(angle * 180 / Math.PI);
            degrees = most == 359 ? degrees - (360 * Math.Floor(degrees / 360)) : Math.Clamp(degrees, -most, most);
            return degrees.ToString(format, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The error ellipse in the horizon and the deviations of the three coordinates.</summary>
    private void WriteErrors(PositionSolution solution, TopocentricFrame frame, string talker, string time)
    {
        Symmetric3 c = solution.Covariance;
        double north = c.Along(frame.North), east = c.Along(frame.East), cross = frame.North.Dot(c * frame.East);
        double mean = (north + east) / 2, half = Math.Sqrt(Math.Pow((north - east) / 2, 2) + (cross * cross));
        double orientation = 0.5 * Math.Atan2(2 * cross, north - east) * 180 / Math.PI;
        orientation = orientation < 0 ? orientation + 180 : orientation;
        Sentence($"{talker}GST,{time},{Number(solution.ResidualRms, "0.000")},{Root(mean + half)},{Root(Math.Max(mean - half, 0))},{Number(orientation, "0.0")},{Root(north)},{Root(east)},{Root(c.Along(frame.Up))}");

        static string Root(double variance) => Number(Math.Sqrt(variance), "0.000");
    }

    /// <summary>Degrees and minutes to 1e-7 of a minute (0.2 mm), rounded before they are broken up.</summary>
    private static string Place(GeodeticPoint point)
    {
        return $"{Angle(point.LatitudeDeg, "00")},{(point.LatitudeDeg < 0 ? 'S' : 'N')},{Angle(point.LongitudeDeg, "000")},{(point.LongitudeDeg < 0 ? 'W' : 'E')}";

        static string Angle(double degrees, string format)
        {
            long units = (long)Math.Round(Math.Abs(degrees) * 60e7);
            long whole = units / 600_000_000, minutes = units % 600_000_000;
            return string.Create(CultureInfo.InvariantCulture, $"{whole.ToString(format, CultureInfo.InvariantCulture)}{minutes / 10_000_000:00}.{minutes % 10_000_000:0000000}");
        }
    }

    /// <summary>Quality of GGA and mode of RMC.</summary>
    private static (int Quality, char Mode) Marks(SolutionQuality quality) => quality switch
    {
        SolutionQuality.Fixed => (4, 'R'),
        SolutionQuality.Float => (5, 'F'),
        SolutionQuality.Differential or SolutionQuality.Augmented or SolutionQuality.Precise => (2, 'D'),
        SolutionQuality.Single => (1, 'A'),
        _ => (0, 'N'),
    };

    private static string Number(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "";

    private void Sentence(FormattableString text)
    {
        string body = text.ToString(CultureInfo.InvariantCulture);
        int sum = 0;
        foreach (char c in body)
        {
            sum ^= c;
        }

        _out.WriteLine($"${body}*{sum:X2}");
    }
}
