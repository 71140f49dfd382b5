using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>What tides, the pole and slow changes add to the gravity field: a small field whose coefficients are functions of time.</summary>
/// <remarks>
/// The coefficients are Chebyshev polynomials over blocks of three hours, made at first use from their causes at ten instants: a pure function of
/// the block, so threads may share it and order does not matter. Within 1e-7 of the tide, 1e-16 m/s^2 (tested). Holds 7 kB a block, at most
/// <see cref="MostBlocks"/> of them.
/// </remarks>
public sealed class ChangingGravity : IForce
{
    private const double BlockSeconds = 10_800;
    private const int Terms = 10;

    /// <summary>Almost three years; who visits more starts anew.</summary>
    internal const int MostBlocks = 1 << 13;

    private static readonly ConditionalWeakTable<IEarthOrientation, ConcurrentDictionary<(GravityField, GravityChanges), ChangingGravity>> s_shared = [];

    private readonly IEarthOrientation _earth;
    private readonly GravityField _field;
    private readonly IGravityChange[] _changes;
    private readonly HarmonicTables _tables;
    private readonly ConcurrentDictionary<long, Block> _blocks = new();
    private volatile Block? _last;

    public ChangingGravity(IEarthOrientation earth, GravityField field, GravityChanges what)
    {
        ArgumentNullException.ThrowIfNull(earth);
        ArgumentNullException.ThrowIfNull(field);
        (_earth, _field, What) = (earth, field, what);
        List<IGravityChange> changes = [];
        if (what.HasFlag(GravityChanges.Rates))
        {
            changes.Add(new FieldRates(field));
        }

        if (what.HasFlag(GravityChanges.SolidTides))
        {
            changes.Add(new SolidTides(field));
        }

        if ((what & (GravityChanges.PoleTide | GravityChanges.OceanPoleTide)) != 0)
        {
            changes.Add(new PoleTides(earth, what.HasFlag(GravityChanges.PoleTide), what.HasFlag(GravityChanges.OceanPoleTide)));
        }

        if (what.HasFlag(GravityChanges.OceanTides))
        {
            changes.Add(OceanTides.Instance);
        }

        _changes = [.. changes];
        _tables = HarmonicTables.To(Math.Max(2, changes.Count == 0 ? 2 : changes.Max(c => c.Degree)));
    }

    public GravityChanges What { get; }

    public ForceNeeds Needs => ForceNeeds.EarthRotation;

    /// <summary>Degree of the changes.</summary>
    public int Degree => _tables.Degree;

    internal HarmonicTables Tables => _tables;

    /// <summary>The one instance for an Earth and a field, so that many satellites compute the tides once.</summary>
    public static ChangingGravity Shared(IEarthOrientation earth, GravityField field, GravityChanges what) =>
        s_shared.GetOrCreateValue(earth).GetOrAdd((field, what), static (key, e) => new ChangingGravity(e, key.Item1, key.Item2), earth);

    [SkipLocalsInit]
    public Vector3d Acceleration(in ForceContext context)
    {
        Span<double> coefficients = stackalloc double[2 * _tables.Count];      // degree 12 at most
        FillCoefficients(context.SecondsSinceJ2000, coefficients);
        Vector3d itrf = HarmonicSums.Acceleration(
            _tables, DegreeAt(context.Position.Norm), coefficients, _field.GravitationalParameter, _field.Radius, context.GcrfToItrf * context.Position);
        return context.GcrfToItrf.Transpose() * itrf;
    }

    /// <summary>Higher degrees of the ocean's tides, 3e-10 and falling, are below 1e-12 m/s^2 there (tested), some tenths of a millimetre a day.</summary>
    private int DegreeAt(double distance) => Math.Min(_tables.Degree, distance > 6 * _field.Radius ? 4 : distance > 3.9 * _field.Radius ? 6 : GravityField.GreatestDegree);

    /// <summary>Left out: 1e-15 1/s^2, against 1e-8 of the point mass.</summary>
    public Matrix3d Gradient(in ForceContext context) => default;

    /// <summary>The changes at an instant (TT seconds since J2000.0), as <see cref="HarmonicTables.Pack"/> orders coefficients, from the polynomials.</summary>
    internal void FillCoefficients(double secondsSinceJ2000, Span<double> coefficients)
    {
        long number = (long)Math.Floor(secondsSinceJ2000 / BlockSeconds);
        Block? block = _last;
        if (block is null || block.Number != number)
        {
            _last = block = Find(number);
        }

        // The ten products stand written out, so that the polynomials' values stay in registers; the last four coefficients overlap those before.
        double x = (2 * ((secondsSinceJ2000 / BlockSeconds) - number)) - 1, twice = 2 * x;
        double x2 = (twice * x) - 1, x3 = (twice * x2) - x, x4 = (twice * x3) - x2, x5 = (twice * x4) - x3, x6 = (twice * x5) - x4, x7 = (twice * x6) - x5, x8 = (twice * x7) - x6;
        Vector256<double> t1 = Vector256.Create(x), t2 = Vector256.Create(x2), t3 = Vector256.Create(x3), t4 = Vector256.Create(x4), t5 = Vector256.Create(x5);
        Vector256<double> t6 = Vector256.Create(x6), t7 = Vector256.Create(x7), t8 = Vector256.Create(x8), t9 = Vector256.Create((twice * x8) - x7);
        int count = 2 * _tables.Count;
        ArgumentOutOfRangeException.ThrowIfLessThan(coefficients.Length, count);
        ref double c = ref MemoryMarshal.GetArrayDataReference(block.Polynomials);
        ref double sum = ref MemoryMarshal.GetReference(coefficients);
        for (int i = 0; i < count; i += 4)
        {
            nuint at = (nuint)Math.Min(i, count - 4);
            Vector256<double> even = Four(ref c, at) + (Four(ref c, at + (2 * (nuint)count)) * t2) + (Four(ref c, at + (4 * (nuint)count)) * t4)
                + (Four(ref c, at + (6 * (nuint)count)) * t6) + (Four(ref c, at + (8 * (nuint)count)) * t8);
            Vector256<double> odd = (Four(ref c, at + (nuint)count) * t1) + (Four(ref c, at + (3 * (nuint)count)) * t3) + (Four(ref c, at + (5 * (nuint)count)) * t5)
                + (Four(ref c, at + (7 * (nuint)count)) * t7) + (Four(ref c, at + (9 * (nuint)count)) * t9);
            (even + odd).StoreUnsafe(ref sum, at);
        }
    }

    /// <summary>The changes at an epoch from their causes: what the polynomials approximate.</summary>
    internal void FillExactly(Epoch epoch, Span<double> coefficients)
    {
        EarthRotation earth = _earth.At(epoch);
        coefficients.Clear();
        foreach (IGravityChange change in _changes)
        {
            change.Add(epoch, earth, _tables, coefficients);
        }
    }

    private Block Find(long number)
    {
        if (!_blocks.TryGetValue(number, out Block? block))
        {
            if (_blocks.Count >= MostBlocks)
            {
                _blocks.Clear();
            }

            // Two threads may both make it: the same bits, so either may stay.
            _blocks[number] = block = Make(number);
        }

        return block;
    }

    private Block Make(long number)
    {
        int count = 2 * _tables.Count;
        double[] polynomials = new double[Terms * count], values = new double[count];
        for (int node = 0; node < Terms; node++)
        {
            double angle = Math.PI * (node + 0.5) / Terms;
            double seconds = (number + 0.5 + (0.5 * Math.Cos(angle))) * BlockSeconds;
            FillExactly(Epoch.FromJ2000(Duration.FromSeconds(seconds)), values);
            for (int k = 0; k < Terms; k++)
            {
                double weight = (k == 0 ? 1.0 : 2.0) / Terms * Math.Cos(k * angle);
                for (int i = 0; i < count; i++)
                {
                    polynomials[(k * count) + i] += weight * values[i];
                }
            }
        }

        return new Block(number, polynomials);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Four(ref double first, nuint at) => Vector256.LoadUnsafe(ref first, at);

    private sealed record Block(long Number, double[] Polynomials);
}
