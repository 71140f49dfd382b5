using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Tables of states as the verb <c>orbit</c> writes them: <c>epoch_gpst,sat,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps,clock_s</c>, as CSV, JSON or Parquet.</summary>
public static class OrbitColumns
{
    public const string Header = "epoch_gpst,sat,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps,clock_s";

    /// <summary>Rows of a table that is read: 2 GB of memory.</summary>
    private const int MostRows = 20_000_000;

    private static readonly string[] s_position = ["x_m", "y_m", "z_m"], s_velocity = ["vx_mps", "vy_mps", "vz_mps"];

    /// <summary>Writes every state, epoch by epoch.</summary>
    public static void Write(TableWriter writer, IReadOnlyList<EphemerisBlock> blocks)
    {
        List<(Epoch Epoch, SatelliteId Satellite, int Block, int Row)> rows = [];
        for (int b = 0; b < blocks.Count; b++)
        {
            for (int i = 0; i < blocks[b].Epochs.Length; i++)
            {
                rows.Add((blocks[b].Epochs[i], blocks[b].Satellite, b, i));
            }
        }

        rows.Sort();
        foreach ((Epoch epoch, SatelliteId satellite, int b, int i) in rows)
        {
            EphemerisBlock block = blocks[b];
            Vector3d p = block.Positions[i], v = block.Velocities?[i] ?? new Vector3d(double.NaN, double.NaN, double.NaN);
            writer.Epoch(epoch).Satellite(satellite).Real(p.X).Real(p.Y).Real(p.Z).Real(v.X).Real(v.Y).Real(v.Z).Real(block.Clocks?[i] ?? double.NaN).EndRow();
        }
    }

    /// <summary>Reads CSV, plain or gzip: the columns of positions are needed, those of velocities and clocks are taken where they are.</summary>
    /// <param name="path">The file.</param>
    /// <param name="frame">What its columns do not tell: the axes.</param>
    public static ReadResult<OrbitTableSet> ReadCsv(string path, ReferenceFrame frame)
    {
        using Stream stream = TextSource.Open(path);
        return ReadCsv(stream, path, frame);
    }

    public static ReadResult<OrbitTableSet> ReadCsv(Stream stream, string fileName, ReferenceFrame frame)
    {
        DiagnosticBag bag = new(fileName);
        LineReader lines = new(TextSource.Decompress(stream), bag);
        if (!lines.TryRead(out ReadOnlySpan<byte> header) || OrbitCsvLayout.Of(FixedField.Text(header), bag) is not { } layout)
        {
            if (!bag.HasErrors)
            {
                bag.Error("CN3001", 1, 1, "the file is empty", $"give a table with the columns {Header}");
            }

            return bag.Remaining<OrbitTableSet>(null);
        }

        OrbitRows rows = new(bag);
        while (!bag.Full && rows.Count < MostRows && lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (!FixedField.IsBlank(line) && layout.TryRow(line, lines.LineNumber, bag, out SatelliteId satellite, out Epoch epoch, out Vector3d position, out Vector3d velocity, out double clock))
            {
                rows.Add(satellite, epoch, position, velocity, clock, lines.LineNumber);
            }
        }

        if (rows.Count >= MostRows)
        {
            bag.Error("CN3127", lines.LineNumber, 0, $"more than {MostRows} rows", "the rest is left out: cut the table into parts");
        }

        return bag.Remaining(rows.Finish(frame, layout.Scale));
    }

    /// <summary>Reads Parquet with the same columns.</summary>
    public static ReadResult<OrbitTableSet> ReadParquet(string path, ReferenceFrame frame)
    {
        DiagnosticBag bag = new(path);
        ColumnTable table;
        try
        {
            table = ColumnTable.Read(path);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or InputException))
        {
            // The Parquet library throws whatever it stumbles over.
            bag.Error("CN3143", 0, 0, "is no Parquet table that can be read: " + e.Message.Split('\n')[0], "write it again");
            return bag.Remaining<OrbitTableSet>(null);
        }

        string? epochName = table.Names.FirstOrDefault(n => n.StartsWith("epoch_", StringComparison.Ordinal) && Enum.TryParse(n[6..], ignoreCase: true, out TimeScale _));
        if (epochName is null || !table.Has(new TableColumn(epochName, TableColumnKind.Epoch)) || !table.Has(new TableColumn("sat", TableColumnKind.Text)) || !s_position.All(Real))
        {
            bag.Error("CN3144", 0, 0, "the table lacks the columns of an orbit: epoch_gpst, sat, x_m, y_m, z_m", $"give a table with the columns {Header}");
            return bag.Remaining<OrbitTableSet>(null);
        }

        Epoch[] epochs = table.Epochs(epochName);
        string[] satellites = table.Text("sat");
        double[][] p = [.. s_position.Select(table.Real)], v = [.. s_velocity.Where(Real).Select(table.Real)];
        double[]? clocks = Real("clock_s") ? table.Real("clock_s") : null;
        OrbitRows rows = new(bag);
        for (int i = 0; i < table.Rows && !bag.Full; i++)
        {
            if (!SatelliteId.TryParse(satellites[i], out SatelliteId id))
            {
                bag.Error("CN3014", 0, 0, $"'{satellites[i]}' in row {i + 1} is not a satellite such as G05 or C23", "the row is left out");
                continue;
            }

            Vector3d velocity = v.Length == 3 ? new(v[0][i], v[1][i], v[2][i]) : new(double.NaN, double.NaN, double.NaN);
            rows.Add(id, epochs[i], new Vector3d(p[0][i], p[1][i], p[2][i]), velocity, clocks?[i] ?? double.NaN, i + 1);
        }

        return bag.Remaining(rows.Finish(frame, EpochColumns.ScaleOf(epochName)));

        bool Real(string name) => table.Has(new TableColumn(name, TableColumnKind.Real));
    }
}
