using System.Buffers.Binary;

namespace Constellation.Signals;

/// <summary>The tables of NeQuick-G built into this assembly, <c>atmosphere/nequick.bin</c>; <c>make_nequick.py</c> there made them and tells the layout.</summary>
internal static class NeQuickTables
{
    public const int FrequencyTerms = 76, FrequencyOrders = 13, FactorTerms = 49, FactorOrders = 9;

    private const int Side = 39, Header = 8, Coefficients = 2 * ((FrequencyTerms * FrequencyOrders) + (FactorTerms * FactorOrders));
    private static readonly Lazy<byte[]> s_file = new(() => AtmosphereResource.Bytes("nequick.bin"));
    private static readonly Lazy<double[]> s_dip = new(ReadDip);
    private static readonly Lazy<double[]>[] s_months = [.. Enumerable.Range(0, 12).Select(m => new Lazy<double[]>(() => ReadMonth(m)))];

    /// <summary>Modified dip latitude, degrees, by third-order interpolation. [Galileo-Iono] 2.5.4.2.</summary>
    public static double ModifiedDip(double latitudeDeg, double longitudeDeg)
    {
        if (latitudeDeg >= 90.0 || latitudeDeg <= -90.0)
        {
            return latitudeDeg > 0 ? 90.0 : -90.0;
        }

        double column = (longitudeDeg + 180.0) / 10.0;
        column -= 36.0 * Math.Floor(column / 36.0);
        double row = (latitudeDeg + 90.0) / 5.0;
        int i = Math.Clamp((int)row, 0, 35), j = Math.Min((int)column, 35);
        double x = row - i, y = column - j;

        // The grid carries one more row and column around the globe: node (i, j) stands at [i + 1, j + 1].
        ReadOnlySpan<double> dip = s_dip.Value.AsSpan((i * Side) + j);
        return Third(
            Third(dip[0], dip[Side], dip[2 * Side], dip[3 * Side], x),
            Third(dip[1], dip[Side + 1], dip[(2 * Side) + 1], dip[(3 * Side) + 1], x),
            Third(dip[2], dip[Side + 2], dip[(2 * Side) + 2], dip[(3 * Side) + 2], x),
            Third(dip[3], dip[Side + 3], dip[(2 * Side) + 3], dip[(3 * Side) + 3], x),
            y);
    }

    /// <summary>The CCIR coefficients of a month (1 to 12): critical frequency at low and at high activity, transmission factor likewise; orders fastest.</summary>
    public static ReadOnlySpan<double> Month(int month) => s_months[month - 1].Value;

    /// <summary>[Galileo-Iono] 2.5.7.1: between the second and the third of four values, x from 0 to 1.</summary>
    private static double Third(double z1, double z2, double z3, double z4, double x)
    {
        double g1 = z3 + z2, g2 = z3 - z2, g3 = z4 + z1, g4 = (z4 - z1) / 3.0;
        double delta = (2.0 * x) - 1.0;
        return ((9.0 * g1) - g3 + (delta * ((9.0 * g2) - g4 + (delta * (g3 - g1 + (delta * (g4 - g2))))))) / 16.0;
    }

    private static double[] ReadDip()
    {
        double[] dip = new double[Side * Side];
        for (int i = 0; i < dip.Length; i++)
        {
            dip[i] = BinaryPrimitives.ReadInt16LittleEndian(s_file.Value.AsSpan(Header + (2 * i))) / 100.0;
        }

        return dip;
    }

    private static double[] ReadMonth(int month)
    {
        ReadOnlySpan<byte> block = s_file.Value.AsSpan(Header + (2 * Side * Side) + (month * 5 * Coefficients), 5 * Coefficients);
        double[] values = new double[Coefficients];
        for (int i = 0; i < values.Length; i++)
        {
            int power = (sbyte)block[(4 * Coefficients) + i];
            double scale = Math.Pow(10, Math.Abs(power)), mantissa = BinaryPrimitives.ReadInt32LittleEndian(block[(4 * i)..]);
            values[i] = power < 0 ? mantissa / scale : mantissa * scale;
        }

        return values;
    }
}
