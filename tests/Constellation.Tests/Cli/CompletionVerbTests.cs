using Constellation.Cli;

namespace Constellation.Tests.Cli;

public sealed class CompletionVerbTests
{
    /// <summary>The printed script, sourced by bash, completes what stands before the cursor.</summary>
    [Theory]
    [InlineData("constellation do", "doctor dop")]
    [InlineData("constellation dop --fo", "--format")]
    [InlineData("constellation dop gps --format ", "csv json parquet")]
    [InlineData("constellation dop bei", "beidou-3")]
    [InlineData("constellation dop gps --site 1,2,3 --gr", "--grid")]
    [InlineData("constellation frame it", "itrf")]
    [InlineData("constellation clock ", "compare ensemble fit predict simulate stability")]
    public void Bash_completes(string line, string expected)
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "bash"))))
        {
            Assert.Skip("needs bash on the search path");
        }

        string script = $$"""
            source <(constellation completion bash)
            COMP_LINE="{{line}}"; COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<<"$COMP_LINE"; [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _constellation_complete; printf '%s\n' "${COMPREPLY[@]}"
            """;
        Assert.Equal(expected.Split(' '), ProgramRun.InShell("bash", script).Lines);
    }

    [Theory, InlineData("bash", "complete "), InlineData("zsh", "compdef "), InlineData("fish", "complete --command constellation"), InlineData("pwsh", "Register-ArgumentCompleter ")]
    public void Every_shell_has_its_script(string shell, string registration)
    {
        ProgramRun run = ProgramRun.Of("completion", shell);
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Contains(registration, run.Output, StringComparison.Ordinal);
        Assert.Contains("[suggest:", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', run.Output);
    }

    [Fact]
    public void An_unknown_shell_is_exit_2() => Assert.Equal(2, ProgramRun.Of("completion", "tcsh").Status);

    [Fact]
    public void Version_is_that_of_the_program()
    {
        ProgramRun run = ProgramRun.Of("--version");
        Assert.Equal((0, typeof(Program).Assembly.GetName().Version!.ToString(3)), (run.Status, run.Output.Trim()));
    }
}
