using Constellation.Geodesy;
using Constellation.Positioning;

namespace Constellation.Cli;

/// <summary>Summaries by place, route or region, of the covariance and of solved positions.</summary>
internal static class AccuracySummaries
{
    public static IReadOnlyList<AccuracySummaryRow> Of(AccuracyRequest request, AccuracyField field, IReadOnlyList<(int User, int Epoch)> pairs, UserFix[] fixes)
    {
        bool grid = request.Users[0].AreaWeight > 0, route = request.OwnEpochs is not null;
        int users = request.Users.Count, epochs = request.Source.Epochs.Count;
        (string Scope, int[] Users)[] scopes = grid
            ? [.. Region.Standard.Select(r => (r.Name, Enumerable.Range(0, users).Where(u => r.Contains(request.Users[u].Place)).ToArray())).Where(s => s.Item2.Length > 0)]
            : route ? [("route", [.. Enumerable.Range(0, users)])]
            : [.. Enumerable.Range(0, users).Select(u => (request.Users[u].Name, new[] { u }))];
        Spreads spreads = new(request, field, pairs);
        ILookup<int, int> rows = Enumerable.Range(0, pairs.Count).ToLookup(i => pairs[i].User);
        List<AccuracySummaryRow> summary = [];
        foreach ((string scope, int[] own) in scopes)
        {
            int[] chosen = [.. own.SelectMany(u => rows[u])];
            double[] weights = [.. chosen.Select(i => grid ? request.Users[pairs[i].User].AreaWeight : 1.0)];
            summary.Add(Covariance(scope, own, chosen, weights, spreads, rows, request));
            if (fixes.Length > 0)
            {
                summary.Add(Sampled(scope, own, chosen, weights, fixes, rows, request));
            }
        }

        return summary;
    }

    private static AccuracySummaryRow Sampled(string scope, int[] own, int[] chosen, double[] weights, UserFix[] fixes, ILookup<int, int> rows, AccuracyRequest request)
    {
        double[] horizontal = [.. chosen.Select(i => fixes[i].HorizontalError)], vertical = [.. chosen.Select(i => fixes[i].VerticalError)];
        (int worst, double most) = Worst(own, u => WeightedStatistics.Percentile([.. rows[u].Select(i => fixes[i].HorizontalError)], [], 0.95));
        return new(
            scope, "sampled", own.Length, horizontal.Count(double.IsFinite), WeightedStatistics.Percentile(horizontal, weights, 0.95), WeightedStatistics.Percentile(vertical, weights, 0.95),
            Rms(horizontal, weights), Rms(vertical, weights), WeightedStatistics.Mean([.. chosen.Select(i => request.Limits.Accept(fixes[i]) ? 1.0 : 0.0)], weights), Name(request, worst), most);
    }

    private static AccuracySummaryRow Covariance(string scope, int[] own, int[] chosen, double[] weights, Spreads spreads, ILookup<int, int> rows, AccuracyRequest request)
    {
        double[] horizontal = [.. chosen.Select(i => spreads.HorizontalRms(i))], vertical = [.. chosen.Select(i => (double)spreads.Up[i])];
        double[] available = [.. chosen.Select(i => spreads.Pdop[i] <= request.Limits.Pdop && spreads.Horizontal95(i) <= request.Limits.Horizontal && PositionSpread.TwoSided95 * spreads.Up[i] <= request.Limits.Vertical ? 1.0 : 0.0)];
        (int worst, double most) = Worst(own, u => spreads.Pooled([.. rows[u]], [], vertical: false));
        return new(
            scope, "covariance", own.Length, vertical.Count(double.IsFinite), spreads.Pooled(chosen, weights, vertical: false), spreads.Pooled(chosen, weights, vertical: true),
            Rms(horizontal, weights), Rms(vertical, weights), WeightedStatistics.Mean(available, weights), Name(request, worst), most);
    }

    private static string Name(AccuracyRequest request, int user)
    {
        if (user < 0)
        {
            return "";
        }

        GeodeticPoint p = request.Users[user].Place;
        return FormattableString.Invariant($"{p.LatitudeDeg:0.###} {p.LongitudeDeg:0.###}");
    }

    private static (int User, double Value) Worst(int[] users, Func<int, double> value)
    {
        (int worst, double most) = (-1, double.NaN);
        foreach (int u in users)
        {
            double own = value(u);
            (worst, most) = own > most || (double.IsNaN(most) && !double.IsNaN(own)) ? (u, own) : (worst, most);
        }

        return (worst, most);
    }

    private static double Rms(double[] values, double[] weights) => Math.Sqrt(WeightedStatistics.Mean([.. values.Select(v => v * v)], weights));

    /// <summary>Deviations of every row of the table.</summary>
    private sealed class Spreads
    {
        private readonly float[] _major, _minor;

        public Spreads(AccuracyRequest request, AccuracyField field, IReadOnlyList<(int User, int Epoch)> pairs)
        {
            int users = request.Users.Count, epochs = request.Source.Epochs.Count;
            (_major, _minor, Up, Pdop) = (new float[pairs.Count], new float[pairs.Count], new float[pairs.Count], new double[pairs.Count]);
            DopQuantity pdop = new(field.Scene, DopKind.Pdop);
            ILookup<int, int> rows = Enumerable.Range(0, pairs.Count).ToLookup(i => pairs[i].User);
            Parallel.For(0, users, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, request.Threads), CancellationToken = request.Cancel }, u =>
            {
                float[] major = new float[epochs], minor = new float[epochs], up = new float[epochs];
                double[] geometry = new double[epochs];
                field.Fill(u, 1, major, minor, up, request.Cancel);
                pdop.Fill(u, 1, geometry, request.Cancel);
                foreach (int i in rows[u])
                {
                    int k = pairs[i].Epoch;
                    (_major[i], _minor[i], Up[i], Pdop[i]) = (major[k], minor[k], up[k], geometry[k]);
                }
            });
        }

        public float[] Up { get; }

        public double[] Pdop { get; }

        public double HorizontalRms(int row) => Math.Sqrt(((double)_major[row] * _major[row]) + ((double)_minor[row] * _minor[row]));

        public double Horizontal95(int row) => AccuracyQuantity.Horizontal95(_major[row], _minor[row]);

        /// <summary>95 % of the mixture of rows.</summary>
        public double Pooled(int[] rows, double[] weights, bool vertical)
        {
            float[] major = [.. rows.Select(i => vertical ? Up[i] : _major[i])], minor = vertical ? [] : [.. rows.Select(i => _minor[i])];
            return RadialErrorTable.Quantile(0.95, major, minor, [.. weights.Select(w => (float)w)]);
        }
    }
}
