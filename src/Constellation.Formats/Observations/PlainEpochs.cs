using System.Runtime.CompilerServices;
using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Formats;

/// <summary>Epochs of RINEX 3 and 4: every line of observations names its satellite, so that each can be used by itself.</summary>
internal sealed class PlainEpochs(ObservationInput input) : IEpochReader
{
    private const int FirstField = 3;

    public bool TryRead(ObservationEpoch epoch)
    {
        bool strayTold = false;
        while (!input.Bag.Full && input.Lines.TryRead(out ReadOnlySpan<byte> line))
        {
            int number = input.Lines.LineNumber;
            if (!EpochLine.IsEpoch(line, old: false))
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
                    input.Bag.Error("CN3419", number, 1, "the line belongs to no epoch: one begins with '>'", "mend or remove it; all up to the next epoch is passed over");
                    strayTold = true;
                }

                continue;
            }

            if (!EpochLine.TryRead(line, old: false, input.Header.TimeScale, out EpochLine head, out int column, out string problem))
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
                strayTold = true;       // repaired cycle slips and epochs that are left out: their lines follow
            }
            else
            {
                epoch.Begin(head.Time, input.Header.Layout, (EpochMark)head.Flag, head.ClockOffset, number);
                int rows = ReadRows(epoch, head.Count);
                if (rows != head.Count)
                {
                    input.Bag.Error("CN3414", number, 33, $"{head.Count} satellites are promised, {rows} follow", "mend the number or the lines; those that are there are used");
                }

                if (epoch.Count > 0 || head.Count == 0)
                {
                    input.Epochs++;
                    return true;
                }

                input.Lose("CN3420", number, 1, "no satellite of the epoch could be read", "the epoch is left out");
            }
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ReadRows(ObservationEpoch epoch, int promised)
    {
        int rows = 0;
        while (!input.Bag.Full && input.Lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (line is [(byte)'>', ..])
            {
                input.Lines.Unread();
                break;
            }

            if (rows >= promised && FixedField.IsBlank(line))
            {
                continue;
            }

            rows++;
            if (!SystemLetters.TrySatellite(line, input.Header.BlankSystem, out SatelliteId satellite))
            {
                if (ObservationInput.IsHeader(line))
                {
                    input.Lines.Unread();
                    return rows - 1;
                }

                input.Bag.Error("CN3412", input.Lines.LineNumber, 1, $"'{FixedField.Text(FixedField.Columns(line, 0, 3))}' is not a satellite such as G05 or C23", "mend or remove the line; it is left out");
                continue;
            }

            if (input.Accept(satellite, input.Lines.LineNumber, 1))
            {
                SystemColumns columns = input.Header.ColumnsOf(SystemLetters.IndexOf(satellite.System))!;
                epoch.Add(satellite, out Span<double> values, out Span<LossOfLock> lossOfLock, out Span<byte> strengths);
                new ObservationRow(satellite, values, lossOfLock, strengths).Read(line, FirstField, columns, 0, columns.Count, input);
            }
        }

        return rows;
    }
}
