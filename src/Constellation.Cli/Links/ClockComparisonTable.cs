using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Rows of <c>links --what clocks</c>: clocks compared by crosslinks alone, round after round.</summary>
internal sealed class ClockComparisonTable : ILinkTable
{
    public static LinkTableKind Kind { get; } = new(
        "clocks",
        "satellite clocks against their mean, compared by the half differences of each round alone, and the error of that; the constant delay of each terminal is in both; not for scenarios whose clocks fail, change their noise, have spares, random events, a temperature or steering (CN4064)",
        "epoch_gpst,sat,clock_m,error_m",
        request => new ClockComparisonTable(request));

    private readonly LinkRequest _request;
    private ClockComparison? _comparison;

    private ClockComparisonTable(LinkRequest request) => _request = request;

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        ScenarioDefinition scenario = _request.Scenario;
        scenario = scenario with { Start = _request.Start ?? scenario.Start, Control = _request.Step is { } step ? scenario.Control with { Interval = step } : scenario.Control };
        Duration length = _request.Stop is { } stop && scenario.Start is { } start ? stop - start : scenario.Duration;
        _comparison = ClockComparison.Run(scenario, length, _request.Threads, cancel);
        foreach (ClockComparisonRow row in _comparison.Rows)
        {
            writer.Epoch(row.Epoch).Satellite(row.Satellite).Real(row.Offset).Real(row.Error).EndRow();
        }
    }

    public void Report(TextWriter people)
    {
        ClockComparison comparison = _comparison!;
        people.WriteLine($"links: noise of a compared clock {comparison.Noise * 100:0.00} cm, residual of the links {comparison.Residual * 100:0.00} cm");
        double[] ensemble = comparison.EnsembleError();
        Duration interval = comparison.Scenario.Control.Interval, day = Duration.FromDays(1);
        if (ensemble.Length * interval.TotalSeconds > 4 * day.TotalSeconds)
        {
            people.WriteLine($"links: time of all clocks together, against true time: Allan deviation {ClockComparison.DeviationWithoutDrift(ensemble, interval, day):0.0e0} at one day, drift taken out");
        }
    }
}
