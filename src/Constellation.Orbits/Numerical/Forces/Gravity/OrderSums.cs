namespace Constellation.Orbits;

/// <summary>
/// Sums over the degrees of one order m: (C, S) times A(n, m), the same weighted with k = n + 1 and k^2, times A(n, m+1), that weighted with k, and
/// times A(n, m+2).
/// </summary>
internal record struct OrderSums(
    double C, double S, double Ck, double Sk, double Ckk, double Skk, double C1, double S1, double C1k, double S1k, double C2, double S2);
