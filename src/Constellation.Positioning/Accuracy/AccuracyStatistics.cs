namespace Constellation.Positioning;

/// <summary>What the users of a region or of one site got over a run.</summary>
/// <param name="Scope">Name of the region or site.</param>
/// <param name="Users">Number of users in it.</param>
/// <param name="Fixes">User epochs with a solution.</param>
/// <param name="Horizontal95">95th percentile of the horizontal error, m.</param>
/// <param name="Vertical95">95th percentile of the absolute vertical error, m.</param>
/// <param name="HorizontalRms">m.</param>
/// <param name="VerticalRms">m.</param>
/// <param name="MeanPdop">Mean over user epochs with a solution.</param>
/// <param name="MeanSatellites">Mean over all user epochs.</param>
/// <param name="Availability">Fraction of user epochs within the thresholds.</param>
/// <param name="WorstUser">The user with the largest 95 % horizontal error; empty if none has a fix.</param>
/// <param name="WorstHorizontal95">That error, m.</param>
/// <remarks>Users count by their area weight where any has one, else equally. Percentiles are of all user epochs together.</remarks>
public sealed record AccuracyStatistics(
    string Scope, int Users, long Fixes, double Horizontal95, double Vertical95, double HorizontalRms, double VerticalRms,
    double MeanPdop, double MeanSatellites, double Availability, string WorstUser, double WorstHorizontal95)
{
    /// <summary>Grid users inside a region.</summary>
    public static AccuracyStatistics Of(Region region, IReadOnlyList<UserDefinition> users, UserFix[][] fixes, AccuracyThresholds thresholds) =>
        Of(region.Name, [.. Enumerable.Range(0, users.Count).Where(u => users[u].AreaWeight > 0 && region.Contains(users[u].Place))], users, fixes, thresholds);

    /// <summary>One user.</summary>
    public static AccuracyStatistics Of(int user, IReadOnlyList<UserDefinition> users, UserFix[][] fixes, AccuracyThresholds thresholds) =>
        Of(users[user].Name, [user], users, fixes, thresholds);

    private static AccuracyStatistics Of(
        string scope, int[] chosen, IReadOnlyList<UserDefinition> users, UserFix[][] fixes, AccuracyThresholds thresholds)
    {
        int total = chosen.Length * fixes.Length;
        double[] horizontal = new double[total], vertical = new double[total], pdop = new double[total], weights = new double[total];
        double all = 0, available = 0, satellites = 0, horizontal2 = 0, vertical2 = 0, solved = 0;
        long count = 0;
        int n = 0;
        (string worst, double worst95) = ("", double.NaN);
        foreach (int u in chosen)
        {
            double weight = users[u].AreaWeight > 0 ? users[u].AreaWeight : 1.0;
            int first = n;
            foreach (UserFix[] epoch in fixes)
            {
                ref readonly UserFix fix = ref epoch[u];
                (horizontal[n], vertical[n], pdop[n], weights[n]) = (fix.HorizontalError, fix.VerticalError, fix.Pdop, weight);
                n++;
                all += weight;
                satellites += weight * fix.SatelliteCount;
                available += thresholds.Accept(fix) ? weight : 0.0;
                if (fix.Status == FixStatus.Ok)
                {
                    horizontal2 += weight * fix.HorizontalError * fix.HorizontalError;
                    vertical2 += weight * fix.VerticalError * fix.VerticalError;
                    solved += weight;
                    count++;
                }
            }

            double own95 = WeightedStatistics.Percentile(horizontal.AsSpan(first, n - first), [], 0.95);
            if (own95 > worst95 || (double.IsNaN(worst95) && !double.IsNaN(own95)))
            {
                (worst, worst95) = (users[u].Name, own95);
            }
        }

        return new(
            scope, chosen.Length, count,
            WeightedStatistics.Percentile(horizontal, weights, 0.95),
            WeightedStatistics.Percentile(vertical, weights, 0.95),
            Math.Sqrt(horizontal2 / solved),
            Math.Sqrt(vertical2 / solved),
            WeightedStatistics.Mean(pdop, weights),
            satellites / all,
            available / all,
            worst, worst95);
    }
}
