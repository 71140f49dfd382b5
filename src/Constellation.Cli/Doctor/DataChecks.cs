using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>The data folder beside the program, and the tables inside it.</summary>
internal static class DataChecks
{
    /// <summary>A convention: element sets are made anew every day or so, and the errors of SGP4 grow with the time since their epoch.</summary>
    private const int DaysOfElements = 14;

    private const string Reinstall = "build or install the program again: the folder comes with it";

    public static IEnumerable<DoctorFinding> All() => [Folder(Path.Combine(AppContext.BaseDirectory, "ephemeris")), LeapSecondSteps(), EarthOrientationTable(), .. InstalledElements(Today, [.. InstalledFile.All()])];

    /// <summary>Every file that came with the program is there, and the library's can be read.</summary>
    internal static DoctorFinding Folder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return new("data folder", DoctorState.Broken, $"{folder} is not there", Reinstall);
        }

        string[] expected = Expected(), missing = [.. expected.Where(f => !File.Exists(Path.Combine(folder, f)))];
        if (missing.Length > 0)
        {
            return new("data folder", DoctorState.Broken, $"{folder} lacks {missing.Length} of {expected.Length} files: {string.Join(", ", missing.Take(3))}{(missing.Length > 3 ? ", ..." : "")}", Reinstall);
        }

        Diagnostic[] wrong = [.. Files<ConstellationDefinition>(folder, "constellations", new EphemerisLibrary(folder).ReadConstellation), .. Files(folder, "clocks", ClockModelReader.Read), .. Files(folder, "links", LinkPayloadReader.Read), .. Files(folder, "stations", StationSetReader.Read)];
        return wrong.Length > 0
            ? new("data folder", DoctorState.Broken, $"{wrong.Length} errors, the first: {wrong[0]}", "correct the file, or " + Reinstall)
            : new("data folder", DoctorState.Ok, $"{folder}: {expected.Length} files, complete");
    }

    /// <summary>Paths below <c>ephemeris</c> of all files that the build put there.</summary>
    internal static string[] Expected()
    {
        using Stream stream = typeof(DataChecks).Assembly.GetManifestResourceStream("ephemeris.txt")
            ?? throw new InvalidOperationException("resource ephemeris.txt is not in the assembly");
        using StreamReader reader = new(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(f => f.Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<Diagnostic> Files<T>(string folder, string kind, Func<string, string, ReadResult<T>> read)
        where T : class =>
        Directory.GetFiles(Path.Combine(folder, kind), "*.toml").Order(StringComparer.Ordinal)
            .SelectMany(f => read(File.ReadAllText(f), f).Diagnostics.Where(d => d.Severity == Severity.Error));

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static DoctorFinding LeapSecondSteps()
    {
        DateOnly through = InstalledFile.All().Where(f => f.Kind == InstalledKind.LeapSeconds).Select(f => f.Until!.Value).Append(LeapSeconds.ValidThrough).Max();
        return LeapSecondSteps(Today, through, LeapSeconds.Current);
    }

    /// <param name="today">UTC.</param>
    /// <param name="through">Until when the newest list is complete.</param>
    /// <param name="used">What the program counts by.</param>
    internal static DoctorFinding LeapSecondSteps(DateOnly today, DateOnly through, LeapSecondTable used)
    {
        string detail = $"{used.Name}: last step {used.LastEntry:yyyy-MM-dd}, valid through {through:yyyy-MM-dd}{(ReferenceEquals(used, LeapSecondTable.BuiltIn) ? $" (IERS Bulletin C {LeapSeconds.BulletinC})" : "")}; after it the last value holds";
        return through < today
            ? new("leap seconds", DoctorState.Old, $"{detail}; that was {today.DayNumber - through.DayNumber} days ago", "constellation data add leap-seconds.list, which the IERS publishes twice a year")
            : new("leap seconds", DoctorState.Ok, detail);
    }

    /// <summary>A line on every installed file of antennas and elements; elements are good for some days around their epochs.</summary>
    internal static IEnumerable<DoctorFinding> InstalledElements(DateOnly today, IReadOnlyList<InstalledFile> files)
    {
        foreach (InstalledFile file in files.Where(f => f.Kind is InstalledKind.Antennas or InstalledKind.Elements))
        {
            string check = file.Kind == InstalledKind.Antennas ? "antennas" : "elements", detail = $"{file.Name}: {file.Summary}";
            int age = file.Until is { } last ? today.DayNumber - last.DayNumber : 0;
            detail = file.Until is null ? detail : $"{detail}; the newest is {Age(age, "old")}";
            yield return age > DaysOfElements
                ? new(check, DoctorState.Old, detail, $"constellation data add --replace {file.Name}: element sets are made anew every day")
                : new(check, DoctorState.Ok, detail);
        }
    }

    private static string Age(int days, string past) => days >= 0 ? $"{days} days {past}" : $"{-days} days ahead of this machine's date";

    private static DoctorFinding EarthOrientationTable() => EarthOrientationTable(Today, EopTable.BuiltIn);

    internal static DoctorFinding EarthOrientationTable(DateOnly today, EopTable table)
    {
        int age = today.DayNumber - DateOnly.ParseExact(Day(table.ObservedThrough), "yyyy-MM-dd").DayNumber;
        string detail = $"{table.Name}: {Day(table.First)} to {Day(table.ObservedThrough)} observed ({Age(age, "ago")}), to {Day(table.Last)} predicted; before and after it the edge values hold";
        return string.CompareOrdinal(Day(table.Last), today.ToString("yyyy-MM-dd")) >= 0
            ? new("Earth orientation", DoctorState.Ok, detail)
            : new("Earth orientation", DoctorState.Old, detail, "constellation data add finals2000A.all, which the IERS publishes every week");

        static string Day(Epoch epoch) => epoch.ToString(TimeScale.Utc)[..10];
    }
}
