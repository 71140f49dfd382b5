using System.Text.Json;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Formats.Czml;

public sealed class CzmlTests
{
    [Fact]
    public void A_document_has_its_clock_and_every_satellite_its_packet()
    {
        JsonElement[] packets = Packets(OrbitTableSet.Of(Sp3.Sp3Samples.File()).Blocks);
        Assert.Equal(("document", "1.0"), (packets[0].GetProperty("id").GetString(), packets[0].GetProperty("version").GetString()));
        Assert.Equal("2020-06-24T23:59:42Z/2020-06-25T02:44:42Z", packets[0].GetProperty("clock").GetProperty("interval").GetString());
        Assert.Equal(["C23", "G05"], packets[1..].Select(p => p.GetProperty("id").GetString()));
        foreach (JsonElement packet in packets[1..])
        {
            Assert.Equal("2020-06-24T23:59:42Z/2020-06-25T02:44:42Z", packet.GetProperty("availability").GetString());
            JsonElement position = packet.GetProperty("position");
            Assert.Equal(("2020-06-24T23:59:42Z", "FIXED", "LAGRANGE", 9), (position.GetProperty("epoch").GetString(), position.GetProperty("referenceFrame").GetString(), position.GetProperty("interpolationAlgorithm").GetString(), position.GetProperty("interpolationDegree").GetInt32()));
            Assert.Equal(48, position.GetProperty("cartesian").GetArrayLength());
            Assert.Equal(packet.GetProperty("id").GetString(), packet.GetProperty("label").GetProperty("text").GetString());
            Assert.Equal(4, packet.GetProperty("path").GetProperty("material").GetProperty("solidColor").GetProperty("color").GetProperty("rgba").GetArrayLength());
            Assert.True(packet.GetProperty("path").GetProperty("leadTime").GetDouble() > 15_000);
            Assert.True(packet.GetProperty("point").GetProperty("pixelSize").GetInt32() > 0);
        }
    }

    [Fact]
    public void A_gap_is_a_gap_in_the_document()
    {
        Sp3File file = Sp3.Sp3Samples.File();
        file.Satellites[0].Positions[5] = new Vector3d(double.NaN, double.NaN, double.NaN);
        JsonElement packet = Packets(OrbitTableSet.Of(file).Blocks)[1];
        Assert.Equal(
            ["2020-06-24T23:59:42Z/2020-06-25T00:59:42Z", "2020-06-25T01:29:42Z/2020-06-25T02:44:42Z"],
            packet.GetProperty("availability").EnumerateArray().Select(e => e.GetString()!));
        Assert.Equal(
            packet.GetProperty("availability").EnumerateArray().Select(e => e.GetString()),
            packet.GetProperty("position").EnumerateArray().Select(p => p.GetProperty("interval").GetString()));
    }

    /// <summary>
    /// Interpolates the samples of the document as Cesium does (degree + 1 samples, as many before as after, fewer at the ends' far side) and compares with the rows of the real
    /// one-minute table that were left out.
    /// </summary>
    [Theory]
    [InlineData(5, 0.01)]
    [InlineData(15, 1)]
    public void Between_samples_Cesium_meets_the_real_orbit(int minutes, double limit)
    {
        Sp3File file = SharedProducts.Sp3("WUM0MGXRAP_20200010000_01D_01M_ORB.SP3.gz");
        Sp3File thin = file with
        {
            Interval = Duration.FromMinutes(minutes),
            Epochs = [.. file.Epochs.Where((_, i) => i % minutes == 0)],
            Satellites = [.. file.Satellites.Select(s => new Sp3Satellite
            {
                Id = s.Id,
                Positions = [.. s.Positions.Where((_, i) => i % minutes == 0)],
                Clocks = [.. s.Clocks.Where((_, i) => i % minutes == 0)],
                Marks = [.. s.Marks.Where((_, i) => i % minutes == 0)],
            })],
        };
        foreach (JsonElement packet in Packets(OrbitTableSet.Of(thin).Blocks)[1..])
        {
            SatelliteId id = SatelliteId.Parse(packet.GetProperty("id").GetString()!);
            JsonElement position = packet.GetProperty("position");
            if (position.ValueKind == JsonValueKind.Array)
            {
                continue;
            }

            double[] values = [.. position.GetProperty("cartesian").EnumerateArray().Select(e => e.GetDouble())];
            int degree = position.GetProperty("interpolationDegree").GetInt32();
            Sp3Satellite truth = file.Find(id)!;
            for (int row = (5 * minutes) + (minutes / 2); row < file.Epochs.Length - (6 * minutes); row += 7 * minutes)
            {
                Check.Within(Tolerance.Of(limit, "m", "remainder of a polynomial of degree 9 on Earth-fixed axes; the table rounds to 1 mm"), truth.Positions[row], Lagrange(values, degree, row * 60.0), $"{id} row {row}");
            }
        }
    }

    private static Vector3d Lagrange(double[] samples, int degree, double t)
    {
        int count = samples.Length / 4, n = degree + 1;
        int after = Enumerable.Range(0, count).First(i => samples[4 * i] >= t);
        int first = Math.Clamp(after - (n / 2), 0, count - n);
        Vector3d sum = default;
        for (int j = first; j < first + n; j++)
        {
            double weight = 1;
            for (int m = first; m < first + n; m++)
            {
                weight *= m == j ? 1 : (t - samples[4 * m]) / (samples[4 * j] - samples[4 * m]);
            }

            sum += weight * new Vector3d(samples[(4 * j) + 1], samples[(4 * j) + 2], samples[(4 * j) + 3]);
        }

        return sum;
    }

    private static JsonElement[] Packets(IReadOnlyList<EphemerisBlock> blocks)
    {
        using MemoryStream stream = new();
        CzmlWriter.Write(stream, blocks, "test");
        return [.. JsonDocument.Parse(stream.ToArray()).RootElement.EnumerateArray().Select(e => e.Clone())];
    }
}
