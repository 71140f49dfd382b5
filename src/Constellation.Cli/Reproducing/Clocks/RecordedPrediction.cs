using System.Text;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Time;
using static Constellation.Cli.ClockKindsOnRecord;

namespace Constellation.Cli;

/// <summary>Prediction errors of recorded clocks over 2 h and 24 h against published ones.</summary>
internal sealed class RecordedPrediction(ClockRecords records, int threads, CancellationToken cancel)
{
    private const double Nano = 1e-9;

    private readonly List<(string Kind, double[] Values)> _rows = [];

    public const string Text =
        "Each satellite against the median of its system is predicted from one day at 15 min by the Kalman filter of the model fitted to its own record, from every place of it; rms of a satellite, median over\n"
        + "the satellites of a kind. A smaller error than the published range is as good. Published: masers 0.13 ns [Yang23] to 0.26 ns [Wu18] over 2 h, 0.40 ns by crosslinks [Yang23] to 0.88 ns from\n"
        + "few of them [Pan21] over 24 h; rubidiums 0.17 ns over 2 h, 1.23 ns [Yang23] to 2.62 ns [Pan21] over 24 h. Tolerance: a record of days holds one to six independent errors over a day for each of three to\n"
        + "eight satellites; 30 % is one standard error of their median.";

    public IEnumerable<Requirement> Judge()
    {
        foreach (Requirement row in Kind("Galileo maser, week of 2019", records.Week, Galileo, GalileoPeriod, 0.26, 0.88))
        {
            yield return row;
        }

        foreach (Requirement row in Kind("BDS-3 maser, week of 2019", records.Week, BeiDouMasersOfTheWeek, BeiDouPeriod, 0.26, 0.88))
        {
            yield return row;
        }

        foreach (Requirement row in Kind("BDS-3 maser, three days of 2020", records.ThreeDays, BeiDouMasers, BeiDouPeriod, 0.26, 0.88))
        {
            yield return row;
        }

        foreach (Requirement row in Kind("BDS-3 rubidium, three days of 2020", records.ThreeDays, BeiDouRubidiums, BeiDouPeriod, 0.17, 2.62))
        {
            yield return row;
        }

        foreach (Requirement row in Kind("GPS IIF rubidium, week of 2019", records.Week, GpsRubidiums, GpsPeriod, double.NaN, double.NaN))
        {
            yield return row;
        }
    }

    /// <summary>What stands behind the errors over a day: what the fitted noise expects, other predictors, and what the product itself does at midnight.</summary>
    public string Table()
    {
        if (_rows.Count == 0)
        {
            return "";
        }

        StringBuilder text = new("\nWhat is behind them, ns, medians over the satellites. \"expected\" is the theory of the fitted model; \"parabola\" and \"with waves\" are least squares over the same day, the latter with a sine wave of the\n"
            + "revolution and of its half; \"midnight\" is the rms step of the clock against the line through its two hours before, over 15 min from one daily solution to the next, \"other\" the same at all other times; \"wave\" the amplitude of the\n"
            + "once-per-revolution term that was fitted.\n\n"
            + "| clocks | 2 h | expected | 24 h | expected | parabola 24 h | with waves 24 h | midnight | other | wave |\n|---|---|---|---|---|---|---|---|---|---|\n");
        foreach ((string kind, double[] v) in _rows)
        {
            text.Append($"| {kind} | {string.Join(" | ", v.Select(x => double.IsNaN(x) ? "-" : FormattableString.Invariant($"{x / Nano:0.00}")))} |\n");
        }

        return text.ToString();
    }

    private IEnumerable<Requirement> Kind(string kind, IReadOnlyList<string> files, string satellites, double period, double greatest2, double greatest24)
    {
        double[][] errors = Errors(files, satellites, period);
        double[] medians = [.. Enumerable.Range(0, 9).Select(i => errors.Length == 0 ? double.NaN : Median.Of(errors.Select(e => e[i]).Where(double.IsFinite).DefaultIfEmpty(double.NaN)))];
        if (errors.Length > 0)
        {
            _rows.Add((kind, medians));
        }

        string reason = FormattableString.Invariant(
            $"clocks of ground-tracked orbits of that time hold the orbits' errors: a wave of {medians[8] / Nano:0.00} ns, steps of {medians[6] / Nano:0.00} ns rms at midnight against {medians[7] / Nano:0.00} ns else");
        yield return Row(kind + ", 2 h", greatest2, medians[0], reason);
        yield return Row(kind + ", 24 h", greatest24, medians[2], reason);
    }

    private static Requirement Row(string what, double greatest, double value, string reason)
    {
        const double more = 0.3;
        string target = double.IsNaN(greatest) ? "none published for this kind" : FormattableString.Invariant($"up to {greatest:0.00} ns");
        string tolerance = double.IsNaN(greatest) ? "-" : FormattableString.Invariant($"{100 * more:0} %");
        if (double.IsNaN(value))
        {
            return new(what, target, tolerance, "-", null, "the files are not at hand");
        }

        bool? met = double.IsNaN(greatest) ? null : value / Nano <= greatest * (1 + more);
        return new(what, target, tolerance, FormattableString.Invariant($"{value / Nano:0.00} ns"), met, met == false ? reason : "");
    }

    private double[][] Errors(IReadOnlyList<string> files, string satellites, double period)
    {
        Duration day = Duration.FromDays(1);
        Duration[] horizons = [Duration.FromHours(2), day], waves = [Duration.FromSeconds(period), Duration.FromSeconds(period / 2)];
        IReadOnlyList<StabilitySource> clocks = ClockRecords.Read(files, satellites);
        double[][] errors = new double[clocks.Count][];
        Parallel.For(0, clocks.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, i =>
        {
            StabilitySource clock = clocks[i];
            errors[i] = [.. Enumerable.Repeat(double.NaN, 9)];
            if (ClockFitter.Fit(clock.Values, clock.Interval, waves, clock.Resets) is not { } fit)
            {
                return;
            }

            ClockModel model = fit.ToModel(clock.Name, "", "");
            PredictionStudy study = new(clock.Values, clock.Interval, clock.Resets);
            IReadOnlyList<PredictionError> kalman = study.Errors(new KalmanPredictor(model), day, horizons, model, 1, cancel);
            double parabola = study.Errors(new LeastSquaresPredictor(2), day, [day], null, 1, cancel)[0].Rms;
            double harmonic = study.Errors(new LeastSquaresPredictor(2, waves), day, [day], null, 1, cancel)[0].Rms;
            (double midnight, double other) = Steps(clock);
            errors[i] = [kalman[0].Rms, kalman[0].Theory, kalman[1].Rms, kalman[1].Theory, parabola, harmonic, midnight, other, fit.Harmonics.Count > 0 ? fit.Harmonics[0].Amplitude : double.NaN];
        });
        return errors;
    }

    /// <summary>Rms of x(k) against the line through the nine offsets before it, where a day begins and elsewhere.</summary>
    private static (double Midnight, double Other) Steps(StabilitySource clock)
    {
        const int before = 9;
        List<double> midnight = [], other = [];
        for (int k = before; k < clock.Values.Length; k++)
        {
            double meanX = 0, slope = 0;
            for (int j = 1; j <= before; j++)
            {
                meanX += clock.Values[k - j] / before;
                slope += (5 - j) * clock.Values[k - j] / 60;         // abscissae -1 ... -9 about -5, sum of their squares 60
            }

            double step = clock.Values[k] - (meanX + (5 * slope));
            if (double.IsFinite(step))
            {
                bool begins = clock.Start is { } start && Math.Abs((start + (clock.Interval * k)).ToGps().TimeOfWeek.TotalSeconds % 86_400) < 1;
                (begins ? midnight : other).Add(step * step);
            }
        }

        return (midnight.Count == 0 ? double.NaN : Math.Sqrt(midnight.Average()), other.Count == 0 ? double.NaN : Math.Sqrt(other.Average()));
    }
}
