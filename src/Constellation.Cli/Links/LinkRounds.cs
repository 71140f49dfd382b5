using Constellation.Core;
using Constellation.Formats;
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
    private Diagnostic? _uncovered;

    private LinkRounds(ScenarioDefinition scenario, LinkSky sky, ILinkSchedule schedule, Epoch first, Duration round, int count) =>
        (_scenario, Sky, _schedule, First, RoundLength, Count) = (scenario, sky, schedule, first, round, count);

    public LinkSky Sky { get; }

    public LinkSystem System => Sky.System;

    /// <summary>Centre of the first round: the first epoch, as the rounds of a run are centred on its epochs.</summary>
    public Epoch First { get; }

    /// <summary>Begin of the first round.</summary>
    public Epoch Start => First - Duration.FromSeconds(RoundLength.TotalSeconds / 2);

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

        ILinkSchedule schedule = LinkSky.ScheduleOf(scenario, sky.System);
        Diagnostic? uncovered = null;
        if (schedule is GivenSchedule given)
        {
            uncovered = given.Uncovered(start, start + (length * ((int)rounds - 1)));
            IReadOnlyList<Diagnostic> wrong = uncovered is { Severity: Severity.Error } ? [uncovered] : given.Impossible(sky.At, start, stop);
            if (wrong.Count > 0)
            {
                throw new InputException(wrong);
            }
        }

        return new(scenario, sky, schedule, start, length, (int)rounds) { _uncovered = uncovered };
    }

    /// <summary>What a reader should know of satellites that the files lack, and of a schedule that ends too early.</summary>
    public void Report(TextWriter people)
    {
        if (Sky.Absent.Count > 0)
        {
            people.WriteLine($"links: left out, since the files do not have them: {string.Join(' ', SatelliteSelector.Describe(Sky.Absent))}");
        }

        if (Sky.Missing > 0)
        {
            people.WriteLine($"links: warning CN4003: {Sky.Missing} states of satellites are not in the files; they have no links there");
        }

        if (_uncovered is { } warning)
        {
            people.WriteLine(warning);
        }
    }

    /// <summary>Every round with the view that it was made from.</summary>
    /// <param name="cancel">Ends it.</param>
    /// <param name="beyond">So many rounds after the last, for what is still under way.</param>
    public IEnumerable<(LinkView View, LinkRound Round)> All(CancellationToken cancel, int beyond = 0)
    {
        for (int i = 0; i < Count + beyond; i++)
        {
            cancel.ThrowIfCancellationRequested();
            LinkView view = Sky.At(First + (RoundLength * i));
            yield return (view, _schedule.Round(view));
        }
    }

    internal static InputException Wrong(string code, string place, string problem, string remedy) => new(Diagnostic.Error(code, new SourceSpan(place), problem, remedy));
}
