namespace Constellation.Simulation;

/// <summary>Where a stage of the chain takes its data from: the simulation, or files of one kind.</summary>
/// <param name="Kind">What the files hold.</param>
/// <param name="Files">Paths to open; none for the simulation. Several are merged.</param>
public sealed record DataSource(DataSourceKind Kind, IReadOnlyList<string> Files)
{
    public static DataSource Simulated { get; } = new(DataSourceKind.Simulated, []);

    /// <summary>The paths as the scenario gives them: relative ones start from its folder.</summary>
    public IReadOnlyList<string> Given { get; init; } = Files;

    public bool IsSimulated => Kind == DataSourceKind.Simulated;

    /// <summary>As a scenario writes it: <c>simulated</c>, <c>sp3:FILE</c>, <c>nav:FILE,FILE</c>.</summary>
    public override string ToString() => IsSimulated ? "simulated" : $"{Kind.ToString().ToLowerInvariant()}:{string.Join(',', Files)}";
}
