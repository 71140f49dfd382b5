using System.Globalization;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>The two lines of one set: checks them and takes their columns apart. The first problem of a set is told, and the set is left out.</summary>
internal readonly ref struct TleSetParser(ElementSetBag sets, TleReadOptions options, ReadOnlySpan<byte> first, int firstLine, ReadOnlySpan<byte> second, int secondLine)
{
    private const int Columns = 69;

    private readonly ReadOnlySpan<byte> _first = first, _second = second;

    public MeanElementSet? Parse(string name)
    {
        if (!LongEnough(_first, firstLine) || !LongEnough(_second, secondLine) || !TryVerification(out VerificationMinutes? verification) ||
            !ChecksumHolds(_first, firstLine, verification is not null) || !ChecksumHolds(_second, secondLine, verification is not null) || !TryNumber(out int number) || !TryEpoch(out Epoch epoch))
        {
            return null;
        }

        if (!Real(_first, firstLine, 33, 10, "the rate of the mean motion", out double dot) || !Exponential(44, "the second derivative of the mean motion", out double dotDot) ||
            !Exponential(53, "B*", out double bStar) || !Whole(_first, firstLine, 62, 1, "the ephemeris type", out int type) || !Whole(_first, firstLine, 64, 4, "the number of the element set", out int setNumber) ||
            !Angle(8, 180, "the inclination", out double inclination) || !Angle(17, 360, "the right ascension of the node", out double node) || !Eccentricity(out double eccentricity) ||
            !Angle(34, 360, "the argument of perigee", out double perigee) || !Angle(43, 360, "the mean anomaly", out double anomaly) ||
            !Real(_second, secondLine, 52, 11, "the mean motion", out double motion) || !Whole(_second, secondLine, 63, 5, "the revolution number", out int revolution))
        {
            return null;
        }

        MeanElementSet set = new()
        {
            Name = name,
            CatalogueNumber = number,
            Designator = Designator.FromTle(FixedField.Text(_first.Slice(9, 8))),
            Classification = _first[7] is (byte)' ' ? 'U' : (char)_first[7],
            Epoch = epoch,
            MeanMotionRevPerDay = motion,
            Eccentricity = eccentricity,
            InclinationDeg = inclination,
            RightAscensionDeg = node,
            ArgumentOfPerigeeDeg = perigee,
            MeanAnomalyDeg = anomaly,
            BStar = bStar,
            MeanMotionDot = dot,
            MeanMotionDotDot = dotDot,
            EphemerisType = type,
            ElementSetNumber = setNumber,
            RevolutionNumber = revolution,
            Verification = verification,
            Where = sets.At(firstLine),
        };
        return ElementSetRules.Fault(set) is { } fault ? Refuse("CN3205", secondLine, fault.Field == "mean motion" ? 53 : 1, fault.Problem, fault.Remedy, "with implausible values") : set;
    }

    private MeanElementSet? Refuse(string code, int line, int column, string problem, string remedy, string reason)
    {
        sets.LeaveOut(code, line, column, problem, remedy, reason);
        return null;
    }

    private bool LongEnough(ReadOnlySpan<byte> line, int number)
    {
        // A line without its last column has all elements: that its checksum is missing is told later.
        if (line.Length >= Columns - 1)
        {
            return true;
        }

        sets.LeaveOut("CN3206", number, line.Length + 1, $"the line ends after {line.Length} of {Columns} columns", "fetch the set again: the line is cut", "with a cut line");
        return false;
    }

    /// <summary>Sum of all digits, a minus sign counting one, modulo ten.</summary>
    private bool ChecksumHolds(ReadOnlySpan<byte> line, int number, bool verification)
    {
        int sum = 0;
        foreach (byte c in line[..(Columns - 1)])
        {
            sum += c is >= (byte)'0' and <= (byte)'9' ? c - '0' : c == '-' ? 1 : 0;
        }

        char expected = (char)('0' + (sum % 10)), found = line.Length < Columns ? ' ' : (char)line[Columns - 1];
        if (found == expected)
        {
            return true;
        }

        string problem = found == ' ' ? $"the checksum is missing, it would be {expected}" : $"the checksum is '{found}', the line adds up to {expected}";
        if (verification || options.UseWrongChecksums)
        {
            sets.Warn("CN3202", number, Columns, problem, "the set is used all the same");
            return true;
        }

        sets.LeaveOut("CN3202", number, Columns, problem, "fetch the set again: a character of the line is wrong", "with a wrong checksum");
        return false;
    }

    private bool TryNumber(out int number)
    {
        if (!CatalogueNumber.TryParse(_first.Slice(2, 5), out number))
        {
            return Unreadable(_first, firstLine, 2, 5, "the catalogue number");
        }

        if (!CatalogueNumber.TryParse(_second.Slice(2, 5), out int other))
        {
            return Unreadable(_second, secondLine, 2, 5, "the catalogue number");
        }

        if (number == other)
        {
            return true;
        }

        sets.LeaveOut("CN3207", secondLine, 3, $"line 2 is of object {other}, line 1 of object {number}", "put the lines of one object together", "of two objects");
        return false;
    }

    /// <summary>Two digits of the year, day of the year with a fraction: exact, a unit of the eighth decimal is 864 us.</summary>
    private bool TryEpoch(out Epoch epoch)
    {
        epoch = default;
        ReadOnlySpan<byte> day = FixedField.Columns(_first, 20, 12);
        if (!FixedField.TryInteger(_first.Slice(18, 2), out int year) || year < 0 || day[3] != '.' || !FixedField.TryInteger(day[..3], out int whole) ||
            !FixedField.TryInteger(day[4..].TrimEnd((byte)' '), out int fraction) || day[4] is (byte)'-' or (byte)'+' or (byte)' ')
        {
            return Unreadable(_first, firstLine, 18, 14, "the epoch");
        }

        for (int i = day[4..].TrimEnd((byte)' ').Length; i < 8; i++)
        {
            fraction *= 10;
        }

        year = Designator.FullYear(year);
        int days = DateTime.IsLeapYear(year) ? 366 : 365;
        if (year < 1972 || whole < 1 || whole > days)
        {
            string problem = year < 1972 ? $"the epoch is of {year}: UTC is known here from 1972 on" : $"{year} has no day {whole}";
            sets.LeaveOut("CN3205", firstLine, year < 1972 ? 19 : 21, problem, "check the epoch", "with implausible values");
            return false;
        }

        epoch = Epoch.FromDayOfYear(year, whole, Duration.FromSeconds(0, 864_000_000_000_000) * fraction, TimeScale.Utc);
        return true;
    }

    private bool TryVerification(out VerificationMinutes? minutes)
    {
        minutes = null;
        ReadOnlySpan<byte> rest = _second.Length > Columns ? _second[Columns..] : default;
        WordReader words = new(rest, 0);
        ReadOnlySpan<byte> a = words.Next(), b = words.Next(), c = words.Next(), more = words.Next();
        if (more.Length == 0 && FixedField.TryDouble(a, out double start) && FixedField.TryDouble(b, out double stop) && FixedField.TryDouble(c, out double step))
        {
            minutes = new VerificationMinutes(start, stop, step);
        }
        else if (rest.Length > 0 || _first.Length > Columns)
        {
            sets.Warn("CN3206", rest.Length > 0 ? secondLine : firstLine, Columns + 1, $"the line goes on after its {Columns} columns", "the rest is not read");
        }

        return true;
    }

    private bool Eccentricity(out double value)
    {
        ReadOnlySpan<byte> field = FixedField.Columns(_second, 26, 7);
        value = 0;
        if (field.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0 || !FixedField.TryInteger(field, out int digits))
        {
            return Unreadable(_second, secondLine, 26, 7, "the eccentricity");
        }

        value = digits / 1e7;
        return true;
    }

    private bool Angle(int start, double largest, string what, out double value)
    {
        if (!Real(_second, secondLine, start, 8, what, out value))
        {
            return false;
        }

        if (value >= 0 && value <= largest)
        {
            return true;
        }

        sets.LeaveOut("CN3205", secondLine, start + 1, $"{what} is {value} degrees", $"it lies between 0 and {largest}", "with implausible values");
        return false;
    }

    private bool Real(ReadOnlySpan<byte> line, int number, int start, int length, string what, out double value) =>
        FixedField.TryDouble(FixedField.Columns(line, start, length), out value) || Unreadable(line, number, start, length, what);

    private bool Whole(ReadOnlySpan<byte> line, int number, int start, int length, string what, out int value)
    {
        ReadOnlySpan<byte> field = FixedField.Columns(line, start, length);
        value = 0;
        return FixedField.IsBlank(field) || FixedField.TryInteger(field, out value) || Unreadable(line, number, start, length, what);
    }

    /// <summary>Five digits behind an assumed decimal point and a power of ten: <c>-11606-4</c> is -0.11606e-4.</summary>
    private bool Exponential(int start, string what, out double value)
    {
        ReadOnlySpan<byte> field = FixedField.Columns(_first, start, 8);
        value = 0;
        ReadOnlySpan<byte> digits = field[1..6], sign = field[..1], power = field[6..];
        if (FixedField.IsBlank(field))
        {
            return true;
        }

        if (!(sign[0] is (byte)' ' or (byte)'+' or (byte)'-' && FixedField.TryInteger(digits, out int mantissa) && mantissa >= 0 && power[0] is (byte)'+' or (byte)'-' or (byte)' ' && power[1] is >= (byte)'0' and <= (byte)'9'))
        {
            return Unreadable(_first, firstLine, start, 8, what);
        }

        int exponent = (power[0] == '-' ? -1 : 1) * (power[1] - '0');
        value = double.Parse(string.Create(CultureInfo.InvariantCulture, $"{(sign[0] == '-' ? "-" : "")}{mantissa}e{exponent - 5}"), CultureInfo.InvariantCulture);
        return true;
    }

    private bool Unreadable(ReadOnlySpan<byte> line, int number, int start, int length, string what)
    {
        string text = FixedField.Text(FixedField.Columns(line, start, length));
        sets.LeaveOut("CN3204", number, start + 1, text.Length == 0 ? $"{what} is missing" : $"'{text}' is not {what}", $"write it in columns {start + 1} to {start + length}", "with letters or blanks for numbers");
        return false;
    }
}
