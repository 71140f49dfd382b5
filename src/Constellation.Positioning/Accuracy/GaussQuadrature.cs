namespace Constellation.Positioning;

/// <summary>Nodes and weights of Gauss-Legendre quadrature on 0 to 1.</summary>
internal sealed class GaussQuadrature
{
    public GaussQuadrature(int nodes)
    {
        MathNet.Numerics.Integration.GaussLegendreRule rule = new(0.0, 1.0, nodes);
        (Nodes, Weights) = (rule.Abscissas, rule.Weights);
    }

    public double[] Nodes { get; }

    public double[] Weights { get; }
}
