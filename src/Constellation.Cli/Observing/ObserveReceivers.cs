using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Who observes: sites, ways that are built in, tables, orbits.</summary>
internal sealed class ObserveReceivers
{
    private readonly List<(string Marker, GeodeticPoint Place)> _sites = [];
    private readonly MotionKind? _motion;
    private readonly ITrajectory? _way;
    private readonly bool _leo;

    private ObserveReceivers(MotionKind? motion, ITrajectory? way, bool leo) => (_motion, _way, _leo) = (motion, way, leo);

    /// <summary>What a table of places covers; null for all others.</summary>
    public EpochSpan? Coverage => _way is TrajectoryTable table ? table.Coverage : null;

    /// <exception cref="InputException">CN4320: a site is no place; CN4321: there is nobody, or a way without the place that it needs.</exception>
    public static ObserveReceivers Parse(IReadOnlyList<string> sites, string? trajectory)
    {
        MotionKind? motion = trajectory is not null && Enum.TryParse(trajectory, ignoreCase: true, out MotionKind kind) && trajectory.All(char.IsAsciiLetter) ? kind : null;
        bool leo = string.Equals(trajectory, "leo", StringComparison.OrdinalIgnoreCase);
        ObserveReceivers receivers = new(motion, trajectory is null || motion is not null || leo ? null : Open(trajectory), leo);
        foreach (string site in sites)
        {
            receivers._sites.Add(Site(site, receivers._sites.Count + 1));
        }

        if (receivers._sites.Select(s => s.Marker).GroupBy(m => m, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new InputException(Diagnostic.Error("CN4320", new SourceSpan("--site"), $"two sites are called '{twice.Key}'", "give each its own name"));
        }

        if (receivers._sites.Any(s => string.Equals(s.Marker, "nav", StringComparison.OrdinalIgnoreCase)))
        {
            throw new InputException(Diagnostic.Error("CN4320", new SourceSpan("--site"), "a site cannot be called 'nav': nav.rnx is the file of the messages", "give it another name"));
        }

        return trajectory is null && sites.Count == 0 || (motion is not null && sites.Count == 0)
            ? throw new InputException(Diagnostic.Error("CN4321", new SourceSpan("observe"), motion is null ? "nobody observes: neither a site nor a trajectory is given" : $"'{trajectory}' needs the place around which it moves", "add --site LAT,LON,H"))
            : receivers;
    }

    /// <summary>The receivers of a run: ways that are built in begin with it.</summary>
    public IReadOnlyList<ObservedReceiver> From(Epoch start)
    {
        if (_motion is { } motion)
        {
            return [.. _sites.Select(s => new ObservedReceiver(s.Marker, new MotionProfile(motion, s.Place, start)))];
        }

        List<ObservedReceiver> all = [.. _sites.Select(s => new ObservedReceiver(s.Marker, new StaticSite(s.Marker, s.Place)))];
        if (_leo)
        {
            all.Add(new("LEO1", OrbitTrajectory.LowEarth(start)));
        }

        if (_way is not null)
        {
            all.Add(new("ROV1", _way));
        }

        return all;
    }

    private static ITrajectory Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException(Diagnostic.Error("CN3000", new SourceSpan(path), "is neither a file nor a way that is built in", "check the path; built in: aircraft, ship, car, leo"));
        }

        string name = Path.GetFileName(path);
        if (FileKinds.Of(path) is FileKind.TwoLineElements or FileKind.Omm)
        {
            IReadOnlyList<MeanElementSet> sets = ElementSetReader.Read(path).ValueOrThrow().Sets;
            if (sets.Count > 1)
            {
                Console.Error.WriteLine(Diagnostic.Warning("CN4322", new SourceSpan(path), $"holds {sets.Count} element sets", "the first is the receiver's orbit: give a file with that of one satellite"));
            }

            return new OrbitTrajectory(name, new Sgp4Orbit(sets[0].ToElements()));
        }

        return new TrajectoryTable(name, TrajectoryReader.Read(path).ValueOrThrow());
    }

    /// <summary><c>LAT,LON,H</c> or <c>NAME=LAT,LON,H</c>.</summary>
    private static (string Marker, GeodeticPoint Place) Site(string text, int number)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string marker = equals > 0 ? text[..equals] : $"SIT{number}";
        double[] values = [.. text[(equals + 1)..].Split(',').Select(t => double.TryParse(t, out double v) && double.IsFinite(v) ? v : double.NaN)];
        values = values.Length == 2 ? [.. values, 0] : values;
        bool named = marker.Length is > 0 and <= 40 && marker.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        return named && values.Length == 3 && Math.Abs(values[0]) <= 90 && Math.Abs(values[1]) <= 360 && values[2] is >= -1e4 and <= 1e5
            ? (marker, GeodeticPoint.FromDegrees(values[0], values[1], values[2]))
            : throw new InputException(Diagnostic.Error("CN4320", new SourceSpan("--site"), $"'{text}' is not a site", "write latitude,longitude,height (degrees, metres from -10 to 100 km) such as 39.9,116.4,50, with a name before it if wanted: BEIJ=39.9,116.4,50"));
    }
}
