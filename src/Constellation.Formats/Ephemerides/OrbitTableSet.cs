using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Tables of orbits, whatever file they came from: what <c>convert</c> writes in another form.</summary>
public sealed record OrbitTableSet
{
    public required IReadOnlyList<EphemerisBlock> Blocks { get; init; }

    /// <summary>Scale in which the file writes its epochs.</summary>
    public required TimeScale Scale { get; init; }

    /// <summary>Name of the Earth-fixed frame as the file writes it; empty where it does not.</summary>
    public string FrameName { get; init; } = "";

    /// <summary>The file itself where it was SP3.</summary>
    public Sp3File? Sp3 { get; init; }

    /// <summary>The messages themselves where they were OEM.</summary>
    public OemFile? Oem { get; init; }

    public bool HasClocks => Blocks.Any(b => b.Clocks is not null);

    public static OrbitTableSet Of(Sp3File file)
    {
        List<EphemerisBlock> blocks = [];
        foreach (Sp3Satellite satellite in file.Satellites)
        {
            BlockCutter cutter = new(satellite.Id, ReferenceFrame.Itrf);
            for (int i = 0; i < file.Epochs.Length; i++)
            {
                if (double.IsNaN(satellite.Positions[i].X))
                {
                    cutter.Cut();
                    continue;
                }

                if (satellite.Marks[i].HasFlag(Sp3Marks.Maneuver) || (cutter.Last is { } last && file.Epochs[i] - last > file.Interval))
                {
                    cutter.Cut();
                }

                Vector3d velocity = satellite.Velocities is { } v ? v[i] : new Vector3d(double.NaN, double.NaN, double.NaN);
                cutter.Add(file.Epochs[i], satellite.Positions[i], velocity, satellite.Clocks[i]);
            }

            blocks.AddRange(cutter.Finish());
        }

        return new OrbitTableSet { Blocks = blocks, Scale = file.TimeScale, FrameName = file.CoordinateSystem.Trim(), Sp3 = file };
    }

    public static OrbitTableSet Of(OemFile file, IReadOnlyDictionary<string, SatelliteId> names, Action<Diagnostic> tell) => new()
    {
        Blocks = file.Blocks(names, tell),
        Scale = file.Segments[0].TimeScale,
        FrameName = file.Segments.FirstOrDefault(s => s.Frame == ReferenceFrame.Itrf)?.FrameName ?? "",
        Oem = file,
    };

    /// <summary>With velocities everywhere: where the table has none, the derivative of its positions; blocks too short for it are left out.</summary>
    /// <param name="tell">Told what is left out (CN3141).</param>
    /// <param name="note">Told how many were derived (CN3140).</param>
    public OrbitTableSet WithVelocities(Action<Diagnostic> tell, Action<Diagnostic> note)
    {
        List<EphemerisBlock> blocks = [];
        int derived = 0;
        foreach (EphemerisBlock block in Blocks)
        {
            if (block.Velocities is not null)
            {
                blocks.Add(block);
            }
            else if (Derived(block) is { } velocities)
            {
                blocks.Add(block with { Velocities = velocities });
                derived++;
            }
            else
            {
                tell(Diagnostic.Warning(
                    "CN3141", new SourceSpan(block.Satellite.ToString()), $"{block.Epochs.Length} positions from {block.Epochs[0].ToString(TimeScale.Gpst)} on have no velocities and are too few, or too unequal in time, to derive them", "they are left out"));
            }
        }

        if (derived > 0)
        {
            note(Diagnostic.Warning("CN3140", new SourceSpan("velocities"), $"{derived} of {Blocks.Count} tables have none", "the derivatives of the interpolated positions are written"));
        }

        return this with { Blocks = blocks };
    }

    /// <summary>On other axes by the built-in Earth orientation.</summary>
    /// <param name="frame">The axes.</param>
    /// <param name="tell">Told what is left out.</param>
    /// <param name="note">Told of the turn (CN3142).</param>
    public OrbitTableSet In(ReferenceFrame frame, Action<Diagnostic> tell, Action<Diagnostic> note)
    {
        if (Blocks.All(b => b.Frame == frame))
        {
            return this;
        }

        OrbitTableSet all = Blocks.All(b => b.Frame == frame || b.Velocities is not null) ? this : WithVelocities(tell, note);
        note(Diagnostic.Warning("CN3142", new SourceSpan("frames"), $"{string.Join(" and ", all.Blocks.Select(b => b.Frame).Where(f => f != frame).Distinct().Select(OdmFrame.NameOf))} states are turned to {OdmFrame.NameOf(frame)}", "by the built-in Earth orientation"));
        return all with { Blocks = [.. all.Blocks.Select(b => Turned(b, frame))], Sp3 = null, Oem = null };
    }

    private static EphemerisBlock Turned(EphemerisBlock block, ReferenceFrame frame)
    {
        if (block.Frame == frame)
        {
            return block;
        }

        (Vector3d[] positions, Vector3d[] velocities) = (new Vector3d[block.Epochs.Length], new Vector3d[block.Epochs.Length]);
        for (int i = 0; i < positions.Length; i++)
        {
            StateVector state = FrameTurns.To(frame, new StateVector(block.Epochs[i], block.Frame, block.Positions[i], block.Velocities![i]));
            (positions[i], velocities[i]) = (state.Position, state.Velocity);
        }

        return block with { Frame = frame, Positions = positions, Velocities = velocities };
    }

    private static Vector3d[]? Derived(EphemerisBlock block)
    {
        Epoch[] epochs = block.Epochs;
        if (block.Frame != ReferenceFrame.Itrf || epochs.Length < 2)
        {
            return null;
        }

        Duration step = epochs[1] - epochs[0];
        for (int i = 2; i < epochs.Length; i++)
        {
            if (epochs[i] - epochs[i - 1] != step)
            {
                return null;
            }
        }

        if (!TabulatedOrbit.CanInterpolate(block.Positions))
        {
            return null;
        }

        TabulatedOrbit orbit = new(epochs[0], step, block.Positions);
        return Array.ConvertAll(epochs, e => Rounded(orbit.At(e).Velocity));
    }

    /// <summary>To a nanometre per second: the polynomial is no better, and files stay short.</summary>
    private static Vector3d Rounded(Vector3d v) => new(Math.Round(v.X, 9), Math.Round(v.Y, 9), Math.Round(v.Z, 9));
}
