using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>When a satellite is in the Earth's shadow, penumbra included, within the epochs of a source.</summary>
/// <param name="Spans">By time; one that is cut by the source's first or last epoch begins or ends there.</param>
internal sealed record EclipseTimes(IReadOnlyList<EpochSpan> Spans)
{
    /// <summary>To which entry and exit are found, s.</summary>
    private const double Resolution = 1;

    /// <summary>The one that an epoch lies in, or the first after it; null: none within the source.</summary>
    public EpochSpan? At(Epoch epoch) => Spans.Where(s => s.Last >= epoch).Cast<EpochSpan?>().FirstOrDefault();

    public static EclipseTimes Of(ISceneSource source, SatelliteId satellite)
    {
        SourceTables tables = SourceTables.Of(source);
        int index = tables.Tracks.IndexOf(satellite);
        List<EpochSpan> spans = [];
        Epoch? start = null;
        for (int k = 0; index >= 0 && k < tables.Epochs.Count; k++)
        {
            Epoch epoch = tables.Epochs[k];
            double lit = Lit(tables.Tracks.Place(k, index), epoch);
            if (lit < 1 && start is null)
            {
                start = k == 0 || double.IsNaN(Lit(tables.Tracks.Place(k - 1, index), tables.Epochs[k - 1])) ? epoch : Edge(source, tables, satellite, tables.Epochs[k - 1], epoch);
            }
            else if (!(lit < 1) && start is { } begun)
            {
                spans.Add(new(begun, double.IsNaN(lit) ? tables.Epochs[k - 1] : Edge(source, tables, satellite, epoch, tables.Epochs[k - 1])));
                start = null;
            }
        }

        if (start is { } open)
        {
            spans.Add(new(open, tables.Epochs.Last));
        }

        return new(spans);
    }

    /// <summary>Visible fraction of the Sun; NaN without a position.</summary>
    public static double Lit(Position<Itrf> place, Epoch epoch)
    {
        if (!double.IsFinite(place.X))
        {
            return double.NaN;
        }

        EarthRotation earth = EarthOrientation.BuiltIn.At(epoch);
        return Eclipse.Fraction(earth.ToGcrf(place), Sun.PositionGcrf(epoch));
    }

    /// <summary>Between an epoch in full sunlight and one in shadow, by halving.</summary>
    private static Epoch Edge(ISceneSource source, SourceTables tables, SatelliteId satellite, Epoch light, Epoch shadow)
    {
        while (Math.Abs((shadow - light).TotalSeconds) > Resolution)
        {
            Epoch middle = light + Duration.FromSeconds((shadow - light).TotalSeconds / 2);
            (light, shadow) = tables.Place(source, satellite, middle) is { } place && Lit(place, middle) < 1 ? (light, middle) : (middle, shadow);
        }

        return shadow;
    }
}
