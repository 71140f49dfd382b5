using System.Globalization;
using Constellation.Cli;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Cli;

public sealed class FrameVerbTests
{
    [Theory, InlineData("gcrf", "itrf"), InlineData("itrf", "gcrf"), InlineData("teme", "itrf"), InlineData("teme", "gcrf"), InlineData("itrf", "itrf")]
    public void Writes_the_rotation_of_each_epoch(string from, string to)
    {
        string[] lines = Run(0, from, to, "--epochs", "2024-09-20T00:00:00Z", "2333:432000");
        Assert.Equal("epoch_utc,m11,m12,m13,m21,m22,m23,m31,m32,m33", lines[0]);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("2024-09-20T00:00:00.000000000,", lines[1], StringComparison.Ordinal);
        Assert.Contains("T23:59:42.000000000,", lines[2], StringComparison.Ordinal);        // midnight of GPST, 18 leap seconds on
        double[] v = [.. lines[1].Split(',')[1..].Select(w => double.Parse(w, CultureInfo.InvariantCulture))];
        Matrix3d expected = FrameVerb.Rotation(new IauEarthOrientation(EopTable.BuiltIn), Epoch.Parse("2024-09-20T00:00:00Z"), Enum.Parse<ReferenceFrame>(from, true), Enum.Parse<ReferenceFrame>(to, true));
        Assert.Equal(expected, new Matrix3d(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8]));
    }

    [Fact]
    public void Sub_daily_terms_can_be_left_out()
    {
        string on = Run(0, "gcrf", "itrf", "--epochs", "2024-09-20T00:00:00Z")[1], off = Run(0, "gcrf", "itrf", "--epochs", "2024-09-20T00:00:00Z", "--sub-daily", "off")[1];
        Assert.NotEqual(on, off);
        double[] a = [.. on.Split(',')[1..].Select(w => double.Parse(w, CultureInfo.InvariantCulture))], b = [.. off.Split(',')[1..].Select(w => double.Parse(w, CultureInfo.InvariantCulture))];
        // 1 mas: 5e-9 rad.
        Assert.All(a.Zip(b), p => Assert.Equal(p.First, p.Second, 5e-9));
    }

    [Theory]
    [InlineData("gcrf", "moon", "2024-09-20T00:00:00Z")]
    [InlineData("gcrf", "itrf", "2024-09-20T00:00:00")]
    [InlineData("gcrf", "itrf", "1979-01-01T00:00:00Z")]
    [InlineData("gcrf", "itrf", "2100-01-01T00:00:00Z")]
    [InlineData("itrf", "itrf", "1971-12-31T23:59:59TAI")]
    public void Wrong_input_is_exit_2(string from, string to, string epoch) => Run(2, from, to, "--epochs", epoch);

    [Fact]
    public void Missing_file_is_exit_2() => Run(2, "gcrf", "itrf", "--epochs", "2024-09-20T00:00:00Z", "--eop", "no-such-file");

    private static string[] Run(int status, params string[] args)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(status, Program.Run(["frame", .. args, "-o", file], TestContext.Current.CancellationToken));
            Assert.Equal(status == 0, File.Exists(file));
            return status == 0 ? File.ReadAllLines(file) : [];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
