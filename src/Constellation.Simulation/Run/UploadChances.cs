using Constellation.Links;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>How long an upload that leaves the ground at an epoch takes to every satellite: over the schedule of the crosslinks, or straight where a station sees it.</summary>
/// <remarks>The rounds of the schedule that follow the epoch are planned from the view at it.</remarks>
/// <param name="viewAt">Who sees whom.</param>
/// <param name="schedule">Of the crosslinks; null where there are none.</param>
/// <param name="processing">At every receiver, s.</param>
internal sealed class UploadChances(Func<Epoch, LinkView> viewAt, ILinkSchedule? schedule, double processing)
{
    /// <summary>What has not arrived after so many rounds waits for the next chance.</summary>
    private const int Rounds = 2;

    private readonly Dictionary<Epoch, double[]> _known = [];

    /// <summary>Seconds by satellite; infinite where there is no way. Ask in the order of time.</summary>
    public double[] At(Epoch epoch)
    {
        if (!_known.TryGetValue(epoch, out double[]? delays))
        {
            _known.Add(epoch, delays = Find(viewAt(epoch)));
        }

        return delays;
    }

    private double[] Find(LinkView view)
    {
        if (schedule is not null)
        {
            LinkTimetable table = new(view.System, view.Epoch);
            for (int i = 0; i < Rounds; i++)
            {
                table.Add(view, schedule.Round(view));
            }

            return new RouteFinder(table, processing).DelaysFromGround(view.Epoch);
        }

        double[] delays = new double[view.System.Satellites.Count];
        Array.Fill(delays, double.PositiveInfinity);
        foreach (GroundContact contact in GroundContact.Of(view))
        {
            delays[contact.Satellite] = Math.Min(delays[contact.Satellite], contact.LightTime + processing);
        }

        return delays;
    }
}
