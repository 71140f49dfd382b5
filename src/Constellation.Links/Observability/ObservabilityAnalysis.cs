using Constellation.Core;
using Constellation.Geodesy;

namespace Constellation.Links;

/// <summary>Which directions of the unknowns the measurements of an arc do not tell: eigenvalues of the scaled normal matrix, and analytic directions projected on what is not seen.</summary>
/// <remarks>
/// The matrix is scaled to a unit diagonal; eigenvalues below 1e-13 of the greatest are rounding. The sigma of a direction is that of its amplitude
/// beside all other unknowns: 1 / sqrt(x' N x) of the direction alone would call a turn seen that other unknowns can imitate.
/// </remarks>
public static class ObservabilityAnalysis
{
    /// <summary>Of the greatest eigenvalue.</summary>
    private const double Rounding = 1e-13;

    /// <summary>A direction counts as unseen or weak from this share of it on.</summary>
    private const double Mostly = 0.9;

    private const int GeometryEpochs = 60;

    /// <param name="system">Who ranges.</param>
    /// <param name="satellites">Orbits, forces and what is known without measurements.</param>
    /// <param name="frames">All rounds: only who ranges with whom and when counts.</param>
    /// <param name="earth">Earth orientation.</param>
    /// <param name="candidates">Stations that could be added.</param>
    /// <exception cref="InputException">Nothing is measured (CN4610).</exception>
    public static ObservabilityReport Of(
        LinkSystem system, IReadOnlyList<BatchSatellite> satellites, IReadOnlyList<LinkFrame> frames, IEarthOrientation earth, IReadOnlyList<CandidateStation> candidates)
    {
        if (frames.All(f => f.Links.Count + f.Ranges.Count == 0))
        {
            throw BatchProblem.NothingMeasured();
        }

        ObservabilityPoint point = new(system, satellites, frames, earth);
        double[] apriori = point.Apriori();
        ScaledSpectrum spectrum = ScaledSpectrum.Of(point.Normal, apriori, Rounding);
        DirectionSigma sigmas = new(point.Normal, apriori);
        DirectionStates states = new(point.Point, GeometryEpochs);
        List<ObservableDirection> directions = [];
        List<double[]> named = [];
        foreach ((string name, double[] direction, string constraint) in AnalyticDirections.Of(point))
        {
            double[] scaled = spectrum.Scale(direction);
            double unseen = spectrum.NullShare(scaled);
            double ratio = sigmas.OverApriori(direction);

            // A direction may lie in the null space of free unknowns and yet be known through calibrated delays: then it is seen.
            ObservabilityState state = unseen > Mostly && ratio > 1 ? ObservabilityState.Unseen : ratio > 1 ? ObservabilityState.Weak : ObservabilityState.Seen;
            if (unseen > Mostly)
            {
                named.Add(spectrum.OnNullSpace(scaled));
            }

            string remedy = state == ObservabilityState.Seen ? "" : Remedy(point, direction, apriori, states, candidates, constraint);
            directions.Add(new(name, state, unseen, state == ObservabilityState.Unseen ? double.PositiveInfinity : ratio, remedy) { BySatellite = BySatellite(point, direction, apriori) });
        }

        int dimension = AddUnnamed(point, spectrum, apriori, named, directions);
        return new ObservabilityReport
        {
            Eigenvalues = spectrum.Eigenvalues,
            Rounding = spectrum.Limit,
            NamedDimension = dimension,
            Directions = [.. directions.OrderBy(d => d.State)],
            Satellites = [.. system.Satellites.Select(s => s.Id)],
        };
    }

    /// <summary>What is left of the null space beside the named directions, each called by the unknown that is greatest in it. Returns how many dimensions had names.</summary>
    private static int AddUnnamed(ObservabilityPoint point, ScaledSpectrum spectrum, double[] apriori, List<double[]> named, List<ObservableDirection> directions)
    {
        List<double[]> basis = [];
        foreach (double[] vector in named)
        {
            ScaledSpectrum.TryExtend(basis, vector, 0.1);
        }

        int dimension = basis.Count;
        foreach (double[] vector in spectrum.NullVectors())
        {
            if (ScaledSpectrum.TryExtend(basis, vector, 0.3))
            {
                double[] direction = spectrum.Unscale(basis[^1]);
                directions.Add(new(NameOf(point, direction, apriori), ObservabilityState.Unseen, 1, double.PositiveInfinity, "measurements of it, a longer arc, or leaving it out of the estimate")
                {
                    BySatellite = BySatellite(point, direction, apriori),
                });
            }
        }

        return dimension;
    }

    /// <summary>The best stations, at most two, that would know the direction better than it is known without measurements; else the constraint.</summary>
    private static string Remedy(ObservabilityPoint point, double[] direction, double[] apriori, DirectionStates states, IReadOnlyList<CandidateStation> candidates, string constraint)
    {
        double known = 1 / direction.Zip(apriori, (d, s) => d * d / (s * s)).Sum();
        string[] stations =
        [
            .. candidates.Select(c => (c.Label, Gain: CandidateGain.Of(point, c, direction, states) * known))
                .Where(c => c.Gain > 1).OrderByDescending(c => c.Gain).Take(2).Select(c => c.Label),
        ];
        return string.Join("; or ", [.. stations, constraint]);
    }

    /// <summary>Length of each satellite's part, in what is known without measurements, over that of the greatest.</summary>
    private static double[] BySatellite(ObservabilityPoint point, double[] direction, double[] apriori)
    {
        BatchLayout layout = point.Point.Layout;
        double[] shares = new double[point.Point.Trajectories.Length];
        for (int i = 0; i < shares.Length; i++)
        {
            IEnumerable<int> places = Enumerable.Range(layout.Orbit(i), layout.OrbitSize(i));
            places = places.Concat(new[] { layout.DelaySum(i), layout.DelayDifference(i), point.ClockOffset(i), point.ClockRate(i) }.Where(p => p >= 0));
            shares[i] = Math.Sqrt(places.Sum(p => direction[p] * direction[p] / (apriori[p] * apriori[p])));
        }

        double greatest = shares.Max();
        return greatest > 0 ? [.. shares.Select(s => s / greatest)] : shares;
    }

    private static string NameOf(ObservabilityPoint point, double[] direction, double[] apriori)
    {
        int greatest = Enumerable.Range(0, direction.Length).MaxBy(k => Math.Abs(direction[k]) / apriori[k]);
        BatchLayout layout = point.Point.Layout;
        for (int n = 0; n < point.Point.System.NodeCount; n++)
        {
            string node = AnalyticDirections.NameOf(point.Point.System, n);
            if (n < point.Point.Trajectories.Length && greatest >= layout.Orbit(n) && greatest < layout.Orbit(n) + layout.OrbitSize(n))
            {
                int k = greatest - layout.Orbit(n);
                return k < 6 ? $"orbit of {node}" : $"{point.Point.Trajectories[n].Parameters[k - 6].Name} of {node}";
            }

            if (greatest == layout.DelaySum(n))
            {
                return $"delay sum of {node}";
            }

            if (greatest == layout.DelayDifference(n))
            {
                return $"delay difference of {node}";
            }

            if (greatest == point.ClockOffset(n) || greatest == point.ClockRate(n))
            {
                return $"clock of {node}";
            }
        }

        return "a zenith delay";
    }
}
