using System.Buffers.Binary;
using Constellation.Geodesy;

namespace Constellation.Tests.Geodesy;

/// <summary>Reads a piece of a binary JPL ephemeris (asc2eph layout of DE430, little endian), for comparison only.</summary>
internal sealed class JplEphemeris
{
    /// <summary>Places of the bodies in the table of pointers, from one.</summary>
    public const int EarthMoonBarycentre = 3, Moon = 10, Sun = 11;

    private const int RecordBytes = 1018 * 8, PointersAt = 2696, MassRatioAt = 2688;
    private readonly byte[] _bytes;

    public JplEphemeris(string path)
    {
        _bytes = File.ReadAllBytes(path);
        int last = (_bytes.Length / RecordBytes) - 1;
        (FirstJulianDate, LastJulianDate) = (Double(2 * RecordBytes), Double((last * RecordBytes) + 8));
    }

    public double FirstJulianDate { get; }

    public double LastJulianDate { get; }

    /// <summary>m, ICRF axes, at a Julian date TDB.</summary>
    public Vector3d Geocentric(int body, double julianDate)
    {
        Vector3d moon = Sum(Moon, julianDate);
        return body == Moon ? moon : Sum(body, julianDate) - (Sum(EarthMoonBarycentre, julianDate) - (moon / (1 + Double(MassRatioAt))));
    }

    private Vector3d Sum(int body, double julianDate)
    {
        int at = PointersAt + (12 * (body - 1));
        int offset = Int(at), terms = Int(at + 4), parts = Int(at + 8);
        int record = 2 * RecordBytes;
        while (julianDate > Double(record + 8))
        {
            record += RecordBytes;
        }

        double first = Double(record), span = (Double(record + 8) - first) / parts;
        int part = Math.Min((int)((julianDate - first) / span), parts - 1);
        double x = (2 * (julianDate - first - (part * span)) / span) - 1;
        Span<double> axes = stackalloc double[3];
        for (int axis = 0; axis < 3; axis++)
        {
            // As defined: T_k = cos(k arccos x).
            for (int k = 0; k < terms; k++)
            {
                axes[axis] += 1000 * Double(record + (8 * (offset - 1 + (((part * 3) + axis) * terms) + k))) * Math.Cos(k * Math.Acos(x));
            }
        }

        return new(axes[0], axes[1], axes[2]);
    }

    private double Double(int at) => BinaryPrimitives.ReadDoubleLittleEndian(_bytes.AsSpan(at));

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at));
}
