using System.CommandLine;

namespace Constellation.Cli;

/// <summary>All verbs, in the order of <c>--help</c>.</summary>
internal static class VerbList
{
    /// <summary>The folder of <c>--ephemeris</c>, which <see cref="Program"/> takes before anything is read.</summary>
    public static Option<string?> Ephemeris() => new("--ephemeris") { Description = "Folder with data of your own, looked through before that of CONSTELLATION_DATA and the one beside the program", HelpName = "DIR", Recursive = true };

    public static RootCommand Root() =>
        new("Constellation: from satellite clocks, orbits and crosslinks to the accuracy on the ground.")
        {
            RunVerb.Create(),
            BatchVerb.Create(),
            QueryVerb.Create(),
            CompareVerb.Create(),
            ViewVerb.Create(),
            RenderVerb.Create(),
            ListVerb.Create(),
            ShowVerb.Create(),
            OrbitVerb.Create(),
            NavVerb.Create(),
            AttitudeVerb.Create(),
            FrameVerb.Create(),
            ClockVerb.Create(),
            LinksVerb.Create(),
            ObserveVerb.Create(),
            PositionVerb.Create(),
            SisreVerb.Create(),
            DopVerb.Create(),
            MapVerb.Create(),
            AccuracyVerb.Create(),
            IntegrityVerb.Create(),
            DesignVerb.Create(),
            AvailabilityVerb.Create(),
            ConvertVerb.Create(),
            ReproduceVerb.Create(),
            CheckVerb.Create(),
            DataVerb.Create(),
            DoctorVerb.Create(),
            CompletionVerb.Create(),
            Ephemeris(),
        };
}
