using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Tests.Formats.Library;

public sealed class EphemerisLibraryTests : IDisposable
{
    private static readonly SourceSpan Here = new("here.toml", 3, 7);

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public static TheoryData<LibraryKind> Kinds => [.. Enum.GetValues<LibraryKind>().Where(k => k != LibraryKind.Sweep)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Kinds))]
    public void Every_entry_beside_the_program_is_found_in_any_case_and_described(LibraryKind kind)
    {
        IReadOnlyList<LibraryEntry> entries = EphemerisLibrary.BuiltIn.List(kind);
        Assert.NotEmpty(entries);
        Assert.Equal(entries.Select(e => e.Name).Order(StringComparer.Ordinal), entries.Select(e => e.Name));
        Assert.All(entries, e =>
        {
            Assert.True(e.Description.Length > 5 && !e.Description.Contains('\n', StringComparison.Ordinal), e.Name);
            Assert.True(File.Exists(EphemerisLibrary.BuiltIn.Find(kind, e.Name.ToUpperInvariant())));
            Assert.True(File.Exists(EphemerisLibrary.BuiltIn.Find(kind, e.Name.ToLowerInvariant())));
        });
    }

    [Fact]
    public void Every_signal_and_payload_and_station_set_is_read()
    {
        EphemerisLibrary library = EphemerisLibrary.BuiltIn;
        Assert.All(library.Names(LibraryKind.Signal), n => Assert.Equal(n, library.Signal(n, Here).Name));
        Assert.All(library.Names(LibraryKind.Payload), n => Assert.Equal(n, library.Payload(n, Here).Name));
        Assert.All(library.Names(LibraryKind.Stations), n => Assert.Equal(n, library.Stations(n, Here).Name));
        Assert.All(library.Names(LibraryKind.Clock), n => Assert.Equal(n, library.Clock(n, Here).Name));
        Assert.All(library.Names(LibraryKind.Constellation), n => Assert.Equal(n, library.Constellation(n, Here).Name));
    }

    [Fact]
    public void A_name_that_is_not_there_is_told_with_its_place_and_the_nearest() => Told(
        () => EphemerisLibrary.BuiltIn.Clock("phm-bds", Here),
        "here.toml(3,7): error CN2104: clock 'phm-bds' is not in the library; known: CS-5071A, ",
        "; did you mean PHM-BDS3?");

    [Fact]
    public void A_file_that_is_not_there_is_told_where_it_was_named() => Told(
        () => EphemerisLibrary.BuiltIn.Payload("no/such.toml", Here), "here.toml(3,7): error CN2122: no payload file 'no/such.toml'; check the path, or give a name of the library");

    [Fact]
    public void An_empty_folder_says_so()
    {
        EphemerisLibrary library = new(_folder);
        Assert.Empty(library.List(LibraryKind.Sweep));
        Told(() => library.Constellation("gps", Here), $"constellation 'gps' is not in the library; the folder {Path.Combine(_folder, "constellations")} is empty or missing");
    }

    [Fact]
    public void A_folder_of_ones_own_takes_the_place_of_the_built_in_one()
    {
        Put("clocks", "mine.toml", "name = \"MINE\"\ndescription = \"my clock\"\nsource = \"me\"\n");
        EphemerisLibrary library = new(_folder);
        Assert.Equal([new LibraryEntry(LibraryKind.Clock, "MINE", "my clock")], library.List(LibraryKind.Clock));
        Assert.True(library.Clock("mine", Here).IsPerfect);
    }

    [Fact]
    public void A_constellation_that_flies_an_unknown_clock_is_refused_at_its_line()
    {
        string text = File.ReadAllText(EphemerisLibrary.BuiltIn.Find(LibraryKind.Constellation, "gps")!);
        Put("constellations", "gps.toml", text);
        Put("clocks", "rb-gps-iir.toml", File.ReadAllText(EphemerisLibrary.BuiltIn.Find(LibraryKind.Clock, "RB-GPS-IIR")!));
        InputException e = Assert.Throws<InputException>(() => new EphemerisLibrary(_folder).Constellation("gps", Here));
        int line = Array.FindIndex(text.Split('\n'), l => l == "clock = \"RB-GPS-IIF\"") + 1;
        Assert.Equal(("CN2137", line, 9), (e.Diagnostics[0].Code, e.Diagnostics[0].Where.Line, e.Diagnostics[0].Where.Column));
        Assert.Contains("clock 'RB-GPS-IIF' is not in the library; known: RB-GPS-IIR; did you mean RB-GPS-IIR?", e.Diagnostics[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_entry_is_listed_with_what_is_wrong()
    {
        Put("clocks", "bad.toml", "name = \"BAD\ndescription = 1\n");
        Put("clocks", "good.toml", "description = \"good\"\n");
        IReadOnlyList<LibraryEntry> entries = new EphemerisLibrary(_folder).List(LibraryKind.Clock);
        Assert.Equal(["BAD", "GOOD"], entries.Select(e => e.Name));
        Assert.Equal("good", entries[1].Description);
        Assert.Contains("error CN2001", entries[0].Description, StringComparison.Ordinal);
    }

    private static void Told(Action read, params string[] texts)
    {
        Diagnostic diagnostic = Assert.Single(Assert.Throws<InputException>(read).Diagnostics);
        Assert.All(texts, t => Assert.Contains(t, diagnostic.ToString(), StringComparison.Ordinal));
    }

    private void Put(string kind, string file, string text)
    {
        Directory.CreateDirectory(Path.Combine(_folder, kind));
        File.WriteAllText(Path.Combine(_folder, kind, file), text);
    }
}
