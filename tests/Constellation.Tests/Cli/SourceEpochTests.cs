using Constellation.Cli;

namespace Constellation.Tests.Cli;

public sealed class SourceEpochTests
{
    [Theory]
    [InlineData("--start")]
    [InlineData("--stop")]
    public void Epochs_before_UTC_are_turned_away(string option) =>
        Assert.Equal(ExitCode.WrongInput, Program.Run(["render", "constellation/gps", option, "1800-01-01T00:00:00GPST", "-o", Path.Combine(Path.GetTempPath(), "never.png")], TestContext.Current.CancellationToken));
}
