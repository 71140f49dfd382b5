using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>A position that an ephemeris has to meet.</summary>
internal readonly record struct FitSample(Epoch Epoch, double Elapsed, Vector3d Position, Vector3d Velocity)
{
    /// <summary>Equally spaced positions over a span, both ends included; elapsed seconds count from <paramref name="reference"/>.</summary>
    public static FitSample[] Draw(IOrbit orbit, IEarthOrientation earth, Epoch reference, EpochSpan span, int count)
    {
        double length = (span.Last - span.First).TotalSeconds;
        FitSample[] samples = new FitSample[count];
        for (int i = 0; i < count; i++)
        {
            Epoch epoch = i == count - 1 ? span.Last : span.First + Duration.FromSeconds(Math.Floor(length * i / (count - 1)));
            StateVector state = Itrf(orbit, earth, epoch);
            samples[i] = new FitSample(epoch, (epoch - reference).TotalSeconds, state.Position, state.Velocity);
        }

        return samples;
    }

    public static StateVector Itrf(IOrbit orbit, IEarthOrientation earth, Epoch epoch)
    {
        StateVector state = orbit.At(epoch);
        return state.Frame == ReferenceFrame.Itrf ? state : earth.At(epoch).ToItrf(state);
    }

    public void Subtract(Vector3d model, Span<double> residual)
    {
        residual[0] = model.X - Position.X;
        residual[1] = model.Y - Position.Y;
        residual[2] = model.Z - Position.Z;
    }
}
