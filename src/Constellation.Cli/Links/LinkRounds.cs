using Constellation.Core;
using Constellation.Links;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>The rounds of a scenario's schedule over a span, one after the other.</summary>
internal sealed class LinkRounds
{
    private const double MostRounds = 1e6;

    private readonly ScenarioDefinition _scenario;
    private readonly ILinkSchedule _schedule;

    private LinkRounds(ScenarioDefinition scenario, LinkSky sky, Epoch start, Duration round, int count) =>
        (_scenario, Sky, Start, RoundLength, Count, _schedule) = (scenario, sky, start, round, count, LinkSky.ScheduleOf(scenario, sky.System));

    public LinkSky Sky { get; }

    public LinkSystem System => Sky.System;

    /// <summary>Begin of the first round.</summary>
    public Epoch Start { get; }

    public Duration RoundLength { get; }

    public int Count { get; }

    public ScenarioDefinition Scenario => _scenario;

    /// <exception cref="InputException">The scenario has no crosslinks, or the options do not fit together.</exception>
    public static LinkRounds Open(LinkRequest request)
    {
        ScenarioDefinition scenario = request.Scenario;
        LinkSky sky = LinkSky.Open(scenario);
        if (sky.System.Payload is not { } payload)
        {
            throw Wrong("CN4040", scenario.Name, "has no crosslinks to schedule", "give links.payload and a control.segment with crosslinks, such as isl+anchor");
        }

        Epoch start = request.Start ?? scenario.Start ?? sky.Coverage?.First
            ?? throw Wrong("CN1004", "--start", "is missing: neither the scenario nor its files tell a first epoch", "write it, as in --start 2024-09-20T00:00:00GPST");
        Duration length = Duration.FromSeconds(payload.FrameLength);
        Epoch stop = request.Stop ?? start + scenario.Duration;
        if (stop < start)
        {
            throw Wrong("CN1003", "--stop", "is before the first epoch", "exchange --start and --stop");
        }

        double rounds = Math.Floor((stop - start).TotalSeconds / payload.FrameLength);
        if (rounds < 1 || rounds > MostRounds)
        {
            throw Wrong("CN1003", "--stop", $"leaves {rounds:0} rounds of {payload.FrameLength} s", $"choose a span of 1 to {MostRounds:0e0} rounds");
        }

        LinkRounds opened = new(scenario, sky, start, length, (int)rounds);
        if (scenario.Links.Schedule is { } given && given.Impossible(sky.At, start, stop) is { Count: > 0 } blocked)
        {
            throw new InputException([.. blocked]);
        }

        return opened;
    }

    /// <summary>Every round with the view that it was made from.</summary>
    public IEnumerable<(LinkView View, LinkRound Round)> All(CancellationToken cancel)
    {
        for (int i = 0; i < Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            LinkView view = Sky.At(Start + (RoundLength * i) + Duration.FromSeconds(RoundLength.TotalSeconds / 2));
            yield return (view, _schedule.Round(view));
        }
    }

    internal static InputException Wrong(string code, string place, string problem, string remedy) => new(Diagnostic.Error(code, new SourceSpan(place), problem, remedy));
}
