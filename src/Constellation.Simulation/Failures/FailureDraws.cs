using Constellation.Core;

namespace Constellation.Simulation;

/// <summary>Random times of one piece of equipment in one replicate: draw n hangs on its address and n alone.</summary>
/// <param name="settings">Seed, and whether replicates come in mirrored pairs.</param>
/// <param name="replicate">Number of the replicate.</param>
/// <param name="entity">Whose equipment.</param>
/// <param name="purpose">Which.</param>
internal readonly struct FailureDraws(FailureSettings settings, int replicate, EntityId entity, NoisePurpose purpose)
{
    /// <summary>Draws that one satellite of a slot may need; the next begins beyond.</summary>
    public const ulong PerGeneration = 1 << 20;

    private readonly RandomDraws _draws = new(settings.Seed, (uint)(settings.Antithetic ? replicate / 2 : replicate), entity, purpose);
    private readonly bool _mirrored = settings.Antithetic && replicate % 2 == 1;

    /// <summary>Uniform in (0, 1).</summary>
    public double Uniform(ulong n) => _mirrored ? 1 - _draws.UniformAt(n) : _draws.UniformAt(n);

    /// <summary>Exponential with this mean.</summary>
    public double Exponential(double mean, ulong n) => -mean * Math.Log(Uniform(n));
}
