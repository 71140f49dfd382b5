using Constellation.Cli;
using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Tests.Cli;

public sealed class CheckVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public static TheoryData<string> Library => [.. Directory.GetFiles(EphemerisLibrary.BuiltIn.Folder, "*.toml", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(EphemerisLibrary.BuiltIn.Folder, f)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Library))]
    public void Every_file_of_the_library_is_known_and_good(string file)
    {
        FileCheck check = CheckVerb.Read(Path.Combine(EphemerisLibrary.BuiltIn.Folder, file))!;
        Assert.Empty(check.Diagnostics);
        string word = Path.GetDirectoryName(file) switch { "links" => "payload", "antennas" => "antenna", "stations" => "stations", { } folder => folder.TrimEnd('s'), null => "" };
        Assert.StartsWith(word, check.Summary, StringComparison.Ordinal);
        Assert.Equal(0, Run(Path.Combine(EphemerisLibrary.BuiltIn.Folder, file)));
    }

    [Fact]
    public void A_file_elsewhere_is_told_by_what_it_holds()
    {
        string clock = Put("m-1.toml", File.ReadAllText(EphemerisLibrary.BuiltIn.Find(LibraryKind.Clock, "PHM-BDS3")!));
        Assert.Equal(["CN2120"], CheckVerb.Read(clock)!.Diagnostics.Select(d => d.Code));
        string scenario = Put("s.toml", "title = \"t\"\n[time]\nstart = \"2024-09-20T00:00:00\"\n[constelation]\nname = \"gps\"\n");
        Assert.Equal(
            [
                $"{scenario}(1,1): error CN2209: the constellation is missing",
                $"{scenario}(3,9): error CN2006: epoch '2024-09-20T00:00:00' has no time scale",
                $"{scenario}(4,2): error CN2002: unknown key 'constelation' at the top level",
            ],
            CheckVerb.Read(scenario)!.Diagnostics.Select(d => d.ToString().Split(';')[0]));
        Assert.Equal(2, Run(clock, scenario));
    }

    [Fact]
    public void A_gravity_field_is_told_by_its_name()
    {
        const string head = "earth_gravity_constant 3.986004415e14\nradius 6378136.3\ntide_system tide_free\nend_of_head\n";
        string good = Put("good.gfc", head + "gfc 2 0 -4.8e-4 0\ngfc 2 1 0 0\ngfc 2 2 2e-6 -1e-6\n"), bad = Put("bad.gfc", head + "gfc 2 0 -4.8e-4 0\n");
        Assert.Equal("gravity field good.gfc to degree 2, tide-free, 0 trends and periods", CheckVerb.Read(good)!.Summary);
        Assert.Equal(["CN3368"], CheckVerb.Read(bad)!.Diagnostics.Select(d => d.Code));
        Assert.Equal((0, 2), (Run(good), Run(bad)));
    }

    [Fact]
    public void Syntax_errors_are_told_whatever_the_file_was_meant_to_be()
    {
        string file = Put("x.toml", "a = \"\nb = 2 2\n");
        Assert.All(CheckVerb.Read(file)!.Diagnostics, d => Assert.Equal("CN2001", d.Code));
        Assert.Equal(2, Run(file));
    }

    [Fact]
    public void A_file_of_no_kind_or_none_at_all_is_exit_2()
    {
        string file = Put("x.toml", "a = 1\n");
        Assert.Null(CheckVerb.Read(file));
        Assert.Equal(2, Run(file));
        Assert.Equal("CN3000", Assert.Single(CheckVerb.Read(Path.Combine(_folder, "no.toml"))!.Diagnostics).Code);
        Assert.Equal(2, Run(Path.Combine(_folder, "no.toml")));
    }

    private static int Run(params string[] files) => Program.Run(["check", .. files], TestContext.Current.CancellationToken);

    private string Put(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
