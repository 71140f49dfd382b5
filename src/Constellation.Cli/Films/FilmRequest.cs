using Constellation.Time;

namespace Constellation.Cli;

/// <summary>What was asked for of a film.</summary>
/// <param name="Seconds">Its length; null: as its path says.</param>
/// <param name="Rate">Pictures in a second; null: the usual number.</param>
/// <param name="Path">Camera path; null: the standard one.</param>
/// <param name="From">First epoch; null: of the run.</param>
/// <param name="To">Last epoch; null: a day after.</param>
/// <param name="Lesson">A lesson instead of a run; null: none.</param>
/// <param name="Window">Panels of a picture of the window; null: the globe alone.</param>
internal sealed record FilmRequest(double? Seconds, int? Rate, string? Path, Epoch? From, Epoch? To, string? Lesson, string? Window = null)
{
    /// <summary>Names of panels as they are written on the command line.</summary>
    public static string[] PanelsOf(string text) => text == "none" ? [] : text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
