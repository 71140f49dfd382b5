using System.Globalization;
using Constellation.Orbits;

namespace Constellation.Cli;

/// <summary>Why a satellite may fit or predict worse than others: what is known of it, not a diagnosis.</summary>
internal static class OrbitFitReasons
{
    /// <summary>No force that is left out moves a satellite so far within an arc, m.</summary>
    private const double Impossible = 5.0;

    /// <summary>Between the arc's last position and the one after it a predicted orbit goes wrong by millimetres; what exceeds this, m, is the file's.</summary>
    private const double LeastStep = 0.1;

    public static string Of(OrbitFitOutcome outcome)
    {
        if (outcome.Fit is not { } fit)
        {
            return outcome.Failure ?? "";
        }

        List<string> reasons = [];
        if (fit.Arc.Note is { } note)
        {
            reasons.Add(note);
        }

        if (fit.Fitted.Total > Impossible)
        {
            reasons.Add("no orbit goes through half of it: manoeuvres without a mark, or the file is wrong");
        }

        ArcResidual next = fit.Residuals.FirstOrDefault(r => r.Role == ArcResidualRole.Predicted);
        if (next.Role == ArcResidualRole.Predicted && next.Rac.Norm > Math.Max(LeastStep, 5 * fit.Fitted.Total))
        {
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"the given orbit steps by {next.Rac.Norm:0.00} m where the arc ends"));
        }

        double beta = double.RadiansToDegrees(fit.Beta);
        if (fit.Eclipsing)
        {
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"eclipse season, Sun {beta:0.0} deg over the orbit"));
        }

        if (fit.Class == OrbitClass.Geo)
        {
            reasons.Add("geostationary: seen from one side only, station kept");
        }

        if (fit.Fit.Rejected > 0)
        {
            reasons.Add($"{fit.Fit.Rejected} positions rejected");
        }

        if (!fit.Fit.Converged)
        {
            reasons.Add("not converged");
        }

        return reasons.Count > 0 ? string.Join("; ", reasons) : string.Create(CultureInfo.InvariantCulture, $"Sun {beta:0} deg over the orbit");
    }
}
