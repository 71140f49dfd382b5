using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Tests.Simulation.Run;

/// <summary>With perfect clocks, links and receivers and equal dynamics every error is a defect of ours.</summary>
public class NoiseFreeChainTests(ITestOutputHelper output)
{
    /// <summary>1 mm: what the operator's gradient leaves out (Sun and Moon on a displacement of 100 m: 2e-11 m/s^2) makes 0.1 to 0.4 mm. Converged after 6 h.</summary>
    [Fact]
    public void Exact_messages_leave_less_than_a_millimetre()
    {
        RunResult result = Chain.Run("noise-free", Chain.Quiet);
        double orbit = result.Odts.Max(o => Math.Sqrt((o.Radial * o.Radial) + (o.Along * o.Along) + (o.Cross * o.Cross))), clock = result.Odts.Max(o => Math.Abs(o.Clock));
        double sisre = result.Sisre.Max(s => s.Sisre);
        double user = result.Fixes.Max(e => e.Max(f => Math.Max(f.HorizontalError, f.VerticalError)));
        output.WriteLine($"largest: orbit 3D {orbit * 1e3:F3} mm, clock {clock * 1e3:F6} mm, SISRE {sisre * 1e3:F3} mm, user {user * 1e3:F3} mm");
        Assert.All((double[])[orbit, clock, sisre], e => Assert.InRange(e, 0, 1e-3));

        // A position error is a range error times a DOP, which reaches 3.
        Assert.InRange(user, 0, 3e-3);
        Assert.InRange(result.Summary("horizontal_95", "global"), 0, 1e-3);
    }

    /// <summary>The fit of two hours to 16 parameters and its rounding: below 3 cm in range rms, 7 cm at most (<c>BroadcastFitTests</c>); clocks by the last bit of a0, 2^-34 s = 1.7 cm at most.</summary>
    [Fact]
    public void Real_messages_add_only_fit_and_rounding()
    {
        RunResult result = Chain.Run("noise-free", [.. Chain.Quiet, "broadcast.message=icd"]);
        double rms = result.Summary("sisre_rms", "all"), largest = result.Sisre.Max(s => s.Sisre), clock = result.Sisre.Max(s => Math.Abs(s.Error.Clock));
        output.WriteLine($"SISRE rms {rms:F4} m, largest {largest:F4} m, clock {clock:F4} m");
        Assert.InRange(rms, 1e-3, 0.03);
        Assert.InRange(largest, rms, 0.07);
        Assert.InRange(clock, 0, 0.018);
    }

    /// <summary>As above; GPS fits 4 h (0.1 to 0.4 m in space, a third in range), GLONASS rounds positions to 0.49 m and velocities to 1 mm/s.</summary>
    [Theory, InlineData("gps", 0.12), InlineData("galileo", 0.03), InlineData("glonass", 0.4)]
    public void Ground_networks_of_other_systems_do_as_well(string constellation, double bound)
    {
        RunResult result = Chain.Run("noise-free", [.. Chain.Quiet, $"constellation.name={constellation}", "links.payload=none", "control.segment=ground-global", "broadcast.message=icd"]);
        double orbit = Chain.Rms(result.Odts.Select(o => Math.Sqrt((o.Radial * o.Radial) + (o.Along * o.Along) + (o.Cross * o.Cross))));
        double rms = result.Summary("sisre_rms", "all");
        output.WriteLine($"{constellation}: orbit {orbit * 1e3:F3} mm, SISRE rms {rms:F4} m");
        Assert.InRange(rms, 1e-3, bound);

        // 3 mm: one-way ranges alone, converged in 6 h to the floor of the weights (0.1 mm a range times a dilution of some tens along the orbit).
        Assert.InRange(orbit, 0, 3e-3);
    }
}
