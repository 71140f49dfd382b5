namespace Constellation.Formats;

/// <summary>Tells entries that cannot be orbits apart from those that can.</summary>
internal static class AlmanacCheck
{
    /// <summary>What is wrong with an entry; empty where nothing is.</summary>
    public static string Problem(AlmanacEntry e) =>
        e.SqrtA is not (> 2500 and < 8000) ? $"sqrt(A) of {e.Satellite} is {e.SqrtA:0.###}, outside 2500 to 8000 m^(1/2)"
        : e.Eccentricity is not (>= 0 and < 0.5) ? $"the eccentricity of {e.Satellite} is {e.Eccentricity:0.######}, outside 0 to 0.5"
        : !(Math.Abs(e.Inclination) <= Math.PI) ? $"the inclination of {e.Satellite} is {e.Inclination:0.###} rad"
        : !(Math.Abs(e.OmegaDot) < 1e-6) ? $"the rate of the node of {e.Satellite} is {e.OmegaDot:0.###e0} rad/s"
        : !(Math.Abs(e.Omega0) < 10 && Math.Abs(e.ArgumentOfPerigee) < 10 && Math.Abs(e.M0) < 10) ? $"an angle of {e.Satellite} is beyond a turn"
        : !(Math.Abs(e.Af0) < 1 && Math.Abs(e.Af1) < 1e-6) ? $"the clock of {e.Satellite} is beyond what a message can hold"
        : "";

    /// <summary>Adds an entry, or tells why not.</summary>
    public static void Add(List<AlmanacEntry> entries, AlmanacEntry entry, int line, DiagnosticBag bag)
    {
        string problem = Problem(entry);
        if (problem.Length > 0)
        {
            bag.Error("CN3150", line, 0, problem, "the entry is left out");
            return;
        }

        if (entries.Exists(e => e.Satellite == entry.Satellite && e.Reference == entry.Reference))
        {
            bag.Error("CN3151", line, 0, $"{entry.Satellite} is given twice", "the first entry is used");
            return;
        }

        if (entry.Health != 0)
        {
            bag.Warning("CN3152", line, 0, $"{entry.Satellite} is not healthy (health {entry.Health})", "its orbit is used");
        }

        entries.Add(entry);
    }

    public static AlmanacFile? Finish(List<AlmanacEntry> entries, string title, int line, DiagnosticBag bag)
    {
        if (entries.Count == 0)
        {
            bag.Error("CN3129", line, 0, "no entry of a satellite is left", "give an almanac with satellites");
            return null;
        }

        return new AlmanacFile { Title = title, Entries = entries };
    }
}
