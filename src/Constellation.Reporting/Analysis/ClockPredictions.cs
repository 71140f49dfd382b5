using Constellation.Clocks;
using Constellation.Geodesy;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Reporting;

/// <summary>How the error of a broadcast clock grows with the age of its data, measured in the run, and expected from what the clock is.</summary>
/// <remarks>Expected: the error with which a Kalman filter that has read the bare clock at every round of the control segment predicts it (<see cref="PredictionTheory"/>), and in
/// quadrature what the control segment's estimates of these satellites were off by. Measured: about each satellite's mean, since a constant delay of the signal is no prediction error; over a run
/// of a few messages that takes some of the error away, too.</remarks>
internal static class ClockPredictions
{
    /// <summary>Rounds that the theory looks back; more change nothing that is seen.</summary>
    private const int MostRounds = 200;

    private const int TheoryPoints = 12;

    public static IReadOnlyList<ClockPrediction> Of(RunFolder folder, SisreErrors errors, OdtsErrors? odts, ScenarioDefinition? scenario)
    {
        ClockKinds kinds = new(scenario);
        List<ClockPrediction> predictions = [];
        foreach (IGrouping<string, int> kind in ClockGroups.Of(folder.Manifest.Satellites))
        {
            IReadOnlyList<(double Age, double Rms, int Count)> points = errors.ClockOverAge([.. kind]);
            if (points.Count > 0)
            {
                bool told = scenario is not null && odts is not null && folder.Manifest.Stages.GetValueOrDefault("clocks") == "simulated";
                predictions.Add(new(kind.Key, kind.Count(errors.HasValues), points, told ? Theory(kinds.Find(kind.Key), odts!.ClockRms([.. kind]), scenario!, points[^1].Age) : []));
            }
        }

        return predictions;
    }

    private static List<(double Age, double Rms)> Theory(ClockModel? model, double estimateRms, ScenarioDefinition scenario, double oldest)
    {
        if (model is null || model.IsPerfect || !double.IsFinite(estimateRms))
        {
            return [];
        }

        Duration round = scenario.Control.Interval;
        int rounds = (int)Math.Clamp((scenario.Control.WarmUp.TotalSeconds + (scenario.Duration.TotalSeconds / 2)) / round.TotalSeconds, 3, MostRounds);
        KalmanPredictor predictor = new(model with { HarmonicAmplitude = 0, HigherHarmonics = [] });      // nor does the control segment's filter know the waves
        int last = Math.Max(1, (int)Math.Ceiling(oldest / round.TotalSeconds)), step = Math.Max(1, last / TheoryPoints);
        List<(double, double)> theory = [(0, estimateRms)];
        for (int k = step; k <= last; k += step)
        {
            double error = PhysicalConstants.SpeedOfLight * PredictionTheory.RootMeanSquare(model, predictor, round, rounds, round * k);
            theory.Add((k * round.TotalSeconds, Math.Sqrt((error * error) + (estimateRms * estimateRms))));
        }

        return theory;
    }
}
