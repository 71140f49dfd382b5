using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>The film for which no path was given: the first day of the source, or a span of it, while the camera goes slowly about the Earth.</summary>
public static class DayPath
{
    /// <summary>Without another wish, s.</summary>
    public const double StandardSeconds = 12;

    /// <summary>The camera goes by so much on either side of where a picture would be taken from, and higher in the middle, degrees.</summary>
    private const double TurnDeg = 28, RiseDeg = 6;

    private static readonly SourceSpan s_where = new("--from");

    /// <param name="source">Of the scenes.</param>
    /// <param name="options">The picture at the middle of the film.</param>
    /// <param name="from">Null: the first epoch of the source.</param>
    /// <param name="to">Null: a day after, or the last epoch where that is sooner.</param>
    /// <param name="seconds">Length of the film.</param>
    /// <exception cref="InputException">CN5073: the span is empty or outside the source.</exception>
    public static CameraPath Of(ISceneSource source, GlobeOptions options, Epoch? from, Epoch? to, double seconds)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        (Epoch first, Epoch last) = Span(source.Grid, from, to);
        GlobeCamera middle = GlobePicture.CameraOf(source.At(first, SceneRequest.Of(MapKind.None)), options);
        // Around the pole there is no side to go to.
        double rise = Math.Abs(middle.LatitudeDeg) > 60 ? 0 : RiseDeg;
        (FilmKeyframe start, FilmKeyframe half, FilmKeyframe end) = (new(0, s_where), new(0.5 * seconds, s_where), new(seconds, s_where));
        return new CameraPath("", [
            start with { At = first, Camera = Beside(-TurnDeg, -rise) },
            half with { At = first + Duration.FromSeconds(Math.Round(0.5 * (last - first).TotalSeconds, 3)), Camera = Beside(0, rise) },
            end with { At = last, Camera = Beside(TurnDeg, -rise) },
        ]);

        GlobeCamera Beside(double east, double north) => middle with { LongitudeDeg = middle.LongitudeDeg + east, LatitudeDeg = Math.Clamp(middle.LatitudeDeg + north, -90, 90) };
    }

    /// <summary>The span of a film that was asked for.</summary>
    public static (Epoch First, Epoch Last) Span(EpochGrid grid, Epoch? from, Epoch? to)
    {
        Epoch first = from ?? grid.Start, day = first + Duration.FromHours(24), last = to ?? (day < grid.Last ? day : grid.Last);
        foreach ((string option, Epoch? epoch) in new[] { ("--from", from), ("--to", to) })
        {
            if (epoch < grid.Start || epoch > grid.Last)
            {
                throw Wrong(option, $"the source does not reach {Text(epoch.Value)}", $"choose an epoch from {Text(grid.Start)} to {Text(grid.Last)}");
            }
        }

        return last >= first ? (first, last) : throw Wrong("--to", $"{Text(last)} is before {Text(first)}", "give the earlier epoch to --from and the later one to --to");
    }

    private static InputException Wrong(string option, string problem, string remedy) => new(Diagnostic.Error("CN5073", new SourceSpan(option), problem, remedy));

    private static string Text(Epoch epoch) => epoch.ToString(TimeScale.Gpst, 0) + "GPST";
}
