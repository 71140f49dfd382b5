using System.Security.Cryptography;
using Constellation.Positioning;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Run;

/// <summary>The same scenario and seed give the same bytes on any number of threads; another seed gives others.</summary>
public class RunDeterminismTests
{
    private static readonly string[] s_short = ["time.duration=1h", "control.warm_up=2h", "users.grid_step_deg=30"];

    [Fact]
    public void Same_bytes_on_one_and_two_threads()
    {
        Dictionary<string, string> one = Digests(1, []), two = Digests(2, []);
        Assert.Equal(one, two);
        Assert.Contains(RunFolder.GridFile, one.Keys);
    }

    [Fact]
    public void Another_seed_gives_other_results()
    {
        Dictionary<string, string> a = Digests(2, []), b = Digests(2, ["seed=7"]);
        Assert.NotEqual(a[RunFolder.SisreFile], b[RunFolder.SisreFile]);
        Assert.NotEqual(a[RunFolder.GridFile], b[RunFolder.GridFile]);
    }

    /// <summary>Random numbers are addressed: a satellite's clock does not depend on who else flies.</summary>
    [Fact]
    public void Leaving_a_satellite_out_changes_no_other_clock()
    {
        RunResult all = Chain.Run("beidou-3", s_short), fewer = Chain.Run("beidou-3", [.. s_short, "constellation.satellites=[\"C19-C29\",\"C32-C60\"]"]);
        Assert.Contains(all.Manifest.Satellites, s => s.Sat == "C30");
        Assert.DoesNotContain(fewer.Manifest.Satellites, s => s.Sat == "C30");
        foreach (SatelliteEpochState state in fewer.Satellites[^1])
        {
            Assert.Equal(all.Satellites[^1].Single(s => s.Id == state.Id).TruthClock, state.TruthClock);
        }
    }

    /// <summary>Paired draws: swapping one clock, or making another louder, changes no other clock, no orbit and no draw of a user; what differs between two runs is the clock choice alone.</summary>
    [Fact]
    public void Swapping_a_clock_changes_no_other_draw()
    {
        RunResult before = Chain.Run("beidou-3", s_short), after = Chain.Run(
            "beidou-3",
            [.. s_short, "clocks.replace=[{satellites=[\"C30\"],clock=\"RB-BDS3\"}]",
            "faults.clock=[{satellite=\"C29\",at=\"2024-09-20T00:10:00GPST\",noise_factor=10}]"]);
        foreach (SatelliteEpochState state in after.Satellites[^1])
        {
            SatelliteEpochState other = before.Satellites[^1].Single(s => s.Id == state.Id);
            Assert.Equal(other.TruthPosition, state.TruthPosition);
            if (state.Id.ToString() is "C30" or "C29")
            {
                Assert.NotEqual(other.TruthClock, state.TruthClock);
            }
            else
            {
                Assert.Equal(other.TruthClock, state.TruthClock);
            }
        }
    }

    private static Dictionary<string, string> Digests(int threads, string[] settings)
    {
        string folder = Path.Combine(Path.GetTempPath(), $"constellation-{Guid.NewGuid():N}");
        try
        {
            using (RunFolderWriter writer = RunFolderWriter.Begin(folder))
            {
                writer.WriteTables(Chain.Run("beidou-3", threads, [.. s_short, .. settings]));
                writer.Commit();
            }

            return Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToDictionary(f => Path.GetFileName(f)!, f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
