using System.Globalization;
using System.Numerics;

namespace Constellation.Cli;

/// <summary>Values of a query that are neither real numbers nor integers of 64 bits; epochs as tables of this program have them.</summary>
internal static class QueryText
{
    private static readonly Type[] s_plain =
    [
        typeof(string), typeof(bool), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(Guid), typeof(ulong), typeof(BigInteger),
    ];

    /// <summary>Whether values of a type are single ones: no lists, structures or bytes.</summary>
    public static bool Takes(Type type) => s_plain.Contains(type);

    public static string Of(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.fffffff00", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
