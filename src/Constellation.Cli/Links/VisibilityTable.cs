using Constellation.Formats;
using Constellation.Links;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Rows of <c>links --what visibility</c>: every epoch, every pair of satellites, and the anchor stations where they are wanted.</summary>
internal sealed class VisibilityTable(LinkSurvey survey) : ILinkTable
{
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
        foreach (Epoch epoch in survey.Epochs(cancel))
        {
            foreach (LinkPair pair in survey.Pairs())
            {
                LinkSight sight = survey.Scene.Between(pair.A, pair.B);
                LinkGeometry line = sight.Geometry;
                writer.Epoch(epoch).Satellite(survey.System.Satellites[pair.A].Id).Text(survey.NameOf(pair.B)).Real(line.Range).Real(line.GrazingHeight)
                    .Real(double.RadiansToDegrees(line.AngleA)).Real(double.RadiansToDegrees(line.AngleB)).Integer(sight.IsUsable ? 1 : 0).EndRow();
            }
        }
    }

    public void Report(TextWriter people) => survey.Report(people);
}
