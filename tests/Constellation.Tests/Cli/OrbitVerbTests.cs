using System.Globalization;
using Constellation.Cli;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Tests.Formats.Sp3;
using Constellation.Time;

namespace Constellation.Tests.Cli;

public sealed class OrbitVerbTests : IDisposable
{
    private const string Now = "2024-09-20T00:00:00GPST";

    private readonly string _sp3 = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".sp3");

    public void Dispose() => File.Delete(_sp3);

    [Theory]
    [InlineData("beidou-3", 30)]
    [InlineData("GPS", 32)]
    [InlineData("galileo", 24)]
    [InlineData("glonass", 24)]
    public void A_constellation_gives_its_active_satellites_by_mean_motion(string name, int active)
    {
        string[] lines = Run(0, name, "--start", Now, "--stop", Now, "--step", "1min", "--frame", "gcrf");
        Assert.Equal("epoch_gpst,sat,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps,clock_s", lines[0]);
        Assert.Equal(active, lines.Length - 1);
        ConstellationDefinition constellation = EphemerisLibrary.BuiltIn.Constellation(name, new("test"));
        SatelliteDefinition first = constellation.Active.First();
        StateVector state = ConstellationOrbits.Mean(first, constellation.Epoch).At(Epoch.Parse(Now));
        Assert.Equal((first.Id.ToString(), state.Position, state.Velocity, ""), Parse(lines[1]));
    }

    [Fact]
    public void Spares_come_when_they_are_named()
    {
        string[] lines = Run(0, "beidou-3", "--start", Now, "--stop", Now, "--step", "1min", "--sat", "C@geo,C19,C62");
        Assert.Equal(["C19", "C59", "C60", "C61", "C62"], lines[1..].Select(l => l.Split(',')[1]));
    }

    [Fact]
    public void Groups_and_systems_are_of_active_satellites()
    {
        Assert.Equal(["C59", "C60", "C61"], Run(0, "beidou-3", "--start", Now, "--stop", Now, "--step", "1min", "--sat", "C@geo")[1..].Select(l => l.Split(',')[1]));
    }

    [Fact]
    public void Constellations_are_merged()
    {
        Assert.Equal(1 + 32 + 24, Run(0, "gps", "galileo", "--start", Now, "--stop", Now, "--step", "1min").Length);
    }

    /// <summary>The three frames are the rotations of <c>frame</c> apart: equal to rounding of 30 000 km (1 um) and the digits of the matrices.</summary>
    [Theory, InlineData(ReferenceFrame.Itrf), InlineData(ReferenceFrame.Teme)]
    public void Frames_are_those_of_the_verb_frame(ReferenceFrame frame)
    {
        string[] options = ["glonass", "--start", Now, "--stop", Now, "--step", "1min", "--sat", "R01"];
        Vector3d gcrf = Parse(Run(0, [.. options, "--frame", "gcrf"])[1]).Position, other = Parse(Run(0, [.. options, "--frame", frame.ToString().ToLowerInvariant()])[1]).Position;
        Matrix3d turn = FrameVerb.Rotation(EarthOrientation.BuiltIn.Exact, Epoch.Parse(Now), ReferenceFrame.Gcrf, frame);
        Check.Within(Tolerance.Of(1e-5, "m", "the cached rotation is within 0.01 microarcsecond, 2 um at 25 500 km, of the exact one, and rounding"), turn * gcrf, other);
    }

    [Fact]
    public void Files_take_ids_but_no_groups()
    {
        File.WriteAllText(_sp3, Sp3Samples.Text());
        Assert.All(Run(0, _sp3, "--sat", "C20-C30")[1..], l => Assert.Equal("C23", l.Split(',')[1]));
        Run(2, _sp3, "--sat", "C@phm");
        Run(2, _sp3, "--sat", "E");
        Run(2, _sp3, "gps");
        InputException e = Assert.Throws<InputException>(() => OrbitSources.Open([_sp3], Selector("G05,C@phm")));
        Assert.Equal("--sat: error CN1006: 'C@phm' needs the description of a constellation, which files do not have; name satellites, ranges or systems, such as C19,C32-C37,E", e.Message);
    }

    [Fact]
    public void A_name_that_is_nothing_is_told_with_the_nearest()
    {
        InputException e = Assert.Throws<InputException>(() => OrbitSources.Open(["gsp"]));
        Assert.Equal("gsp: error CN3000: is neither a file nor a constellation of the library; check the path; constellations: beidou-3, galileo, glonass, gps; did you mean gps?", e.Message);
    }

    [Theory]
    [InlineData("gps", "--start", Now, "--stop", Now)]
    [InlineData("gps", "--start", Now, "--stop", Now, "--step", "1min", "--sat", "G99")]
    [InlineData("gps", "--start", Now, "--stop", Now, "--step", "1min", "--sat", "hello")]
    [InlineData("gps", "--start", Now, "--stop", Now, "--step", "1min", "--frame", "mars")]
    [InlineData("gps", "--start", Now, "--stop", Now, "--step", "1ps", "--format", "sp3")]
    [InlineData("gps", "--start", "2333:0", "--stop", "2343:0", "--step", "1s", "--format", "sp3")]
    public void Wrong_input_is_exit_2(params string[] args) => Run(2, args);

    private static SatelliteSelector Selector(string text) => SatelliteSelector.TryParse(text, out SatelliteSelector? selector, out string problem) ? selector : throw new FormatException(problem);

    private static (string Sat, Vector3d Position, Vector3d Velocity, string Clock) Parse(string line)
    {
        string[] f = line.Split(',');
        double[] v = [.. f[2..8].Select(w => double.Parse(w, CultureInfo.InvariantCulture))];
        return (f[1], new(v[0], v[1], v[2]), new(v[3], v[4], v[5]), f[8]);
    }

    private static string[] Run(int status, params string[] args)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(status, Program.Run(["orbit", .. args, "-o", file], TestContext.Current.CancellationToken));
            Assert.Equal(status == 0, File.Exists(file));
            return status == 0 ? File.ReadAllLines(file) : [];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
