using Constellation.Formats;
using Constellation.Links;
using Constellation.Reporting;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Rows of <c>links --what visibility</c>: every epoch, every pair of satellites, and the anchor stations where they are wanted.</summary>
internal sealed class VisibilityTable(LinkSurvey survey) : ILinkTable, IPlottable
{
    /// <summary>Columns of the picture; more epochs share one.</summary>
    private const int MostColumns = 720;

    private readonly LinkStatistics _statistics = new(survey.System);
    private readonly int _perColumn = ((survey.Grid.Count - 1) / MostColumns) + 1;
    private readonly double[,] _partners = new double[survey.System.Satellites.Count, ((survey.Grid.Count - 1) / (((survey.Grid.Count - 1) / MostColumns) + 1)) + 1];

    public static LinkTableKind Kind { get; } = new(
        "visibility",
        "every pair of satellites: range, height of the ray above the ellipsoid, angles off nadir, whether the terminals can use it",
        "epoch_gpst,sat_a,sat_b,range_m,grazing_height_m,angle_a_deg,angle_b_deg,usable",
        request => new VisibilityTable(LinkSurvey.Open(request)))
    {
        Integer = ["usable"],
    };

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        int index = 0;
        foreach (Epoch epoch in survey.Epochs(cancel))
        {
            foreach (LinkPair pair in survey.Pairs())
            {
                LinkSight sight = survey.Scene.Between(pair.A, pair.B);
                _statistics.Add(pair, sight, epoch);
                LinkGeometry line = sight.Geometry;
                writer.Epoch(epoch).Satellite(survey.System.Satellites[pair.A].Id).Text(survey.NameOf(pair.B)).Real(line.Range).Real(line.GrazingHeight)
                    .Real(double.RadiansToDegrees(line.AngleA)).Real(double.RadiansToDegrees(line.AngleB)).Integer(sight.IsUsable ? 1 : 0).EndRow();
            }

            for (int s = 0; s < _partners.GetLength(0); s++)
            {
                int columnStart = index / _perColumn * _perColumn, shared = Math.Min(_perColumn, survey.Grid.Count - columnStart);
                _partners[s, index / _perColumn] += _statistics.PartnersNow(s) / (double)shared;
            }

            _statistics.EndEpoch();
            index++;
        }
    }

    public void Report(TextWriter people)
    {
        survey.Report(people);
        LinkReport.Write(people, survey, _statistics);
    }

    public RunPlot Plot() => new LinkPartnersPlot([.. survey.System.Satellites.Select(s => s.Id.ToString())], survey.Grid, _perColumn, _partners);
}
