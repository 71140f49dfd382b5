using Constellation.Core;

namespace Constellation.Tests.Core;

public class DiagnosticTests
{
    private static readonly Diagnostic s_error = Diagnostic.Error("CN2104", new("a.toml", 42, 9), "clock 'RAFS-9' is not in the library", "known: RAFS-GPS");
    private static readonly Diagnostic s_warning = Diagnostic.Warning("CN2200", new("a.toml", 3), "an old name");

    [Fact]
    public void Says_what_where_and_how_to_mend_it()
    {
        Assert.Equal("a.toml(42,9): error CN2104: clock 'RAFS-9' is not in the library; known: RAFS-GPS", s_error.ToString());
        Assert.Equal("a.toml(3): warning CN2200: an old name", s_warning.ToString());
        Assert.Equal("--start", new SourceSpan("--start").ToString());
    }

    [Fact]
    public void A_result_with_an_error_has_no_value()
    {
        ReadResult<string> bad = new("value", [s_warning, s_error]);
        Assert.False(bad.Succeeded);
        InputException thrown = Assert.Throws<InputException>(() => bad.ValueOrThrow());
        Assert.Equal([s_warning, s_error], thrown.Diagnostics);
        Assert.Contains("CN2104", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_with_warnings_has_one() => Assert.Equal("value", new ReadResult<string>("value", [s_warning]).ValueOrThrow());

    [Theory]
    [InlineData("RAFS-GSP", "did you mean RAFS-GPS?"), InlineData("rafs-gps", "did you mean RAFS-GPS?"), InlineData("caesium", "")]
    public void Offers_the_nearest_word(string word, string hint) =>
        Assert.Equal(hint, Spelling.Hint(word, ["RAFS-GPS", "PHM-GAL"]).TrimStart(';', ' '));
}
