using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>All users of a run: the named sites first, then the grid, with their errors.</summary>
internal sealed class UserRun
{
    /// <summary>Random numbers of the grid are addressed from here on, so that sites may come and go.</summary>
    private const int FirstGridAddress = 4096;

    private readonly PositioningEngine _engine;

    public UserRun(ScenarioDefinition scenario, EpochGrid grid)
    {
        UserSettings settings = scenario.Users;
        Grid = new UserGrid(settings.GridStepDeg, settings.Mask, FirstGridAddress);
        UserDefinition[] sites = [.. settings.Sites.Select((site, i) => new UserDefinition
        {
            Index = i,
            Name = site.Name,
            Place = site.Place,
            Position = Ellipsoid.Wgs84.ToCartesian(site.Place),
            ElevationMask = settings.Mask,
        })];
        SiteCount = sites.Length;
        _engine = new PositioningEngine([.. sites, .. Grid.Users], ModelOf(settings), grid, scenario.Seed);
    }

    public UserGrid Grid { get; }

    public int SiteCount { get; }

    public IReadOnlyList<UserDefinition> Users => _engine.Users;

    /// <summary>By epoch, then user.</summary>
    public UserFix[][] Solve(SatelliteEpochState[][] satellites, int threads, Action<int> completed, CancellationToken cancel) => _engine.SolveAll(satellites, threads, completed, cancel);

    private static UserModel ModelOf(UserSettings settings)
    {
        UserModel model = UserModel.DualFrequency with { Ionosphere = settings.Ionosphere };
        return settings.NoiseScale == 1 ? model : model.Scaled(settings.NoiseScale);
    }
}
