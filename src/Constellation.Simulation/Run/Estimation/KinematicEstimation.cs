using System.Globalization;
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Positions round by round from links alone. The references, held or not, are predictions of the filter one hour old: none of the round's measurements is in them.</summary>
internal static class KinematicEstimation
{
    private static readonly Duration s_age = Duration.FromHours(1);

    /// <param name="estimation">Whose measurements.</param>
    /// <param name="held">Satellites held to their reference.</param>
    public static IEnumerable<OrbitClockSolution> Solve(LinkEstimation estimation, int held)
    {
        KinematicSolver solver = new(estimation.Control.System, estimation.Truth.OperatorEarth, new KinematicSettings { Fixed = held });
        ForceModel[] forces = [.. estimation.Truth.Satellites.Select(s => Truth.OperatorForces(estimation.Scenario, s, estimation.Truth.OperatorEarth))];
        Queue<OrbitClockSolution> past = new();
        PdopSummary pdop = new(estimation.OrbitClasses);
        string names = "";
        int untied = 0;
        NetGuard guard = estimation.Control.Guard(estimation.Plan, withRanges: false);
        foreach ((LinkFrame frame, OrbitClockSolution filtered) in estimation.Control.Run(estimation.Plan.Frames))
        {
            estimation.Cancel.ThrowIfCancellationRequested();
            guard.Watch(frame);
            past.Enqueue(filtered);
            while (past.Count > 1 && frame.Epoch - past.Skip(1).First().Epoch >= s_age)
            {
                past.Dequeue();
            }

            if (frame.Epoch < estimation.Plan.Grid.Start || frame.Epoch - past.Peek().Epoch < s_age)
            {
                continue;
            }

            LinkParts round = new(estimation.Control.System, withRanges: false);
            round.Add(frame);
            if (!round.AreJoined)
            {
                untied++;
                continue;
            }

            KinematicSolution solution = solver.Solve(frame, References(estimation, past.Peek(), frame.Epoch, forces));
            pdop.Add(solution);
            names = string.Join(' ', solution.Held);
            yield return solution.Round;
        }

        if (names.Length == 0 && untied > 0)
        {
            throw new InputException(Diagnostic.Error(
                "CN4622", new SourceSpan("--estimator"), $"not one of {untied} rounds joins its satellites, with a station where there is one, into one net: a round by itself does not tell their clocks",
                "take an estimator that joins rounds (filter, smoother, batch), more terminals or stations (links.payload, control.segment)"));
        }

        if (untied > 0)
        {
            estimation.Note($"{untied} rounds left out, whose links do not join all that they measure, with a station where there is one, into one net");
        }

        estimation.NoteNet(guard);
        estimation.Note($"held to the filter's prediction of an hour: {names}");
        foreach (string line in pdop.Lines())
        {
            estimation.Note(line);
        }
    }

    private static KinematicReference[] References(LinkEstimation estimation, OrbitClockSolution from, Epoch to, ForceModel[] forces)
    {
        KinematicReference[] references = new KinematicReference[from.Satellites.Count];
        double seconds = (to - from.Epoch).TotalSeconds;
        Parallel.For(0, references.Length, new ParallelOptions { MaxDegreeOfParallelism = estimation.Threads }, i =>
        {
            OrbitClockEstimate estimate = from.Satellites[i];
            NumericalOrbit orbit = NumericalPropagator.Propagate(estimate.State, new(estimate.Epoch, to + RunPlan.Margin), forces[i]);
            ClockState clock = new(
                estimate.Clock.Offset + (estimate.Clock.Frequency * seconds) + (estimate.ClockDrift * seconds * seconds / 2), estimate.Clock.Frequency + (estimate.ClockDrift * seconds));
            double sigma = Math.Sqrt(((estimate.SigmaRadial * estimate.SigmaRadial) + (estimate.SigmaAlongTrack * estimate.SigmaAlongTrack) + (estimate.SigmaCross * estimate.SigmaCross)) / 3);
            references[i] = new(orbit, clock, estimation.Control.FirstKnowledge[i].Clock, sigma);
        });
        return references;
    }

    /// <summary>PDOP and number of links by class of orbit.</summary>
    private sealed class PdopSummary(IReadOnlyList<OrbitClass> classes)
    {
        private readonly List<double>[] _values = [[], [], []];
        private readonly long[] _links = new long[3], _rounds = new long[3];

        public void Add(KinematicSolution solution)
        {
            for (int i = 0; i < classes.Count; i++)
            {
                if (double.IsFinite(solution.Pdop[i]))
                {
                    _values[(int)classes[i]].Add(solution.Pdop[i]);
                }

                _links[(int)classes[i]] += solution.Links[i];
                _rounds[(int)classes[i]]++;
            }
        }

        public IEnumerable<string> Lines()
        {
            foreach (OrbitClass orbitClass in Enum.GetValues<OrbitClass>())
            {
                List<double> values = _values[(int)orbitClass];
                long flat = _rounds[(int)orbitClass] - values.Count;
                if (flat > 0)
                {
                    yield return $"{orbitClass.ToString().ToUpperInvariant()}: {flat} of {_rounds[(int)orbitClass]} positions have fewer than three directions of links; the rest of them is the prediction";
                }

                if (values.Count > 0)
                {
                    values.Sort();
                    yield return string.Create(CultureInfo.InvariantCulture,
                        $"{orbitClass.ToString().ToUpperInvariant()} PDOP {values[0]:0.00} to {values[^1]:0.00}, median {values[values.Count / 2]:0.00}; {(double)_links[(int)orbitClass] / _rounds[(int)orbitClass]:0.0} ranges a round");
                }
            }
        }
    }
}
