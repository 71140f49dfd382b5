using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Formats;

/// <summary>Where the numbers of one satellite go.</summary>
internal readonly ref struct ObservationRow(SatelliteId satellite, Span<double> values, Span<LossOfLock> lossOfLock, Span<byte> strengths)
{
    private readonly Span<double> _values = values;
    private readonly Span<LossOfLock> _lossOfLock = lossOfLock;
    private readonly Span<byte> _strengths = strengths;

    /// <summary>Reads the fields of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">Column of its first field, from 0.</param>
    /// <param name="columns">The columns of the system.</param>
    /// <param name="first">Which of them stands first in the line.</param>
    /// <param name="most">Most fields of a line.</param>
    /// <param name="input">Told what cannot be read.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(ReadOnlySpan<byte> line, int start, SystemColumns columns, int first, int most, ObservationInput input)
    {
        int count = Math.Min(columns.Count - first, most), whole = Math.Min(count, Math.Max(0, line.Length - start) / ObservationField.Width);
        ref byte at = ref Unsafe.Add(ref MemoryMarshal.GetReference(line), start);
        ReadOnlySpan<int> targets = columns.Targets.AsSpan(first, count);
        ReadOnlySpan<double> divisors = columns.Divisors.AsSpan(first, count);
        for (int i = 0; i < whole; i++, at = ref Unsafe.Add(ref at, ObservationField.Width))
        {
            int target = targets[i];
            if (target < 0 || ObservationField.IsBlank(ref at))
            {
                continue;
            }

            if (!ObservationField.TryNumber(ref at, out long thousandths))
            {
                ReadOther(line.Slice(start + (ObservationField.Width * i), ObservationField.Width), start + (ObservationField.Width * i), target, divisors[i], input);
                continue;
            }

            Set(target, thousandths, divisors[i]);
            SetFlags(target, Unsafe.Add(ref at, 14), Unsafe.Add(ref at, 15), input, start + (ObservationField.Width * i));
        }

        int rest = start + (ObservationField.Width * whole);
        if (whole < count && rest < line.Length && targets[whole] >= 0 && !FixedField.IsBlank(line[rest..]))
        {
            ReadLast(line[rest..], rest, targets[whole], divisors[whole], input);
        }
    }

    /// <summary>What the file writes as 0.000 is a missing value, as the format says.</summary>
    public void Set(int target, long thousandths, double divisor) => _values[target] = thousandths == 0 ? double.NaN : thousandths / divisor;

    public void SetFlags(int target, byte lossOfLock, byte strength, ObservationInput input, int column)
    {
        uint lost = lossOfLock - (uint)'0', strong = strength - (uint)'0';
        if ((lost > 7 && lossOfLock != ' ') || (strong > 9 && strength != ' '))
        {
            bool first = lost > 7 && lossOfLock != ' ';
            input.Bag.Error("CN3416", input.Lines.LineNumber, column + (first ? 15 : 16), $"'{(char)(first ? lossOfLock : strength)}' is not {(first ? "a loss-of-lock digit, 0 to 7" : "a signal strength digit, 0 to 9")} ({satellite})", "mend it; it is taken as blank");
        }

        _lossOfLock[target] = lost > 7 ? LossOfLock.None : (LossOfLock)lost;
        _strengths[target] = strong > 9 ? (byte)0 : (byte)strong;
    }

    /// <summary>The last field of a line often lacks its blank flags.</summary>
    private void ReadLast(ReadOnlySpan<byte> text, int column, int target, double divisor, ObservationInput input)
    {
        Span<byte> field = stackalloc byte[ObservationField.Width];
        field.Fill((byte)' ');
        text.CopyTo(field);
        if (text.Length < ObservationField.NumberWidth)
        {
            input.ValuesLost++;
            input.Bag.Error("CN3417", input.Lines.LineNumber, column + text.Length + 1, $"the line of {satellite} ends inside a number, '{FixedField.Text(text)}'", "the line is cut: fetch the file again; the value is left out");
        }
        else if (ObservationField.TryNumber(ref MemoryMarshal.GetReference(field), out long thousandths))
        {
            Set(target, thousandths, divisor);
            SetFlags(target, field[14], field[15], input, column);
        }
        else
        {
            ReadOther(field, column, target, divisor, input);
        }
    }

    /// <summary>A blank number with flags, a number in another layout, or none.</summary>
    private void ReadOther(ReadOnlySpan<byte> field, int column, int target, double divisor, ObservationInput input)
    {
        ReadOnlySpan<byte> number = field[..ObservationField.NumberWidth];
        if (!FixedField.IsBlank(number))
        {
            if (!FixedField.TryDouble(number, out double value) || Math.Abs(value) >= 1e13)
            {
                input.ValuesLost++;
                input.Bag.Error("CN3415", input.Lines.LineNumber, column + number.IndexOfAnyExcept((byte)' ') + 1, $"'{FixedField.Text(number)}' is not a number ({satellite})", "mend it; the value is left out");
                return;
            }

            _values[target] = value == 0 ? double.NaN : value / (divisor / 1000);
        }

        SetFlags(target, field[14], field[15], input, column);
    }
}
