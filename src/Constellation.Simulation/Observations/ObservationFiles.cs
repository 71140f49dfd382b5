namespace Constellation.Simulation;

/// <summary>Which files to write.</summary>
public sealed record ObservationFiles
{
    public const string Navigation = "nav.rnx", Orbits = "orbits.sp3", Clocks = "clocks.clk", Manifest = "manifest.json";

    /// <summary>3.05 or 4.00, for observations and messages.</summary>
    public double RinexVersion { get; init; } = 3.05;

    /// <summary><c>csv</c>, <c>parquet</c>, or null for no ledger.</summary>
    public string? Ledger { get; init; }

    public static string Observations(string marker) => $"{marker}.rnx";

    public static string Truth(string marker) => $"{marker}.truth.csv";

    /// <summary>What belongs to all receivers.</summary>
    public static IReadOnlyList<string> Common { get; } = [Navigation, Orbits, Clocks, Manifest];

    /// <summary>What a receiver may have of its own.</summary>
    public static IReadOnlyList<string> OfReceiver(string marker) => [Observations(marker), Truth(marker), LedgerOf(marker, "csv"), LedgerOf(marker, "parquet")];

    public static string LedgerOf(string marker, string format) => $"{marker}.ledger.{format}";
}
