using System.Reflection;
using System.Text.RegularExpressions;

namespace Constellation.Tests.Docs;

/// <summary>Notes and comments that name a test as the proof of a figure name one that exists.</summary>
public sealed partial class NamedTestsTests
{
    [Fact]
    public void Every_test_that_is_named_exists()
    {
        Type[] classes = [.. typeof(NamedTestsTests).Assembly.GetTypes().Where(t => t.Name.EndsWith("Tests", StringComparison.Ordinal))];
        HashSet<string> methods = [.. classes.SelectMany(t => t.GetMethods().Where(m => m.GetCustomAttributes<FactAttribute>().Any()).Select(m => m.Name))];
        HashSet<string> full = [.. classes.SelectMany(t => t.GetMethods().Select(m => $"{t.Name}.{m.Name}"))];
        List<string> unknown = [];
        foreach (string file in Repository.Files(".md", ".cs").Where(f => !Path.GetRelativePath(Repository.Root, f).StartsWith("tests", StringComparison.Ordinal)))
        {
            string text = File.ReadAllText(file);
            unknown.AddRange(Name().Matches(text).Select(m => m.Groups[1].Value).Where(n => !Known(n)).Select(n => $"{Path.GetRelativePath(Repository.Root, file)}: {n}"));
        }

        Assert.Empty(unknown);

        bool Known(string name) => name.Contains('.', StringComparison.Ordinal) ? full.Contains(name) : methods.Contains(name) || Array.Exists(classes, t => t.Name == name);
    }

    /// <summary>`Some_words` or `XxxTests` or `XxxTests.Some_words`, in back quotes or code tags.</summary>
    [GeneratedRegex(@"(?:`|<c>)((?:[A-Z][A-Za-z0-9]*Tests(?:\.[A-Z][A-Za-z0-9_]*)?)|(?:[A-Z][a-z0-9]+(?:_[A-Za-z0-9]+)+))(?:`|</c>)")]
    private static partial Regex Name();
}
