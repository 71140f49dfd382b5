using System.Globalization;

namespace Constellation.Cli;

/// <summary>Values of a query that are neither numbers nor truths; epochs as tables of this program have them.</summary>
internal static class QueryText
{
    private static readonly Type[] s_plain =
    [
        typeof(string), typeof(bool), typeof(DateTime), typeof(DateOnly), typeof(TimeOnly), typeof(Guid),
    ];

    /// <summary>Whether values of a type are single ones: no lists, structures or bytes.</summary>
    public static bool Takes(Type type) => s_plain.Contains(type);

    /// <param name="value">One of those types.</param>
    /// <param name="utc">Whether a time is told to be in UTC.</param>
    public static string Of(object value, bool utc) => value switch
    {
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.fffffff00", CultureInfo.InvariantCulture) + (utc ? "Z" : ""),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
