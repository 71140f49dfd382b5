using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Positioning;

namespace Constellation.Cli;

/// <summary>True and broadcast satellites for positions that are really solved: with the errors of a run's messages, or with clock errors that are drawn.</summary>
internal static class SampledErrors
{
    /// <summary>e-folding time of drawn errors, s: the hours between uploads.</summary>
    private const double Correlation = 7200.0;

    /// <summary>[epoch][satellite in view of the source].</summary>
    /// <param name="source">Satellites, velocities, and the errors of a run.</param>
    /// <param name="sigma">Deviation of drawn errors by satellite, m, where the source has none of its own.</param>
    /// <param name="seed">Of the draws.</param>
    public static SatelliteEpochState[][] States(SceneSource source, IReadOnlyList<double> sigma, ulong seed)
    {
        double[][]? drawn = source.Errors is null ? Drawn(source, sigma, seed) : null;
        SatelliteEpochState[][] states = new SatelliteEpochState[source.Epochs.Count][];
        for (int k = 0; k < states.Length; k++)
        {
            SatelliteSnapshot there = source.Snapshots[k];
            states[k] = new SatelliteEpochState[there.Count];
            for (int i = 0; i < there.Count; i++)
            {
                (int s, Position<Itrf> position) = there[i];
                SpaceError error = source.Errors is { } own ? own[k][s] : new(Vector3d.Zero, drawn![s][k]);
                Vector3d velocity = source.Velocities[k][i];
                states[k][i] = new(source.Satellites[s], position, velocity, 0.0, position + error.Orbit, velocity, error.Clock / PhysicalConstants.SpeedOfLight, error.IsKnown, 0.0);
            }
        }

        return states;
    }

    /// <summary>First-order Gauss-Markov by satellite: draw k belongs to epoch k.</summary>
    private static double[][] Drawn(SceneSource source, IReadOnlyList<double> sigma, ulong seed)
    {
        double[][] drawn = new double[source.Satellites.Count][];
        for (int s = 0; s < drawn.Length; s++)
        {
            RandomDraws draws = new(seed, 0, EntityId.User(s), NoisePurpose.SampledSpaceError);
            drawn[s] = new double[source.Epochs.Count];
            for (int k = 0; k < drawn[s].Length; k++)
            {
                double phi = k == 0 ? 0.0 : Math.Exp(-(source.Epochs[k] - source.Epochs[k - 1]).TotalSeconds / Correlation);
                drawn[s][k] = (k == 0 ? 0.0 : phi * drawn[s][k - 1]) + (sigma[s] * Math.Sqrt(1.0 - (phi * phi)) * draws.NormalAt((ulong)k));
            }
        }

        return drawn;
    }
}
