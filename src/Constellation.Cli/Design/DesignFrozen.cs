using System.CommandLine;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Orbits;

namespace Constellation.Cli;

/// <summary><c>design frozen</c>: eccentricity and perigee that stand still.</summary>
internal static class DesignFrozen
{
    private const string Header = "a_m,i_deg,zonal_degree,frozen_e,frozen_argp_deg,critical_i_deg,perigee_rate_free_deg_per_day";

    private const string Notes =
        """
        The averaged zonal potential of EGM2008 up to --degree (3: J2 and J3 alone): the eccentricity at which the perigee, at 90 or 270 degrees, stands
        still. At the critical inclination, 63.43 or 116.57 degrees, J2 turns no perigee whatever the eccentricity: Molniya orbits stand there.
        perigee_rate_free_deg_per_day is what J2 would do to a perigee elsewhere. Sun, Moon and radiation pressure, which rule above 20 000 km, are left out.
        """;

    public static Command Create()
    {
        Option<double?> axis = DesignOptions.Axis();
        axis.Required = true;
        Option<double> inclination = DesignOptions.Inclination();
        Option<double> degree = Options.Number("--degree", "Highest degree of zonals", FrozenOrbit.GreatestDegree, 3, FrozenOrbit.GreatestDegree, "");
        Option<string> format = Options.Format();
        Option<string?> output = Options.Output();
        Command command = new("frozen", "Eccentricity and argument of perigee of a frozen orbit") { axis, inclination, degree, format, output };
        command.SetAction(parsed =>
        {
            double a = parsed.GetValue(axis)!.Value, iDeg = parsed.GetValue(inclination), i = double.DegreesToRadians(iDeg);
            int zonals = (int)parsed.GetValue(degree);
            if (iDeg is < 0.1 or > 179.9)
            {
                throw new InputException(Diagnostic.Error("CN1031", new SourceSpan("--inclination"), "an equatorial orbit has no node to count its perigee from", "choose an inclination from 0.1 to 179.9 degrees"));
            }

            if (FrozenOrbit.Of(a, i, zonals) is not { } frozen)
            {
                throw new InputException(Diagnostic.Error("CN1031", new SourceSpan("--inclination"), $"no frozen orbit with an eccentricity below 0.3 at {iDeg:0.###} degrees and {a / 1000:0} km", "near the critical inclination the eccentricity grows beyond all bounds: choose another"));
            }

            double free = SecularRates.Of(new MeanElements(a, frozen.Eccentricity, i, 0, 0, 0)).ArgumentOfPerigee;
            TableOutput.Write(parsed.GetValue(output), parsed.GetRequiredValue(format), TableColumn.From(Header, integer: ["zonal_degree"]), writer =>
                writer.Real(a).Real(iDeg).Integer(zonals).Real(frozen.Eccentricity).Real(double.RadiansToDegrees(frozen.ArgumentOfPerigee))
                    .Real(double.RadiansToDegrees(FrozenOrbit.CriticalInclination)).Real(double.RadiansToDegrees(free) * 86400).EndRow());
            return ExitCode.Done;
        });
        return command.WithNotes(Notes).WithExamples("constellation design frozen --axis 7153km --inclination 98.5", "constellation design frozen --axis 7714.4km --inclination 66.04 --degree 3");
    }
}
