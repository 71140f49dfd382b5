using Constellation.Clocks;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Links;

/// <summary>What a batch found.</summary>
public sealed class BatchSolution
{
    private readonly BatchPoint _point;
    private readonly IReadOnlyList<LinkFrame> _frames;
    private readonly BatchPass _pass;
    private readonly CholeskyFactor _factor;
    private readonly double _limit;
    private SymmetricMatrix? _covariance;

    internal BatchSolution(BatchPoint point, IReadOnlyList<LinkFrame> frames, BatchPass pass, CholeskyFactor factor, ResidualStatistics statistics, double limit, int iterations, bool converged)
    {
        (_point, _frames, _pass, _factor, _limit, Iterations, Converged) = (point, frames, pass, factor, limit, iterations, converged);
        Observables = statistics.ByKind();
        Unknowns = point.Layout.Size;
        Clocks = Enumerable.Range(0, frames.Count).Sum(k => System.MemoryExtensions.Count(point.Clocks.Known(k), true));
        Redundancy = statistics.Used - Clocks - Unknowns;
        UnitVariance = statistics.SquareSum / Math.Max(1, statistics.Used - Clocks - (6 * point.Trajectories.Length));
    }

    public int Iterations { get; }

    public bool Converged { get; }

    /// <summary>Unknowns of the arc.</summary>
    public int Unknowns { get; }

    /// <summary>Unknown clocks of all rounds together.</summary>
    public int Clocks { get; }

    /// <summary>Measurements used less all unknowns; what was known before is not counted.</summary>
    public int Redundancy { get; }

    /// <summary>Sum of squared normalised residuals over the measurements less clocks and first states: near 1 where noise is as claimed.</summary>
    public double UnitVariance { get; }

    public IReadOnlyList<ObservableStatistics> Observables { get; }

    /// <summary>What holds the solution where measurements do not.</summary>
    public string Datum =>
        (_point.System.Stations.Count > 0 ? $"system time is the clock of {_point.System.Stations[0].Name}" : "system time is the mean of the predicted clocks")
        + (_point.System.Stations.Count > 0 ? "; orientation by the stations" : _point.Settings.UseApriori ? "; orientation by the predicted first states" : "; no turn of the net against the predicted first states")
        + "; delays about their calibrated values";

    /// <summary>Estimated orbits, in the order of the satellites.</summary>
    public IReadOnlyList<IOrbit> Orbits => [.. _point.Trajectories.Select(t => t.Orbit.Orbit)];

    /// <summary>Estimated parameters of the forces of a satellite; the accelerations come last.</summary>
    public IReadOnlyList<ForceParameter> Parameters(int satellite) =>
        [.. _point.Trajectories[satellite].Parameters.Zip(_point.Trajectories[satellite].Values, (p, v) => p with { Value = v })];

    /// <summary>Covariance of the unknowns of the arc.</summary>
    internal SymmetricMatrix Covariance => _covariance ??= _factor.Inverse(_point.Settings.Threads);

    internal BatchLayout Layout => _point.Layout;

    /// <summary>Orbit and clock of all satellites at every round from an epoch on.</summary>
    public IReadOnlyList<OrbitClockSolution> Estimates(Epoch from)
    {
        int first = 0;
        while (first < _frames.Count && _frames[first].Epoch < from)
        {
            first++;
        }

        SymmetricMatrix covariance = Covariance;
        OrbitClockSolution[] solutions = new OrbitClockSolution[_frames.Count - first];
        _pass.ForEach(
            _frames, _limit,
            (round, rows, clocks) =>
            {
                if (round >= first)
                {
                    solutions[round - first] = Estimate(round, rows, clocks, covariance);
                }
            },
            (_, _, _) => { });
        return solutions;
    }

    private OrbitClockSolution Estimate(int round, BatchRound rows, RoundClocks clocks, SymmetricMatrix covariance)
    {
        Epoch epoch = _point.Clocks.Epoch(round);
        clocks.Eliminate(round, rows.Rows);
        double[] variance = ClockVariances(clocks, covariance);
        int used = 0, rejected = 0;
        double squares = 0;
        foreach (BatchRow row in rows.Rows)
        {
            double after = row.After(clocks.Step);
            (used, rejected, squares) = row.Used ? (used + 1, rejected, squares + (after * after / row.Variance)) : (used, rejected + 1, squares);
        }

        OrbitClockEstimate[] estimates = [.. Enumerable.Range(0, _point.System.Satellites.Count).Select(i => Estimate(round, epoch, i, rows, clocks, variance[i], covariance))];
        return new(epoch, estimates, used, rejected, used == 0 ? double.NaN : Math.Sqrt(squares / used));
    }

    /// <summary>Of a clock given the arc, and what the arc's uncertainty adds: A^-1 + S C S', S = -A^-1 B.</summary>
    private double[] ClockVariances(RoundClocks clocks, SymmetricMatrix covariance)
    {
        int count = _point.Layout.ClockCount, satellites = _point.System.Satellites.Count;
        double[] variance = new double[count];

        // A^-1 B = L'^-1 Y.
        clocks.Factor.SolveUpper(clocks.Coupling);
        covariance.QuadraticForms(clocks.Coupling, satellites, variance);
        SymmetricMatrix own = clocks.Factor.Inverse();
        for (int i = 0; i < satellites; i++)
        {
            variance[i] += own[i, i];
        }

        return variance;
    }

    private OrbitClockEstimate Estimate(int round, Epoch epoch, int satellite, BatchRound rows, RoundClocks clocks, double clockVariance, SymmetricMatrix covariance)
    {
        const double c = PhysicalConstants.SpeedOfLight;
        int size = _point.Layout.OrbitSize(satellite), first = _point.Layout.Orbit(satellite);
        ReadOnlySpan<double> z = rows.Derivatives(satellite);
        double[] result = new double[OrbitClockEstimate.Size * OrbitClockEstimate.Size];
        double[] product = new double[size];
        for (int i = 0; i < 6; i++)
        {
            Array.Clear(product);
            for (int k = 0; k < size; k++)
            {
                // Row k of the symmetric block: its lower part, then the column below the diagonal.
                RowKernel.AddScaled(z[(i * size) + k], covariance.LowerRow(first + k).Slice(first, k + 1), product);
                for (int m = k + 1; m < size; m++)
                {
                    product[m] += z[(i * size) + k] * covariance[first + m, first + k];
                }
            }

            for (int j = 0; j <= i; j++)
            {
                result[(i * OrbitClockEstimate.Size) + j] = result[(j * OrbitClockEstimate.Size) + i] = RowKernel.Dot(product, z.Slice(j * size, size));
            }
        }

        result[(6 * OrbitClockEstimate.Size) + 6] = clockVariance + (c * c * _point.Satellites[satellite].Apriori.Clock.PhaseJitterVariance);
        double offset = _point.Clocks.Round(round)[satellite] + clocks.Step[satellite];
        return new(
            _point.System.Satellites[satellite].Id, _point.Trajectories[satellite].Orbit.At(epoch),
            new ClockState(offset / c, _point.Clocks.Rate(round, satellite) / c), 0, result);
    }
}
