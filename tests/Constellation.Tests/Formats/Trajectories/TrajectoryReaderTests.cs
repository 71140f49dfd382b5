using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;

namespace Constellation.Tests.Formats.Trajectories;

public sealed class TrajectoryReaderTests
{
    private const string Good = """
        epoch_gpst,lat_deg,lon_deg,height_m
        2024-09-20T00:00:00,52.5,13.4,40
        2024-09-20T00:00:01,52.5001,13.4,41
        2024-09-20T00:00:02,52.5002,13.4,42
        2024-09-20T00:00:03,52.5003,13.4,43
        2024-09-20T00:00:04,52.5004,13.4,44

        """;

    [Fact]
    public void Places_are_read()
    {
        TrajectoryRows rows = Read(Good).ValueOrThrow();
        Assert.Equal(5, rows.Epochs.Count);
        Assert.Equal(44, Ellipsoid.Wgs84.ToGeodetic(rows.Positions[4]).Height, 1e-6);
        Position<Itrf> p = rows.Positions[0];
        string cartesian = string.Join('\n', ["x_m,epoch_utc,y_m,z_m,note", .. Enumerable.Range(0, 4).Select(i => FormattableString.Invariant($"{p.X:R},2024-09-20T00:00:0{i},{p.Y:R},{p.Z:R},a"))]);
        TrajectoryRows other = Read(cartesian).ValueOrThrow();
        Assert.Equal(18, (other.Epochs[0] - rows.Epochs[0]).TotalSeconds);
        Assert.Equal(p, other.Positions[3]);
    }

    [Theory]
    [InlineData("height_m", "height", "CN4310", 1, 1, "lacks the columns of a trajectory")]
    [InlineData("52.5001", "52,5001", "CN4311", 3, 21, "is no place")]
    [InlineData("52.5001", "fifty", "CN4311", 3, 21, "'fifty' is not a number")]
    [InlineData("52.5001", "NaN", "CN4311", 3, 21, "'NaN' is not a number")]
    [InlineData("52.5001", "92.5", "CN4311", 3, 21, "92.5,13.4,41 is no place")]
    [InlineData("00:00:02,", "00:00:00,", "CN4312", 4, 1, "not after the one before")]
    [InlineData("00:00:04,", "00:01:04,", "CN4313", 6, 1, "61 s after the row before, where 1 s are usual: the trajectory has a gap")]
    [InlineData("2024-09-20T00:00:01", "yesterday", "CN4311", 3, 1, "no epoch")]
    public void Faults_are_placed(string good, string bad, string code, int line, int column, string text)
    {
        ReadResult<TrajectoryRows> result = Read(Good.Replace(good, bad, StringComparison.Ordinal));
        Assert.Null(result.Value);
        Diagnostic diagnostic = result.Diagnostics.First(d => d.Code == code);
        Assert.Equal((line, column), (diagnostic.Where.Line, diagnostic.Where.Column));
        Assert.Contains(text, diagnostic.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_rows_are_refused() => Assert.Contains(Read(Good[..Good.IndexOf("2024-09-20T00:00:03", StringComparison.Ordinal)]).Diagnostics, d => d.Code == "CN4314");

    [Fact]
    public void Nothing_is_no_trajectory() => Assert.Contains(Read("").Diagnostics, d => d.Code == "CN4310");

    private static ReadResult<TrajectoryRows> Read(string text) => TrajectoryReader.Read(new MemoryStream(Encoding.ASCII.GetBytes(text)), "way.csv");
}
