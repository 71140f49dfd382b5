namespace Constellation.Simulation;

/// <summary>The kinds of files that can stand in for a simulated stage.</summary>
public enum DataSourceKind
{
    Simulated,
    Sp3,
    Clk,
    Nav,
}
