using Constellation.Core;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Opens the tables of <c>links</c> that need the filter: --start and --stop bound what is shown, --step is the time between rounds.</summary>
internal static class LinkRequests
{
    public static LinkMeasurementRun Prepare(LinkRequest request) => LinkMeasurementRun.Prepare(Within(request), request.Threads, request.Cancel);

    /// <summary>The scenario between the epochs that were asked for.</summary>
    public static ScenarioDefinition Within(LinkRequest request)
    {
        (ScenarioDefinition scenario, Epoch? start, Epoch? stop, Duration? step, _, _) = request;
        Epoch? first = start ?? scenario.Start;
        if (stop is { } last)
        {
            Epoch from = first ?? throw Wrong("--start", "is missing: --stop needs a first epoch, and the scenario tells none", "write it, as in --start 2024-09-20T00:00:00GPST");
            scenario = scenario with { Duration = last >= from ? last - from : throw Wrong("--stop", "is before the first epoch", "exchange --start and --stop") };
        }
        else if (start is { } given && scenario.Start is { } own)
        {
            Duration left = own + scenario.Duration - given;
            scenario = scenario with { Duration = left >= Duration.Zero ? left : throw Wrong("--start", "is behind the end of the scenario", "give --stop, too") };
        }

        if (step is { } interval)
        {
            double frame = scenario.Links.Payload?.FrameLength ?? 0;
            scenario = scenario with
            {
                Control = scenario.Control with
                {
                    Interval = interval > Duration.Zero && interval.TotalSeconds >= frame ? interval : throw Wrong("--step", $"is shorter than a round of {frame} s, or not positive", "rounds may not overlap: choose a longer one"),
                },
            };
        }

        return scenario with { Start = first };
    }

    private static InputException Wrong(string option, string problem, string remedy) => new(Diagnostic.Error("CN1003", new SourceSpan(option), problem, remedy));
}
