using System.CommandLine;
using System.CommandLine.Parsing;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary><c>design repeat N/D</c>: the axis of a ground track that closes, checked by integration.</summary>
internal static class DesignRepeat
{
    private const string Header = "revolutions,days,a_m,e,i_deg,nodal_period_s,node_rate_deg_per_day,perigee_rate_deg_per_day,track_spacing_deg,closure_degree2_m,closure_full_m";

    private const string Notes =
        """
        a_m is a mean axis: mean motion with the secular rates of J2. A day is a turn of the Earth under the orbit's plane, 4 min short of a solar day.
        track_spacing_deg is the distance of neighbouring equator crossings. closure_*_m: how far east of its first crossing of the equator
        an integrated orbit crosses after N revolutions, under J2 and C22 alone, and under EGM2008 8x8 with Sun and Moon: that is what station keeping has to
        undo, or a slightly other axis.
        """;

    public static Command Create()
    {
        Argument<(int Revolutions, int Days)?> repeat = new("repeat")
        {
            Description = "Revolutions / days, such as 2/1 (GPS), 17/8 (GLONASS), 17/10 (Galileo), 13/7 (BeiDou-3)",
            HelpName = "N/D",
            CustomParser = r => Parse(r),
        };
        Option<double> inclination = DesignOptions.Inclination(), eccentricity = DesignOptions.Eccentricity();
        Option<double> perigee = Options.Number("--perigee", "Argument of perigee", 0, -360, 360, "DEG");
        Option<Epoch?> epoch = Options.Epoch("--epoch", "Epoch of the check by integration (default 2025-01-01T00:00:00GPST)");
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("repeat", "Semi-major axis of an orbit whose ground track repeats after N revolutions in D days") { repeat, inclination, eccentricity, perigee, epoch, format, output };
        command.SetAction(parsed =>
        {
            (int n, int d) = parsed.GetValue(repeat)!.Value;
            double e = parsed.GetValue(eccentricity), iDeg = parsed.GetValue(inclination);
            double a = DesignOptions.AxisOf(null, (n, d), e, iDeg);
            MeanElements elements = new(a, e, double.DegreesToRadians(iDeg), 0, double.DegreesToRadians(parsed.GetValue(perigee)), 0);
            SecularRates rates = SecularRates.Of(elements);
            Epoch start = parsed.GetValue(epoch) ?? Epoch.Parse("2025-01-01T00:00:00GPST");
            ForceModel oblate = new(EarthOrientation.BuiltIn, new PointMass(), new EarthGravity(2)), full = ForceModel.Standard(EarthOrientation.BuiltIn);
            const double Day = 86400;
            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From(Header, integer: ["revolutions", "days"]), writer =>
                writer.Integer(n).Integer(d).Real(a).Real(e).Real(iDeg).Real(RepeatTrack.NodalPeriod(elements).TotalSeconds)
                    .Real(double.RadiansToDegrees(rates.RightAscension) * Day).Real(double.RadiansToDegrees(rates.ArgumentOfPerigee) * Day).Real(360.0 / n)
                    .Real(RepeatTrack.Closure(elements, n, start, oblate) * PhysicalConstants.EarthRadius)
                    .Real(RepeatTrack.Closure(elements, n, start, full) * PhysicalConstants.EarthRadius).EndRow());
            return ExitCode.Done;
        });
        return command.WithNotes(Notes).WithExamples("constellation design repeat 13/7 --inclination 55", "constellation design repeat 1/1 --inclination 55 --eccentricity 0.1 --perigee 270");
    }

    private static (int Revolutions, int Days)? Parse(ArgumentResult r)
    {
        string text = r.Tokens.Count > 0 ? r.Tokens[^1].Value : "";
        string[] parts = text.Split('/');
        if (parts.Length == 2 && int.TryParse(parts[0], out int n) && int.TryParse(parts[1], out int d) && n is > 0 and <= 500 && d is > 0 and <= 40)
        {
            return (n, d);
        }

        r.AddError($"'{text}' is not a repeat; write revolutions/days such as 13/7, up to 500/40");
        return null;
    }
}
