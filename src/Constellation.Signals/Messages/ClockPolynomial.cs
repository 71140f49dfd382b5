using Constellation.Clocks;
using Constellation.Time;

namespace Constellation.Signals;

/// <summary>A broadcast clock: offset a0 (s) + a1 dt + a2 dt^2 from <paramref name="Reference"/> (toc).</summary>
public readonly record struct ClockPolynomial(Epoch Reference, double A0, double A1, double A2)
{
    public ClockState At(Epoch epoch)
    {
        double dt = (epoch - Reference).TotalSeconds;
        return new(A0 + (dt * (A1 + (dt * A2))), A1 + (2 * dt * A2));
    }
}
