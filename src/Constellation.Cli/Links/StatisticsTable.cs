using Constellation.Formats;
using Constellation.Links;
using Constellation.Reporting;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Rows of <c>links --what statistics</c>: every pair once, how often it could link, what was in the way, and its distances.</summary>
internal sealed class StatisticsTable(LinkSurvey survey) : ILinkTable, IPlottable
{
    private readonly LinkStatistics _statistics = new(survey.System);

    public static LinkTableKind Kind { get; } = new(
        "statistics",
        "every pair once: permanent, intermittent or never usable, shares of time by obstacle, passes, longest gap, distances of usable links",
        "sat_a,sat_b,kind,usable_share,earth_share,cone_share,sun_share,slew_share,passes,longest_gap_s,range_min_m,range_mean_m,range_max_m",
        request => new StatisticsTable(LinkSurvey.Open(request)))
    {
        Text = ["kind"],
        Integer = ["passes"],
    };

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        foreach (Epoch epoch in survey.Epochs(cancel))
        {
            foreach (LinkPair pair in survey.Pairs())
            {
                _statistics.Add(pair, survey.Scene.Between(pair.A, pair.B), epoch);
            }

            _statistics.EndEpoch();
        }

        foreach (PairStatistics p in _statistics.Pairs)
        {
            double Share(LinkObstacle obstacle) => p.Blocked[(int)obstacle] / (double)p.Epochs;
            writer.Text(survey.NameOf(p.Pair.A)).Text(survey.NameOf(p.Pair.B)).Text(p.Permanence.ToString().ToLowerInvariant())
                .Real(Share(LinkObstacle.None)).Real(Share(LinkObstacle.Earth)).Real(Share(LinkObstacle.Cone)).Real(Share(LinkObstacle.Sun)).Real(Share(LinkObstacle.Slew))
                .Integer(p.Passes).Real(p.LongestGap * survey.Grid.Step.TotalSeconds).Real(p.Shortest).Real(p.Mean).Real(p.Longest).EndRow();
        }
    }

    public void Report(TextWriter people)
    {
        survey.Report(people);
        LinkReport.Write(people, survey, _statistics);
    }

    public RunPlot Plot()
    {
        int satellites = survey.System.Satellites.Count;
        double[,] shares = new double[satellites, satellites];
        for (int i = 0; i < satellites; i++)
        {
            shares[i, i] = double.NaN;
        }

        foreach (PairStatistics p in _statistics.Pairs.Where(p => p.Pair.B < satellites))
        {
            shares[p.Pair.A, p.Pair.B] = shares[p.Pair.B, p.Pair.A] = p.Usable / (double)p.Epochs;
        }

        return new LinkMatrixPlot([.. survey.System.Satellites.Select(s => s.Id.ToString())], shares);
    }
}
