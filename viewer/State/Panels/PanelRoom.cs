namespace Constellation.Viewer;

/// <summary>Room for a column of panels, px.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Clear">Lower edge where what is written on the picture stays free.</param>
/// <param name="Lowest">Lower edge at need.</param>
internal sealed record PanelRoom(double Left, double Top, double Width, double Clear, double Lowest)
{
    public double Right => Left + Width;

    /// <summary>As high as it is clear, or as high as may be.</summary>
    public ScreenBox Box(bool whole) => new(Left, Top, Width, Math.Max(1, (whole ? Math.Max(Clear, Lowest) : Clear) - Top));

    /// <summary>Ends above a thing that lies over panels.</summary>
    public PanelRoom Above(double edge) => this with { Clear = Math.Min(Clear, edge), Lowest = Math.Min(Lowest, edge) };
}
