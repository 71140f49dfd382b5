using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Where: a site, a route, or a world grid.</summary>
internal sealed class PlaceOptions
{
    private readonly bool _withGrid;

    public PlaceOptions(bool withGrid) => _withGrid = withGrid;

    public Option<double[]?> Site { get; } = Options.Site();

    public Option<string?> Route { get; } = new("--route") { Description = "A route: CSV table lat_deg,lon_deg, optionally height_m and epoch_gpst (or another scale); with epochs every place counts at its own epoch only, without at all epochs", HelpName = "FILE" };

    public Option<double?> Grid { get; } = new("--grid")
    {
        Description = "Cell of the world grid in degrees, from 0.25 to 90; divides 180",
        HelpName = "DEG",
        CustomParser = r => SceneOptions.Number(r, 0.25, 90, "degrees") is { } step && UserGrid.IsStep(step) ? step : Refused(r),
    };

    public void AddTo(Command command)
    {
        command.Options.Add(Site);
        command.Options.Add(Route);
        if (_withGrid)
        {
            command.Options.Add(Grid);
        }

        command.Validators.Add(r =>
        {
            int given = (r.GetResult(Site) is null ? 0 : 1) + (r.GetResult(Route) is null ? 0 : 1) + (_withGrid && r.GetResult(Grid) is not null ? 1 : 0);
            if (given != 1)
            {
                r.AddError(_withGrid ? "write one of --site LAT,LON,H, --route FILE and --grid DEG" : "write either --site LAT,LON,H or --route FILE");
            }
        });
    }

    /// <summary>The places; their epochs where a route tells them.</summary>
    public (IReadOnlyList<UserDefinition> Users, IReadOnlyList<Epoch>? Epochs) Read(ParseResult parsed)
    {
        if (_withGrid && parsed.GetValue(Grid) is { } step)
        {
            return (new UserGrid(step, 0).Users, null);
        }

        return Read(parsed.GetValue(Site), parsed.GetValue(Route));
    }

    /// <summary>The places of a site or, where there is none, of a route.</summary>
    public static (IReadOnlyList<UserDefinition> Users, IReadOnlyList<Epoch>? Epochs) Read(double[]? site, string? route)
    {
        if (site is { Length: 3 } place)
        {
            return ([User(0, GeodeticPoint.FromDegrees(place[0], place[1], place[2]))], null);
        }

        IReadOnlyList<TrackPoint> track = TrackReader.Read(route!).ValueOrThrow();
        return ([.. track.Select((p, i) => User(i, p.Place))], track[0].Epoch is null ? null : [.. track.Select(p => p.Epoch!.Value)]);
    }

    private static UserDefinition User(int index, GeodeticPoint place) => new() { Index = index, Name = index == 0 ? "site" : $"place {index + 1}", Place = place, Position = Ellipsoid.Wgs84.ToCartesian(place) };

    private static double? Refused(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError("a grid's cell divides 180 degrees; write 1, 2.5, 5, 10, ...");
        return null;
    }
}
