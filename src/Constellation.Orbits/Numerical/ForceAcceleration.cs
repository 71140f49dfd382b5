using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>The acceleration of a force model along one integration; keeps the context of every stage of the step at hand.</summary>
internal sealed class ForceAcceleration(ForceModel forces, ForceEnvironment environment) : IAcceleration
{
    /// <summary>How far inside a break forces are asked, s: more than the grain of their clock, too little to matter.</summary>
    private const double Inside = 2e-6;

    private double _low = double.NegativeInfinity, _high = double.PositiveInfinity;

    public ForceContext[] Contexts { get; } = new ForceContext[Dop853Tableau.AllStages];

    public Vector3d Faint { get; private set; }

    /// <summary>Between which breaks the integration is: at a break itself, forces are asked on the side where the step lies.</summary>
    public void Bound(double low, double high) => (_low, _high) = (low + Inside, high - Inside);

    public Vector3d At(int stage, double t, Vector3d position, Vector3d velocity)
    {
        double inside = t < _low ? _low : t > _high ? _high : t;
        Contexts[stage] = environment.At(inside, position, velocity);
        Vector3d sum = forces.Acceleration(Contexts[stage], out Vector3d faint);
        Faint = faint;
        return sum;
    }
}
