using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>The nominal constellation and its longest lines of sight (G1, G5).</summary>
internal sealed class NominalOrbitsRecipe : PublishedRecipe
{
    /// <summary>The published heights are above this radius, m.</summary>
    private const double Equator = 6_378_137;

    private const double PublishedMedium = 21_528e3, PublishedSynchronous = 35_786e3;

    public override IReadOnlyList<string> Ids => ["G1", "G5"];

    public override string Setup =>
        "`constellation show constellation/beidou-3`, and its places every 5 min over a week from 2024-09-20 (mean orbits). Published in G1: the standard; unknown: nothing. G5 is geometry of circles about a sphere of the equatorial radius.";

    public override IEnumerable<PublishedNumber> Run(PublishedContext context)
    {
        ConstellationDefinition beidou = EphemerisLibrary.BuiltIn.Constellation("beidou-3", new SourceSpan("beidou-3"));
        SatelliteDefinition[] Of(OrbitClass kind) => [.. beidou.Active.Where(s => s.OrbitClass == kind)];
        (SatelliteDefinition[] medium, SatelliteDefinition[] inclined, SatelliteDefinition[] fixedOnes) = (Of(OrbitClass.Meo), Of(OrbitClass.Igso), Of(OrbitClass.Geo));
        yield return PublishedNumber.Holds("G1", "satellites in medium, inclined and geostationary orbits", "24, 3, 3", "equal", $"{medium.Length}, {inclined.Length}, {fixedOnes.Length}", (medium.Length, inclined.Length, fixedOnes.Length) == (24, 3, 3));
        const string Axes = "the ground track is held by secular motion, which takes some km";
        yield return PublishedNumber.Near("G1", "height of the medium orbits", PublishedMedium / 1e3, "km", 1, "two standards round it", (medium.Average(s => s.Elements.SemiMajorAxis) - Equator) / 1e3, "0.0");
        yield return PublishedNumber.Near("G1", "height of the inclined orbits", PublishedSynchronous / 1e3, "km", 15, Axes, (inclined.Average(s => s.Elements.SemiMajorAxis) - Equator) / 1e3, "0.0");
        yield return PublishedNumber.Near("G1", "height of the geostationary orbits", PublishedSynchronous / 1e3, "km", 15, Axes, (fixedOnes.Average(s => s.Elements.SemiMajorAxis) - Equator) / 1e3, "0.0");
        const string Inertial = "elements are on inertial axes, the equator of date is 0.13 deg away";
        yield return PublishedNumber.Near("G1", "inclination of the medium orbits", 55, "deg", 0.2, Inertial, medium.Average(s => double.RadiansToDegrees(s.Elements.Inclination)), "0.00");
        yield return PublishedNumber.Near("G1", "inclination of the inclined orbits", 55, "deg", 0.2, Inertial, inclined.Average(s => double.RadiansToDegrees(s.Elements.Inclination)), "0.00");
        yield return PublishedNumber.Near("G1", "24/3/1: greatest distance of a satellite from the pattern of C19", 0, "deg", 0.15, Inertial, OffPattern(medium), "0.000");

        foreach (PublishedNumber chord in Week(beidou, context.Cancel))
        {
            yield return chord;
        }
    }

    /// <summary>Nodes are spread by 120 deg and arguments of latitude by 45 deg in the plane and 15 deg from plane to plane; what is left over, deg.</summary>
    private static double OffPattern(SatelliteDefinition[] medium)
    {
        // About the pole of date, by the places at the elements' epoch, so that the tilt of inertial axes is seen as such and no more.
        double Argument(SatelliteDefinition s) => double.RadiansToDegrees(s.Elements.ArgumentOfPerigee + s.Elements.MeanAnomaly);
        SatelliteDefinition first = medium[0];
        double worst = 0;
        foreach (SatelliteDefinition s in medium)
        {
            double node = Wrapped(double.RadiansToDegrees(s.Elements.RightAscension - first.Elements.RightAscension), 120);
            int plane = (int)Math.Round((double.RadiansToDegrees(s.Elements.RightAscension - first.Elements.RightAscension) - node) / 120);
            double along = Wrapped(Argument(s) - Argument(first) - (15 * plane), 45);
            worst = Math.Max(worst, Math.Abs(along + (node * Math.Cos(s.Elements.Inclination))));
        }

        return worst;
    }

    private static double Wrapped(double angle, double by) => angle - (by * Math.Round(angle / by));

    private static IEnumerable<PublishedNumber> Week(ConstellationDefinition beidou, CancellationToken cancel)
    {
        SatelliteSnapshots there = new(OrbitSources.Open(["beidou-3"], SatelliteSelector.All));
        OrbitClass[] classes = [.. there.Satellites.Select(s => beidou[s].OrbitClass)];
        bool[] serves = [.. there.Satellites.Select(s => beidou[s].Role == SatelliteRole.Active)];
        double[] longest = new double[6];            // medium with synchronous, medium with medium, synchronous with synchronous; above the Earth, and 1000 km above it
        EpochGrid epochs = new(Epoch.Parse("2024-09-20T00:00:00GPST"), Duration.FromMinutes(5), 7 * 288);
        double[] longitudes = new double[classes.Length];
        for (int k = 0; k < epochs.Count; k++)
        {
            cancel.ThrowIfCancellationRequested();
            SatelliteSnapshot at = there.At(epochs[k]);
            for (int i = 0; i < at.Count; i++)
            {
                Position<Itrf> place = at[i].Position;
                longitudes[at[i].Satellite] += double.RadiansToDegrees(Math.Atan2(place.Y, place.X)) / epochs.Count;
                for (int j = 0; j < i; j++)
                {
                    if (serves[at[i].Satellite] && serves[at[j].Satellite])
                    {
                        Take(longest, classes[at[i].Satellite], classes[at[j].Satellite], LinkGeometry.Between(Of(place), Of(at[j].Position)));
                    }
                }
            }
        }

        double[] fixedAt = [.. Enumerable.Range(0, classes.Length).Where(i => classes[i] == OrbitClass.Geo && serves[i]).Select(i => longitudes[i]).Order()];
        yield return PublishedNumber.Holds("G1", "longitudes of the geostationary satellites, mean of a week", "80, 110.5, 140 deg", "0.5 deg: unperturbed", string.Join(", ", fixedAt.Select(l => FormattableString.Invariant($"{l:0.0}"))) + " deg",
            fixedAt.Length == 3 && fixedAt.Zip([80, 110.5, 140]).All(p => Math.Abs(p.First - p.Second) <= 0.5));
        const string Sampled = "0.5 %: a week of samples need not meet the longest, and a flattened Earth lets 8 km more through";
        double[] published = [68_850, 54_340, 83_000, 68_430, 53_830, double.NaN];
        string[] names = ["medium to geosynchronous, grazing", "medium to medium, grazing", "geosynchronous to geosynchronous, grazing", "medium to geosynchronous, 1000 km above the Earth", "medium to medium, 1000 km above the Earth"];
        double r = Equator + PublishedMedium, s = Equator + PublishedSynchronous;
        double[] circle = [LinkGeometry.LongestChord(r, s, 0), LinkGeometry.LongestChord(r, r, 0), LinkGeometry.LongestChord(s, s, 0), LinkGeometry.LongestChord(r, s, 1e6), LinkGeometry.LongestChord(r, r, 1e6)];
        for (int i = 0; i < names.Length; i++)
        {
            yield return PublishedNumber.Near("G5", $"longest line, {names[i]}: circles", published[i], "km", i == 2 ? 500 : 10, i == 2 ? "given to a thousand" : "rounding", circle[i] / 1e3, "0");
            if (i != 2)
            {
                yield return PublishedNumber.Holds("G5", $"longest line, {names[i]}: flown in a week", FormattableString.Invariant($"{published[i]} km"), Sampled, FormattableString.Invariant($"{longest[i] / 1e3:0} km"), Math.Abs((longest[i] / 1e3 / published[i]) - 1) <= 0.005);
            }
        }
    }

    private static Vector3d Of(Position<Itrf> place) => new(place.X, place.Y, place.Z);

    private static void Take(double[] longest, OrbitClass a, OrbitClass b, LinkGeometry line)
    {
        int kind = ((a == OrbitClass.Meo ? 0 : 1) + (b == OrbitClass.Meo ? 0 : 1)) switch { 0 => 1, 1 => 0, _ => 2 };
        if (line.GrazingHeight >= 0)
        {
            longest[kind] = Math.Max(longest[kind], line.Range);
        }

        if (line.GrazingHeight >= 1e6)
        {
            longest[3 + kind] = Math.Max(longest[3 + kind], line.Range);
        }
    }
}
