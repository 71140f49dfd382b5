using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Constellation.Tests.Architecture;

/// <summary>Holds the order of the house: each project may use what stands below it, never what stands above.</summary>
public class ProjectArrowsTests
{
    /// <summary>From the ground up; projects on one floor do not know each other.</summary>
    private static readonly string[][] s_floors =
    [
        ["Core"], ["Time"], ["Geodesy"], ["Orbits"], ["Clocks"], ["Signals"], ["Links", "Positioning"], ["Formats"], ["Simulation"], ["Reporting"], ["Viewer"], ["Cli"],
    ];

    private static readonly string[] s_domain = ["Core", "Time", "Geodesy", "Orbits", "Clocks", "Signals", "Links", "Positioning"];

    public static TheoryData<string> Projects => [.. s_floors.SelectMany(f => f)];

    public static TheoryData<string> Domain => [.. s_domain];

    [Theory, MemberData(nameof(Projects))]
    public void Uses_only_what_stands_below(string project)
    {
        int floor = Array.FindIndex(s_floors, f => f.Contains(project));
        string[] allowed = [.. s_floors.Take(floor).SelectMany(f => f)];
        Assert.Empty(References(project).Except(allowed));
    }

    [Fact]
    public void Every_project_has_its_floor()
    {
        IEnumerable<string> built = Directory.EnumerateFiles(AppContext.BaseDirectory, "Constellation.*.dll")
            .Select(f => Path.GetFileNameWithoutExtension(f)["Constellation.".Length..])
            .Where(name => name != "Tests");
        Assert.Empty(built.Except(s_floors.SelectMany(f => f)));
    }

    /// <summary>Formats turns files into the domain's types: the domain opens none and writes to no console.</summary>
    [Theory, MemberData(nameof(Domain))]
    public void The_domain_reads_no_files(string project) =>
        Assert.Empty(TypesUsed(project).Intersect(["System.IO.File", "System.IO.FileStream", "System.IO.FileInfo", "System.IO.Directory", "System.IO.DirectoryInfo", "System.Console"]));

    /// <summary>Random numbers are addressed (RandomDraws): a consumed generator would tie results to order.</summary>
    [Theory, MemberData(nameof(Domain))]
    public void The_domain_draws_addressed_random_numbers_only(string project) =>
        Assert.DoesNotContain("System.Random", TypesUsed(project));

    [Theory, MemberData(nameof(Domain))]
    public void The_domain_does_not_ask_for_the_time_of_day(string project) =>
        Assert.Empty(MembersUsed(project).Intersect(["System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTimeOffset.get_UtcNow", "System.Diagnostics.Stopwatch.StartNew"]));

    [Fact]
    public void The_test_sees_what_it_forbids()
    {
        Assert.Contains("Time", References("Geodesy"));
        Assert.Contains("System.IO.File", TypesUsed("Tests"));
    }

    private static List<string> References(string project) => Read(project, m => m.AssemblyReferences
        .Select(h => m.GetString(m.GetAssemblyReference(h).Name))
        .Where(n => n.StartsWith("Constellation.", StringComparison.Ordinal))
        .Select(n => n["Constellation.".Length..]));

    private static List<string> TypesUsed(string project) => Read(project, m => m.TypeReferences.Select(h => Name(m, m.GetTypeReference(h))));

    private static List<string> MembersUsed(string project) => Read(project, m => m.MemberReferences
        .Select(m.GetMemberReference)
        .Where(r => r.Parent.Kind == HandleKind.TypeReference)
        .Select(r => $"{Name(m, m.GetTypeReference((TypeReferenceHandle)r.Parent))}.{m.GetString(r.Name)}"));

    private static string Name(MetadataReader m, TypeReference type) => $"{m.GetString(type.Namespace)}.{m.GetString(type.Name)}";

    private static List<string> Read(string project, Func<MetadataReader, IEnumerable<string>> names)
    {
        // The command-line project is built under the name of its command.
        string path = Path.Combine(AppContext.BaseDirectory, project == "Cli" ? "constellation.dll" : $"Constellation.{project}.dll");
        using PEReader file = new(File.OpenRead(path));
        return [.. names(file.GetMetadataReader())];
    }
}
