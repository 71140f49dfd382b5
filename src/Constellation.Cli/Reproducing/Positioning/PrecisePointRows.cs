using System.Globalization;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Precise point positions of real stations against RTKLIB's, the stations, and a published result.</summary>
internal sealed class PrecisePointRows(Stations stations, CancellationToken cancel)
{
    public const string Text =
        "Float ambiguities. ESBC on 2020-06-25 with orbits and 30 s clocks of GRG (GPS, GLONASS, Galileo), its antenna uncalibrated: positions of the marker, 0.216 m below the antenna. RTKLIB's own static result with the same files and\n"
        + "corrections (configuration and result: tests/Constellation.Tests/data/ppp) is reduced to the same point. CCJ2 on 2021-07-29: one hour with products of WUM.";

    /// <summary>Antenna reference point by RTKLIB 2.4.3 at the end of the day: last row of esbc_2020177_static.pos beside its configuration.</summary>
    private static readonly Position<Itrf> s_rtklib = new(3582104.9101, 532590.2024, 5232755.3529);

    public IEnumerable<Requirement> Judge()
    {
        if (stations.Esbjerg() is { } day)
        {
            PositionRequest still = day with { Mode = "ppp-static" };
            Position<Itrf> marker = Last(still);
            TopocentricFrame frame = new(Stations.EsbjergMarker);
            Vector3d fromProgram = frame.ToLocal(marker + (0.216 * frame.Up) - s_rtklib), fromStation = frame.ToLocal(marker - Stations.EsbjergMarker);
            yield return new("ESBC, static, 24 h, from RTKLIB's static day: horizontal, up", "0", "2.5, 6 cm", Centimetres(fromProgram), Horizontal(fromProgram) <= 0.025 && Math.Abs(fromProgram.Z) <= 0.06);
            yield return new("ESBC, static, 24 h, from ITRF2014: horizontal, up", "0, uncertain by 8 cm", "12, 10 cm", Centimetres(fromStation), Horizontal(fromStation) <= 0.12 && Math.Abs(fromStation.Z) <= 0.10);

            Epoch midnight = Epoch.Parse("2020-06-25T00:00:00GPST");
            Vector3d[] quarters = [.. Enumerable.Range(0, 4).Select(q => frame.ToLocal(Last(still with { Start = midnight + Duration.FromHours(6 * q), Stop = midnight + Duration.FromHours((6 * q) + 6) - Duration.FromSeconds(30) }) - Stations.EsbjergMarker))];
            Vector3d mean = 0.25 * (quarters[0] + quarters[1] + quarters[2] + quarters[3]);
            Vector3d spread = Spread([.. quarters.Select(q => q - mean)]);
            yield return new("ESBC, static, four pieces of 6 h about their mean: rms horizontal, up", "0", "1.5, 3 cm", Centimetres(spread), Horizontal(spread) <= 0.015 && spread.Z <= 0.03);

            List<ReceiverFix> moving = StationTrial.Solve(day with { Mode = "ppp-kinematic" }, cancel);
            Vector3d scatter = Spread(StationTrial.Errors(moving.Where(f => f.Time >= midnight + Duration.FromHours(2)), marker));
            yield return new("ESBC, kinematic after 2 h, about the static marker: rms horizontal, up", "0", "5, 10 cm", Centimetres(scatter), Horizontal(scatter) <= 0.05 && scatter.Z <= 0.10);
        }

        if (stations.ChichijimaHour() is { } hour)
        {
            Position<Itrf> marker = Last(hour with { Mode = "ppp-static" });
            Vector3d fromStation = new TopocentricFrame(Stations.Chichijima).ToLocal(marker - Stations.Chichijima);
            yield return new("CCJ2, static, 1 h, from IGb14 of November 2020: horizontal, up", "0", "6, 10 cm: an hour, float, antenna uncalibrated", Centimetres(fromStation), Horizontal(fromStation) <= 0.06 && Math.Abs(fromStation.Z) <= 0.10);
            if (stations.ChichijimaPublished is { } file)
            {
                Position<Itrf> published = Mean(file);
                Vector3d apart = new TopocentricFrame(published).ToLocal(marker - published);
                yield return new("the same, from a published result with fixed ambiguities: horizontal, up", "0", "6, 10 cm", Centimetres(apart), Horizontal(apart) <= 0.06 && Math.Abs(apart.Z) <= 0.10);
            }
        }
    }

    private Position<Itrf> Last(PositionRequest request) => StationTrial.Solve(request, cancel).FindLast(f => f.HasPosition).Position;

    private static Vector3d Spread(IReadOnlyCollection<Vector3d> errors) => new(StationTrial.Rms(errors, e => e.X), StationTrial.Rms(errors, e => e.Y), StationTrial.Rms(errors, e => e.Z));

    private static double Horizontal(Vector3d local) => Math.Sqrt((local.X * local.X) + (local.Y * local.Y));

    private static string Centimetres(Vector3d local) => $"{100 * Horizontal(local):0.0}, {100 * local.Z:0.0} cm";

    /// <summary>Mean of the epochs of a table of positions: X, Y, Z in the third to the fifth column after the header.</summary>
    private static Position<Itrf> Mean(string file)
    {
        double[][] rows = [.. File.ReadLines(file).SkipWhile(l => !l.Contains("END OF HEADER", StringComparison.Ordinal)).Skip(2)
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2..5].Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToArray())];
        return new(rows.Average(r => r[0]), rows.Average(r => r[1]), rows.Average(r => r[2]));
    }
}
