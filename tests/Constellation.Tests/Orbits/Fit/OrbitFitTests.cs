using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Fit;

public class OrbitFitTests
{
    /// <summary>The integration is repeated with the same steps nearly: 0.1 mm in a day, and so 2e-13 m/s^2, which moves an orbit by that much.</summary>
    private static readonly Tolerance Position = Tolerance.Of(1e-4, "m", "local errors of the integrator over a day");
    private static readonly Tolerance Amplitude = Tolerance.Of(2e-13, "m/s^2", "an acceleration that moves the orbit by 0.1 mm in a day");

    [Fact]
    public void Finds_state_and_parameters_of_exact_positions()
    {
        OrbitFitResult fit = OrbitFit.Fit(SimulatedArc.Moved(300), SimulatedArc.Positions(0.01, seed: 0), SimulatedArc.Apriori, SimulatedArc.FiveAmplitudes);
        Check.Within(Position, SimulatedArc.Initial.Position, fit.InitialState.Position);
        Check.Within(Tolerance.Of(2e-8, "m/s", "0.1 mm over the radian of the motion, 7000 s"), SimulatedArc.Initial.Velocity, fit.InitialState.Velocity);
        Assert.Equal(["D0", "Y0", "B0", "B1c", "B1s"], fit.Parameters.Select(p => p.Name));
        for (int i = 0; i < 5; i++)
        {
            Check.Within(Amplitude, SimulatedArc.Radiation[i], fit.Parameters[i].Value, fit.Parameters[i].Name);
        }

        Assert.True(fit.Converged);
        Assert.InRange(fit.Iterations, 2, 6);
        Assert.Equal(0, fit.Rejected);
    }

    /// <summary>The prediction of an exact fit is exact: ten days after a day, errors of the fit grow by some thousand at most.</summary>
    [Fact]
    public void Predicts_what_it_has_found()
    {
        OrbitFitResult fit = OrbitFit.Fit(SimulatedArc.Moved(10), SimulatedArc.Positions(0.01, seed: 0), SimulatedArc.Apriori, SimulatedArc.FiveAmplitudes);
        Epoch later = SimulatedArc.T0 + Duration.FromDays(2);
        StateVector truth = NumericalPropagator.PropagateTo(SimulatedArc.Initial, later, SimulatedArc.Truth);
        Check.Within(Tolerance.Of(2e-3, "m", "0.1 mm in the arc, grown along the track"), truth.Position, fit.Propagate(new(SimulatedArc.T0, later)).At(later).Position);
    }

    /// <summary>
    /// The squared errors of eleven unknowns over their covariance, summed over 20 draws of noise, are chi-square of 220 degrees: mean 220, deviation 21; the
    /// bounds are four deviations. Unit variances likewise: 20 x 136 numbers, 1 +- 0.11.
    /// </summary>
    [Fact]
    public void Covariance_is_that_of_the_errors()
    {
        double errors = 0, unit = 0;
        const int draws = 20;
        for (ulong seed = 1; seed <= draws; seed++)
        {
            OrbitFitResult fit = OrbitFit.Fit(SimulatedArc.Initial, SimulatedArc.Positions(0.5, seed), SimulatedArc.Apriori, SimulatedArc.FiveAmplitudes with { LeastRejection = 10 });
            Vector3d dr = fit.InitialState.Position - SimulatedArc.Initial.Position, dv = fit.InitialState.Velocity - SimulatedArc.Initial.Velocity;
            double[] error = [dr.X, dr.Y, dr.Z, dv.X, dv.Y, dv.Z, .. fit.Parameters.Select((p, i) => p.Value - SimulatedArc.Radiation[i])];
            errors += Quadratic(fit.Covariance, error);
            unit += fit.UnitVariance / draws;
        }

        Assert.InRange(errors, 220 - (4 * 21), 220 + (4 * 21));
        Assert.InRange(unit, 0.89, 1.11);
    }

    [Theory, InlineData(3.0), InlineData(1e3), InlineData(1e7)]
    public void Wild_positions_are_rejected_and_told(double size)
    {
        PositionObservation[] positions = SimulatedArc.Positions(0.01, seed: 0);
        int[] wild = [0, 7, 24, 25, 48];
        foreach (int i in wild)
        {
            positions[i] = new(positions[i].Epoch, positions[i].Position + (size * new Vector3d(i % 2, 1, -1)), positions[i].Sigma);
        }

        OrbitFitResult fit = OrbitFit.Fit(SimulatedArc.Moved(1), positions, SimulatedArc.Apriori, SimulatedArc.FiveAmplitudes);
        Check.Within(Position, SimulatedArc.Initial.Position, fit.InitialState.Position);
        Assert.Equal(wild, Enumerable.Range(0, positions.Length).Where(i => !fit.Residuals[i].Used));
    }

    /// <summary>Where more than the allowed part contradicts the model, nothing is thrown away: the residuals tell.</summary>
    [Fact]
    public void A_model_that_does_not_fit_keeps_its_residuals()
    {
        OrbitFitResult fit = OrbitFit.Fit(SimulatedArc.Initial, SimulatedArc.Positions(0.01, seed: 0), ForceModel.Standard(EarthOrientation.BuiltIn, 2), new OrbitFitSettings());
        Assert.True(fit.Rejected <= 0.2 * 49, $"{fit.Rejected} rejected");
        Assert.True(fit.UnitVariance > 1e4, $"unit variance {fit.UnitVariance}");
    }

    [Fact]
    public void A_constraint_holds_a_parameter_and_a_loose_one_does_not()
    {
        PositionObservation[] positions = SimulatedArc.Positions(0.01, seed: 0);
        foreach ((double constraint, double expected) in ((double, double)[])[(1e-16, 0), (1e-6, SimulatedArc.Radiation[1])])
        {
            OrbitFitSettings settings = new() { Parameters = [new("D0"), new("Y0", constraint), new("B0"), new("B1c"), new("B1s"), new("not of any force")] };
            OrbitFitResult fit = OrbitFit.Fit(SimulatedArc.Moved(10), positions, SimulatedArc.Apriori, settings);
            Check.Within(Amplitude, expected, fit.Parameters.Single(p => p.Name == "Y0").Value);
            Assert.Equal(5, fit.Parameters.Length);
        }
    }

    /// <summary>Distances from three points that stand still in space say the same as positions.</summary>
    [Fact]
    public void Any_observation_with_partials_will_do()
    {
        Vector3d[] points = [new(7e6, 0, 0), new(0, 7e6, 1e6), new(-3e6, -3e6, 6e6)];
        IOrbitObservation[] ranges = [.. SimulatedArc.Positions(0.01, seed: 0).SelectMany(p => points.Select(q => new RangeFromPoint(p.Epoch, q, (p.Position.Vector - q).Norm)))];
        OrbitFitResult fit = OrbitFit.Fit(SimulatedArc.Moved(10), ranges, SimulatedArc.Apriori, SimulatedArc.FiveAmplitudes);
        Check.Within(Tolerance.Of(1e-3, "m", "0.1 mm of the integrator, weakened by the geometry of distances"), SimulatedArc.Initial.Position, fit.InitialState.Position);
    }

    [Fact]
    public void The_state_may_lie_anywhere_in_the_arc()
    {
        Epoch middle = SimulatedArc.T0 + Duration.FromHours(11);
        StateVector truth = NumericalPropagator.PropagateTo(SimulatedArc.Initial, middle, SimulatedArc.Truth);
        OrbitFitResult fit = OrbitFit.Fit(truth with { Position = truth.Position + new Vector3d(50, 20, -30) }, SimulatedArc.Positions(0.01, seed: 0), SimulatedArc.Apriori, SimulatedArc.FiveAmplitudes);
        Check.Within(Position, truth.Position, fit.InitialState.Position);
    }

    [Fact]
    public void What_cannot_be_determined_is_refused()
    {
        PositionObservation[] positions = SimulatedArc.Positions(0.01, seed: 0);
        Assert.Throws<ArgumentException>(() => OrbitFit.Fit(SimulatedArc.Initial, positions[..3], SimulatedArc.Apriori, SimulatedArc.FiveAmplitudes));
        PositionObservation[] oneEpoch = [.. Enumerable.Range(0, 5).Select(_ => positions[3])];
        InvalidOperationException e = Assert.Throws<InvalidOperationException>(() => OrbitFit.Fit(SimulatedArc.Initial, oneEpoch, SimulatedArc.Apriori, SimulatedArc.FiveAmplitudes));
        Assert.Contains("do not determine", e.Message, StringComparison.Ordinal);
    }

    /// <summary>e' C^-1 e by Gaussian elimination.</summary>
    private static double Quadratic(double[] covariance, double[] error)
    {
        int n = error.Length;
        double[] scale = [.. Enumerable.Range(0, n).Select(i => 1 / Math.Sqrt(covariance[i * (n + 1)]))];
        double[,] a = new double[n, n + 1];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                a[i, j] = covariance[(i * n) + j] * scale[i] * scale[j];
            }

            a[i, n] = error[i] * scale[i];
        }

        double sum = 0;
        for (int k = 0; k < n; k++)
        {
            for (int i = k + 1; i < n; i++)
            {
                double f = a[i, k] / a[k, k];
                for (int j = k; j <= n; j++)
                {
                    a[i, j] -= f * a[k, j];
                }
            }

            // Symmetric elimination: L D L' with D the pivots, so the form is the sum of squares over pivots.
            sum += a[k, n] * a[k, n] / a[k, k];
        }

        return sum;
    }
}
