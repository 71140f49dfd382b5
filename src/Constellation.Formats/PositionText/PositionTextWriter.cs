using System.Globalization;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Writes positions in the layout of RTKLIB's solution files (<c>.pos</c>), so that its tools plot and compare them. [RTKLIB] appendix B.1.</summary>
/// <remarks>
/// Time in GPS time as a calendar or as week and second. The last three columns of deviations are roots of covariances with their sign, as RTKLIB has them.
/// Epochs without a position have no line: the format has none for them.
/// </remarks>
public sealed class PositionTextWriter : IDisposable
{
    private readonly StreamWriter _out;
    private readonly bool _geodetic;
    private readonly bool _calendar;

    /// <param name="stream">Stays open.</param>
    /// <param name="inputs">Files that the solution was made of, for the head.</param>
    /// <param name="geodetic">Latitude, longitude and ellipsoidal height of WGS 84; else X, Y, Z.</param>
    /// <param name="calendar">Year/month/day; else GPS week and second.</param>
    public PositionTextWriter(Stream stream, IEnumerable<string> inputs, bool geodetic = true, bool calendar = true)
    {
        _out = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        (_geodetic, _calendar) = (geodetic, calendar);
        _out.WriteLine("% program   : constellation");
        foreach (string input in inputs)
        {
            _out.WriteLine($"% inp file  : {input}");
        }

        _out.WriteLine("%");
        string time = calendar ? "%  GPST                 " : "%  GPST         ";
        _out.WriteLine($"% ({(geodetic ? "lat/lon/height=WGS84/ellipsoidal" : "x/y/z-ecef=WGS84")},Q=1:fix,2:float,3:sbas,4:dgps,5:single,6:ppp,ns=# of satellites)");
        _out.WriteLine(time + (geodetic
            ? " latitude(deg) longitude(deg)  height(m)   Q  ns   sdn(m)   sde(m)   sdu(m)  sdne(m)  sdeu(m)  sdun(m) age(s)  ratio"
            : "     x-ecef(m)      y-ecef(m)      z-ecef(m)   Q  ns   sdx(m)   sdy(m)   sdz(m)  sdxy(m)  sdyz(m)  sdzx(m) age(s)  ratio"));
    }

    /// <summary>Lines written.</summary>
    public int Lines { get; private set; }

    public void Write(PositionSolution solution)
    {
        if (!solution.HasPosition)
        {
            return;
        }

        Lines++;
        _out.Write(_calendar ? Calendar(solution.Time) : Week(solution.Time));
        Symmetric3 c = solution.Covariance;
        if (_geodetic)
        {
            TopocentricFrame frame = new(solution.Position);
            GeodeticPoint g = frame.Geodetic;
            _out.Write(string.Create(CultureInfo.InvariantCulture, $" {g.LatitudeDeg,14:0.000000000} {g.LongitudeDeg,14:0.000000000} {g.Height,10:0.0000}"));
            c = new(c.Along(frame.North), frame.North.Dot(c * frame.East), frame.North.Dot(c * frame.Up), c.Along(frame.East), frame.East.Dot(c * frame.Up), c.Along(frame.Up));
        }
        else
        {
            Position<Itrf> p = solution.Position;
            _out.Write(string.Create(CultureInfo.InvariantCulture, $" {p.X,14:0.0000} {p.Y,14:0.0000} {p.Z,14:0.0000}"));
        }

        _out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $" {(int)solution.Quality,3} {solution.SatelliteCount,3} {Root(c.Xx),8:0.0000} {Root(c.Yy),8:0.0000} {Root(c.Zz),8:0.0000} {Root(c.Xy),8:0.0000} {Root(c.Yz),8:0.0000} {Root(c.Xz),8:0.0000} {solution.Age,6:0.00} {solution.Ratio,6:0.0}"));
    }

    public void Dispose() => _out.Dispose();

    /// <summary>With the sign of what it is the root of; 0 where nothing is known.</summary>
    private static double Root(double value) => double.IsNaN(value) ? 0 : Math.Sign(value) * Math.Sqrt(Math.Abs(value));

    private static string Calendar(Epoch time)
    {
        ScaleReading r = TextTime.ToMillisecond(time).In(TimeScale.Gpst);
        return string.Create(CultureInfo.InvariantCulture, $"{r.Year:0000}/{r.Month:00}/{r.Day:00} {r.Hour:00}:{r.Minute:00}:{r.Second:00}.{r.Attoseconds / TextTime.Millisecond:000}");
    }

    private static string Week(Epoch time)
    {
        (int week, Duration second) = TextTime.ToMillisecond(time).ToGps();
        return string.Create(CultureInfo.InvariantCulture, $"{week,4} {second.WholeSeconds,6}.{second.Attoseconds / TextTime.Millisecond:000}");
    }
}
