using System.Buffers.Binary;
using System.IO.Compression;

namespace Constellation.Signals;

/// <summary>The grid behind GPT2w and GPT3, <c>atmosphere/gpt.bin</c>; <c>make_gpt.py</c> there made it and tells the layout.</summary>
internal static class GptGrid
{
    private const int Nodes = 2592, Columns = 72, Around = 72, Header = 8, Quantities = 14;
    private const double GasConstant = 8.3143, Gravity = 9.80665, MolarMass = 28.965e-3;
    private const int Undulation = 20, Height = 21;

    /// <summary>First column, and unit, of the quantities that change with the season.</summary>
    private static readonly (int Column, double Unit)[] s_series =
    [
        (0, 1.0), (5, 0.1), (10, 1e-5), (15, 1e-4), (22, 1e-8), (27, 1e-8), (32, 1e-4), (37, 0.1), (42, 1e-7), (47, 1e-7), (52, 1e-7), (57, 1e-7), (62, 1e-7), (67, 1e-7),
    ];

    /// <summary>Node by node: all columns of a node stand together.</summary>
    private static readonly Lazy<float[]> s_nodes = new(Read);

    /// <param name="latitude">rad.</param>
    /// <param name="longitude">rad.</param>
    /// <param name="height">Ellipsoidal, m.</param>
    /// <param name="phase2">Phase of the year for GPT2w's own coefficients, cycles from 1 January 2000 12 h; NaN for means.</param>
    /// <param name="phase3">Phase of the year for all others, day of the year (1.0 at the first midnight) over 365.25; NaN for means.</param>
    public static GptClimate At(double latitude, double longitude, double height, double phase2, double phase3)
    {
        Span<double> year2 = stackalloc double[5], year3 = stackalloc double[5];
        Harmonics(phase2, year2);
        Harmonics(phase3, year3);

        double pole = 90.0 - double.RadiansToDegrees(latitude), east = double.RadiansToDegrees(longitude);
        east -= 360.0 * Math.Floor(east / 360.0);
        double row = (pole - 2.5) / 5.0, column = (east - 2.5) / 5.0;

        // Within 2.5 degrees of a pole the nearest node counts, as in the routines of TU Wien.
        if (!(row > 0.0 && row < 35.0))
        {
            int nearest = (Math.Clamp((int)Math.Floor(pole / 5.0), 0, 35) * Around) + Math.Min((int)(east / 5.0), Around - 1);
            return Node(nearest, height, year2, year3).Climate();
        }

        int i = (int)row, j = (int)Math.Floor(column), next = (j + 1) % Around;
        double p = row - i, q = column - j;
        j = (j + Around) % Around;
        GptNode sum = default;
        sum.Add((1 - p) * (1 - q), Node((i * Around) + j, height, year2, year3));
        sum.Add((1 - p) * q, Node((i * Around) + next, height, year2, year3));
        sum.Add(p * (1 - q), Node(((i + 1) * Around) + j, height, year2, year3));
        sum.Add(p * q, Node(((i + 1) * Around) + next, height, year2, year3));
        return sum.Climate();
    }

    /// <summary>Values of a node carried to the height of the place.</summary>
    private static GptNode Node(int node, double height, ReadOnlySpan<double> year2, ReadOnlySpan<double> year3)
    {
        ReadOnlySpan<float> columns = s_nodes.Value.AsSpan(node * Columns, Columns);
        Span<double> value = stackalloc double[Quantities];
        for (int k = 0; k < Quantities; k++)
        {
            (int first, double unit) = s_series[k];
            ReadOnlySpan<double> year = k < 12 ? year3 : year2;
            double sum = 0.0;
            for (int h = 0; h < 5; h++)
            {
                sum += columns[first + h] * year[h];
            }

            value[k] = sum * unit;
        }

        double undulation = 0.01 * columns[Undulation], above = height - undulation - (0.01 * columns[Height]);
        (double pressure, double temperature, double humidity, double decrease) = (value[0], value[1], value[2], value[6]);
        double scale = Gravity * MolarMass / (GasConstant * temperature * (1.0 + (0.6077 * humidity)));
        double ratio = Math.Exp(-scale * above);
        double vapour = humidity * pressure / (0.622 + (0.378 * humidity)) / 100.0 * Math.Pow(ratio, decrease + 1.0);
        return new()
        {
            Pressure = pressure * ratio / 100.0,
            Temperature = temperature + (value[3] * above),
            LapseRate = value[3],
            Vapour = vapour,
            Undulation = undulation,
            HydrostaticA3 = value[4],
            WetA3 = value[5],
            Decrease = decrease,
            MeanTemperature = value[7],
            NorthHydrostatic = value[8],
            EastHydrostatic = value[9],
            NorthWet = value[10],
            EastWet = value[11],
            HydrostaticA = value[12],
            WetA = value[13],
        };
    }

    private static void Harmonics(double phase, Span<double> year)
    {
        year[0] = 1.0;
        if (!double.IsNaN(phase))
        {
            (year[2], year[1]) = Math.SinCos(2.0 * Math.PI * phase);
            (year[4], year[3]) = Math.SinCos(4.0 * Math.PI * phase);
        }
        else
        {
            year[1..].Clear();
        }
    }

    private static float[] Read()
    {
        using Stream file = AtmosphereResource.Open("gpt.bin");
        file.Seek(Header, SeekOrigin.Begin);
        using ZLibStream unpacked = new(file, CompressionMode.Decompress);
        byte[] bytes = new byte[4 * Nodes * Columns];
        unpacked.ReadExactly(bytes);
        float[] nodes = new float[Nodes * Columns];
        for (int c = 0; c < Columns; c++)
        {
            int value = 0;
            for (int n = 0; n < Nodes; n++)
            {
                value += BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4 * ((c * Nodes) + n)));
                nodes[(n * Columns) + c] = value;                            // at most six digits: exact in single precision
            }
        }

        return nodes;
    }
}
