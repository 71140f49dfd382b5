using System.Globalization;
using Constellation.Time;

namespace Constellation.Geodesy;

/// <summary>Unpacks <c>earth/eop.csv</c>.</summary>
internal static class BuiltInEop
{
    public static EopTable Load()
    {
        int mjd = 0, observedThrough = 0;
        double dx = 0, dy = 0;
        List<EopRow> rows = [];
        foreach (string[] row in EarthTable.Rows("eop.csv"))
        {
            switch (row[0])
            {
                case "first_mjd":
                    mjd = int.Parse(row[1], CultureInfo.InvariantCulture);
                    break;
                case "observed_through_mjd":
                    observedThrough = int.Parse(row[1], CultureInfo.InvariantCulture);
                    break;
                default:
                    (dx, dy) = row.Length > 4 ? (EarthTable.Number(row[3]), EarthTable.Number(row[4])) : (dx, dy);
                    rows.Add(EopRow.FromPublished(
                        mjd++, EarthTable.Number(row[0]) * 1e-6, EarthTable.Number(row[1]) * 1e-6, EarthTable.Number(row[2]) * 1e-7, double.NaN, dx * 1e-6, dy * 1e-6, leapSeconds: LeapSecondTable.BuiltIn));
                    break;
            }
        }

        return new EopTable(rows, "built-in Earth orientation", Epoch.FromMjd(observedThrough, Duration.Zero, TimeScale.Utc));
    }
}
