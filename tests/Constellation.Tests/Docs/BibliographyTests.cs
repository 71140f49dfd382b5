using System.Text.RegularExpressions;

namespace Constellation.Tests.Docs;

/// <summary>Every key in square brackets resolves in <c>docs/bibliography.md</c>, and no entry stands there for nothing.</summary>
public sealed partial class BibliographyTests
{
    [Fact]
    public void Every_key_used_resolves_and_every_entry_is_used()
    {
        string bibliography = Path.Combine(Repository.Root, "docs", "bibliography.md");
        string[] entries = [.. Entry().Matches(File.ReadAllText(bibliography)).Select(m => m.Groups[1].Value)];
        ILookup<string, string> uses = Repository.Files(".cs", ".md", ".toml", ".csv", ".py").Where(f => f != bibliography && Path.GetFileName(f) != "BibliographyTests.cs")
            .SelectMany(f => KeysIn(f).Select(key => (Key: key, File: Path.GetRelativePath(Repository.Root, f))))
            .ToLookup(u => u.Key, u => u.File);
        Assert.Equal(entries.Distinct(), entries);
        Assert.Empty(uses.Where(u => !entries.Contains(u.Key)).Select(u => $"[{u.Key}] in {string.Join(", ", u.Distinct())} is not in docs/bibliography.md"));
        Assert.Empty(entries.Where(e => !uses.Contains(e)).Select(e => $"[{e}] of docs/bibliography.md is cited nowhere"));
    }

    [Theory]
    [InlineData("/// <summary>[Zucca05] eq. 3, [RINEX-3.05]</summary>", ".cs", "Zucca05,RINEX-3.05")]
    [InlineData("double x = _k[Stages]; // [SP1065]", ".cs", "SP1065")]
    [InlineData("    [Fact]", ".cs", "")]
    [InlineData("see [Readme](README.md), [Tang18] and [ 1 - a X^2 ]", ".md", "Tang18")]
    [InlineData("[[block]] # [IGSMAIL-7356]", ".toml", "IGSMAIL-7356")]
    public void Finds_keys_where_people_write_them(string line, string ending, string expected) =>
        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), KeysOf(line, ending));

    private static IEnumerable<string> KeysIn(string file) => File.ReadLines(file).SelectMany(line => KeysOf(line, Path.GetExtension(file)));

    /// <summary>In C# only comments count: brackets are attributes and indices elsewhere.</summary>
    private static IEnumerable<string> KeysOf(string line, string ending)
    {
        int comment = ending == ".cs" ? line.IndexOf("//", StringComparison.Ordinal) : 0;
        return comment < 0 ? [] : Key().Matches(line[comment..]).Select(m => m.Groups[1].Value);
    }

    [GeneratedRegex(@"^- \*\*\[([^\]]+)\]\*\* ", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"(?<![\[\w])\[([A-Z][A-Za-z0-9.-]*[A-Za-z0-9])\](?![\](])")]
    private static partial Regex Key();
}
