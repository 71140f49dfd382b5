using Constellation.Clocks;
using Constellation.Time;

namespace Constellation.Tests.Clocks.Prediction;

public class ClockPredictorTests
{
    private static readonly Duration s_step = Duration.FromMinutes(15);

    private static ClockModel Rubidium => new("T", "", "") { H0 = 2.6e-24, HMinus1 = 1.8e-29, HMinus2 = 7.6e-35, DriftMean = 8e-19 };

    public static TheoryData<ClockPredictor, int> Predictors => new()
    {
        { new LeastSquaresPredictor(1), 1 },
        { new LeastSquaresPredictor(2), 2 },
        { new LeastSquaresPredictor(1, weightAge: Duration.FromHours(6)), 1 },
        { new LeastSquaresPredictor(2, [Duration.FromHours(12), Duration.FromHours(6)]), 2 },
        { new KalmanPredictor(Rubidium), 1 },
    };

    /// <summary>Whatever the rows that are missing, a polynomial of the predictor's degree is continued without error.</summary>
    [Theory, MemberData(nameof(Predictors))]
    public void Polynomials_are_continued_exactly(ClockPredictor predictor, int degree)
    {
        const int rows = 97, ahead = 40;
        bool[] present = [.. Enumerable.Range(0, rows).Select(i => i % 5 != 2 && (i < 30 || i > 41))];
        double[] weights = predictor.Weights(present, s_step, s_step * ahead)!;
        for (int power = 0; power <= degree; power++)
        {
            double Value(int i) => Math.Pow((i - rows + 1) / 96.0, power);
            double predicted = Enumerable.Range(0, rows).Sum(i => weights[i] * Value(i));
            Check.Within(Tolerance.Of(1e-6, "window lengths", "unknown offset and frequency of the filter: 1e10 one-step variances"), Value(rows - 1 + ahead), predicted);
        }

        Assert.All(Enumerable.Range(0, rows).Where(i => !present[i]), i => Assert.Equal(0, weights[i]));
    }

    /// <summary>A sine wave of the period is continued too: the degrees of freedom of the harmonic fit.</summary>
    [Fact]
    public void Harmonics_are_continued()
    {
        double[] weights = new LeastSquaresPredictor(2, [Duration.FromHours(12)]).Weights([.. Enumerable.Repeat(true, 145)], s_step, s_step * 33)!;
        double Wave(int i) => Math.Sin((2 * Math.PI * i / 48) + 0.7);
        double predicted = Enumerable.Range(0, 145).Sum(i => weights[i] * Wave(i));
        Check.Within(Tolerance.Of(1e-10, "amplitudes", "rounding of a fit of 5 parameters"), Wave(144 + 33), predicted);
    }

    [Fact]
    public void Too_few_rows_give_no_weights()
    {
        bool[] two = new bool[50];
        two[3] = two[49] = true;
        Assert.NotNull(new LeastSquaresPredictor(1).Weights(two, s_step, s_step));
        Assert.Null(new LeastSquaresPredictor(2).Weights(two, s_step, s_step));
        Assert.Null(new KalmanPredictor(Rubidium).Weights(new bool[50], s_step, s_step));
    }

    /// <summary>White frequency noise alone: the last offset and the frequency over the window are all there is to know, error variance q (h + h^2/T) [SP1065]; a line does worse.</summary>
    [Fact]
    public void White_frequency_noise_has_the_known_optimum()
    {
        ClockModel white = new("T", "", "") { H0 = 2e-24 };
        const int rows = 97;
        foreach (int ahead in new[] { 1, 8, 96 })
        {
            double h = 900.0 * ahead, length = 900.0 * (rows - 1);
            double optimum = Math.Sqrt(1e-24 * (h + (h * h / length)));
            double kalman = PredictionTheory.RootMeanSquare(white, new KalmanPredictor(white), s_step, rows, s_step * ahead);
            Check.Within(Tolerance.Of(1e-4 * optimum, "s", "unknown offset and frequency of the filter"), optimum, kalman);
            Assert.True(PredictionTheory.RootMeanSquare(white, new LeastSquaresPredictor(1), s_step, rows, s_step * ahead) > 1.02 * optimum);
        }
    }

    /// <summary>Random walk of known frequency: q2 h^3/3 is what no predictor can undercut; the filter comes near when the window is long and phase is quiet.</summary>
    [Fact]
    public void Kalman_is_the_best_of_the_predictors_for_every_mixture()
    {
        foreach (ClockModel model in new[] { Rubidium, Rubidium with { DriftMean = 0, H2 = 1e-19 }, new ClockModel("M", "", "") { H0 = 1.4e-24, HMinus1 = 2.3e-30, HMinus2 = 5e-36 } })
        {
            foreach (int ahead in new[] { 8, 96 })
            {
                double Error(ClockPredictor p) => PredictionTheory.RootMeanSquare(model, p, s_step, 193, s_step * ahead);
                double best = Error(new KalmanPredictor(model));
                foreach (ClockPredictor other in new ClockPredictor[] { new LeastSquaresPredictor(1), new LeastSquaresPredictor(2), new LeastSquaresPredictor(1, weightAge: Duration.FromHours(8)), new LeastSquaresPredictor(2, weightAge: Duration.FromHours(12)) })
                {
                    // 1 %: the bank of flicker processes has ripple, white phase noise is the measurement's.
                    Assert.True(best < 1.01 * Error(other), $"{best:G4} against {Error(other):G4}");
                }
            }
        }
    }

    /// <summary>Theory against drawn clocks: independent windows, so the mean square is chi-square over their number; 99.9 % interval of 300 draws.</summary>
    [Theory, MemberData(nameof(Predictors))]
    public void Drawn_clocks_have_the_error_of_the_theory(ClockPredictor predictor, int degree)
    {
        const int draws = 300, rows = 49, ahead = 16;
        ClockModel model = Rubidium with { H2 = 4e-20 };
        double expected = PredictionTheory.RootMeanSquare(model, predictor, s_step, rows, s_step * ahead), squares = 0;
        for (uint run = 0; run < draws; run++)
        {
            double[] offsets = DrawnClock.Offsets(model, s_step, rows + ahead, run, degree);
            PredictionError error = new PredictionStudy(offsets, s_step).Errors(predictor, s_step * (rows - 1), [s_step * ahead], cancel: TestContext.Current.CancellationToken)[0];
            Assert.Equal(1, error.Count);
            squares += error.Rms * error.Rms;
        }

        Assert.InRange(squares / draws / (expected * expected), 0.755, 1.29);
    }

    /// <summary>A wave of the revolution and its half: the filter that knows them has the error of the theory (300 draws, chi-square, as above), and less than a filter that does not.</summary>
    [Fact]
    public void A_filter_that_knows_the_waves_predicts_them()
    {
        const int draws = 300, rows = 97, ahead = 24;
        ClockModel model = Rubidium with { HarmonicAmplitude = 1e-9, HarmonicPeriod = 46_391, HigherHarmonics = [new ClockHarmonic(2, 3e-10)] };
        KalmanPredictor knows = new(model), ignores = new(model with { HarmonicAmplitude = 0, HigherHarmonics = [] });
        double expected = PredictionTheory.RootMeanSquare(model, knows, s_step, rows, s_step * ahead), squares = 0;
        Assert.True(expected < 0.8 * PredictionTheory.RootMeanSquare(model, ignores, s_step, rows, s_step * ahead));
        for (uint run = 0; run < draws; run++)
        {
            // The phase of a drawn wave is uniform, its amplitude fixed: the variance is that of the theory.
            double[] offsets = DrawnClock.Offsets(model, s_step, rows + ahead, run, 1);
            squares += Math.Pow(new PredictionStudy(offsets, s_step).Errors(knows, s_step * (rows - 1), [s_step * ahead], cancel: TestContext.Current.CancellationToken)[0].Rms, 2);
        }

        Assert.InRange(squares / draws / (expected * expected), 0.755, 1.29);
    }

    /// <summary>Without noise a wave and a line are predicted to a thousandth of the wave; the filter's weights sum to one and reproduce a constant frequency.</summary>
    [Fact]
    public void A_pure_wave_is_carried_on()
    {
        ClockModel model = new("W", "", "") { H0 = 1e-30, HarmonicAmplitude = 1e-9, HarmonicPeriod = 43_200 };
        double[] offsets = [.. Enumerable.Range(0, 200).Select(k => 3e-6 + (2e-12 * 900 * k) + (1e-9 * Math.Cos((2 * Math.PI * 900 * k / 43_200) + 0.7)))];
        PredictionError error = new PredictionStudy(offsets, s_step).Errors(new KalmanPredictor(model), s_step * 96, [s_step * 60], cancel: TestContext.Current.CancellationToken)[0];
        Assert.InRange(error.Rms, 0, 1e-12);
    }

    /// <summary>Nothing is predicted into, from or across a reset or a missing end; a gap inside the window is bridged.</summary>
    [Fact]
    public void Gaps_and_resets_are_honoured()
    {
        double[] line = [.. Enumerable.Range(0, 60).Select(i => 1e-4 + (1e-9 * i))];
        line[20] = double.NaN;
        PredictionStudy study = new(line, s_step, [40]);
        PredictionError error = study.Errors(new LeastSquaresPredictor(1), s_step * 10, [s_step * 5], cancel: TestContext.Current.CancellationToken)[0];
        // 45 starts; 11 to 15 begin such that row 20 is an end; from 25 on windows reach across row 40 until they begin there.
        int expected = Enumerable.Range(0, 45).Count(first => first + 10 != 20 && first + 15 != 20 && (first + 15 < 40 || first >= 40));
        Assert.Equal(expected, error.Count);
        Check.Within(Tolerance.Of(1e-17, "s", "rounding of 1e-4 s times the weights"), 0, error.Rms);
    }
}
