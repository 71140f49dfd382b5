namespace Constellation.Orbits;

/// <summary>Where the kernel puts states: metres and metres per second in TEME, one row each.</summary>
internal readonly ref struct Sgp4Spans(Span<double> x, Span<double> y, Span<double> z, Span<double> vx, Span<double> vy, Span<double> vz, Span<Sgp4Status> status)
{
    public Span<double> X { get; } = x;

    public Span<double> Y { get; } = y;

    public Span<double> Z { get; } = z;

    public Span<double> Vx { get; } = vx;

    public Span<double> Vy { get; } = vy;

    public Span<double> Vz { get; } = vz;

    public Span<Sgp4Status> Status { get; } = status;

    public void CopyTo(Sgp4Spans to, int first, int count)
    {
        X[..count].CopyTo(to.X[first..]);
        Y[..count].CopyTo(to.Y[first..]);
        Z[..count].CopyTo(to.Z[first..]);
        Vx[..count].CopyTo(to.Vx[first..]);
        Vy[..count].CopyTo(to.Vy[first..]);
        Vz[..count].CopyTo(to.Vz[first..]);
        Status[..count].CopyTo(to.Status[first..]);
    }
}
