using System.Runtime.CompilerServices;
using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Formats;

/// <summary>Epochs of RINEX 2: the satellites are listed at the start, their lines do not name them.</summary>
/// <remarks>Where lines are missing or too many, which satellite a line belongs to is not known: such an epoch is left out as a whole.</remarks>
internal sealed class OldEpochs(ObservationInput input) : IEpochReader
{
    private const int SatellitesPerLine = 12, FieldsPerLine = 5;

    /// <summary><c>default</c>: a name that cannot be read, whose lines are there all the same.</summary>
    private readonly SatelliteId[] _satellites = new SatelliteId[1000];

    public bool TryRead(ObservationEpoch epoch)
    {
        bool strayTold = false;
        while (!input.Bag.Full && input.Lines.TryRead(out ReadOnlySpan<byte> line))
        {
            int number = input.Lines.LineNumber;
            if (!EpochLine.IsEpoch(line, old: true))
            {
                if (ObservationInput.IsHeader(line))
                {
                    if (!input.TryHeader(line))
                    {
                        return false;
                    }

                    continue;
                }

                if (!strayTold && !FixedField.IsBlank(line))
                {
                    input.Bag.Error("CN3419", number, 1, "the line belongs to no epoch", "mend or remove it; all up to the next epoch is passed over");
                    strayTold = true;
                }

                continue;
            }

            if (!EpochLine.TryRead(line, old: true, input.Header.TimeScale, out EpochLine head, out int column, out string problem))
            {
                input.Lose("CN3410", number, column, problem, "mend the line; the epoch is left out");
                strayTold = true;
            }
            else if (head.Flag is >= 2 and <= 5)
            {
                input.ReadEvent(head, number);
            }
            else if (head.Flag == 6 || !input.Accept(head.Time, number))
            {
                strayTold = true;
            }
            else
            {
                epoch.Begin(head.Time, input.Header.Layout, (EpochMark)head.Flag, head.ClockOffset, number);
                if (TryReadSatellites(line, head.Count) && TryReadRows(epoch, head.Count) && IsFollowed())
                {
                    if (epoch.Count > 0 || head.Count == 0)
                    {
                        input.Epochs++;
                        return true;
                    }

                    input.Lose("CN3420", number, 1, "no satellite of the epoch could be read", "the epoch is left out");
                    continue;
                }

                input.Revoke();
                input.Lose("CN3414", number, 30, $"{head.Count} satellites are promised, but the lines that follow are not theirs", "mend the list, or the lines; the epoch is left out");
                strayTold = true;
            }
        }

        return false;
    }

    private bool TryReadSatellites(ReadOnlySpan<byte> line, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (i > 0 && i % SatellitesPerLine == 0)
            {
                if (!input.Lines.TryRead(out line))
                {
                    return false;
                }

                if (!FixedField.IsBlank(FixedField.Columns(line, 0, EpochLine.OldSatellites)))
                {
                    input.Lines.Unread();
                    return false;
                }
            }

            int column = EpochLine.OldSatellites + (3 * (i % SatellitesPerLine));
            ReadOnlySpan<byte> name = FixedField.Columns(line, column, 3);
            if (!SystemLetters.TrySatellite(name, input.Header.BlankSystem, out _satellites[i]))
            {
                input.Bag.Error("CN3412", input.Lines.LineNumber, column + 1, $"'{FixedField.Text(name)}' is not a satellite such as G05 or R23", "mend it; its lines are left out");
            }
            else if (!input.Accept(_satellites[i], input.Lines.LineNumber, column + 1))
            {
                _satellites[i] = default;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryReadRows(ObservationEpoch epoch, int count)
    {
        for (int i = 0; i < count; i++)
        {
            SatelliteId satellite = _satellites[i];
            bool used = satellite != default;
            SystemColumns columns = input.Header.ColumnsOf(used ? SystemLetters.IndexOf(satellite.System) : SystemLetters.IndexOf(input.Header.BlankSystem))!;
            ObservationRow row = default;
            if (used)
            {
                epoch.Add(satellite, out Span<double> values, out Span<LossOfLock> lossOfLock, out Span<byte> strengths);
                row = new ObservationRow(satellite, values, lossOfLock, strengths);
            }

            for (int first = 0; first < columns.Count; first += FieldsPerLine)
            {
                if (!input.Lines.TryRead(out ReadOnlySpan<byte> line))
                {
                    return false;
                }

                if (EpochLine.IsEpoch(line, old: true) || ObservationInput.IsHeader(line))
                {
                    input.Lines.Unread();
                    return false;
                }

                if (used)
                {
                    row.Read(line, 0, columns, first, FieldsPerLine, input);
                }
            }
        }

        return true;
    }

    /// <summary>An epoch, another header or the end of the file has to come next.</summary>
    private bool IsFollowed()
    {
        while (input.Lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (!FixedField.IsBlank(line))
            {
                input.Lines.Unread();
                return EpochLine.IsEpoch(line, old: true) || ObservationInput.IsHeader(line);
            }
        }

        return true;
    }
}
