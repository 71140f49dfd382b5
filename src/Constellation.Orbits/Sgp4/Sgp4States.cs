using Constellation.Geodesy;

namespace Constellation.Orbits;

/// <summary>States of many satellites at many epochs in TEME: one row of epochs after another, one array per component.</summary>
public sealed class Sgp4States
{
    /// <exception cref="ArgumentOutOfRangeException">More states than an array can hold.</exception>
    public Sgp4States(int satellites, int epochs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(satellites);
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        if ((long)satellites * epochs > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(nameof(epochs), epochs, $"{satellites} satellites at that many epochs are more than {Array.MaxLength} states: ask in parts");
        }

        (Satellites, Epochs) = (satellites, epochs);
        int count = satellites * epochs;
        (X, Y, Z) = (new double[count], new double[count], new double[count]);
        (Vx, Vy, Vz) = (new double[count], new double[count], new double[count]);
        Status = new Sgp4Status[count];
    }

    public int Satellites { get; }

    public int Epochs { get; }

    /// <summary>Metres.</summary>
    public double[] X { get; }

    public double[] Y { get; }

    public double[] Z { get; }

    /// <summary>Metres per second.</summary>
    public double[] Vx { get; }

    public double[] Vy { get; }

    public double[] Vz { get; }

    /// <summary>Whether the state is one.</summary>
    public Sgp4Status[] Status { get; }

    public Vector3d Position(int satellite, int epoch) => new(X[Index(satellite, epoch)], Y[Index(satellite, epoch)], Z[Index(satellite, epoch)]);

    public Vector3d Velocity(int satellite, int epoch) => new(Vx[Index(satellite, epoch)], Vy[Index(satellite, epoch)], Vz[Index(satellite, epoch)]);

    /// <summary>Where a state stands in the arrays.</summary>
    public int Index(int satellite, int epoch) => (satellite * Epochs) + epoch;

    internal Sgp4Spans Spans(int start, int count) => new(
        X.AsSpan(start, count), Y.AsSpan(start, count), Z.AsSpan(start, count), Vx.AsSpan(start, count), Vy.AsSpan(start, count), Vz.AsSpan(start, count), Status.AsSpan(start, count));
}
