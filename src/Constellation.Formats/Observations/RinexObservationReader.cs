using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Formats;

/// <summary>Reads observation files of RINEX 2, 3 and 4, plain or compact (CRINEX 1 and 3), gzip or not, epoch by epoch. [RINEX-2.11] [RINEX-3.05] [RINEX-4] [Hatanaka08]</summary>
/// <remarks>
/// Memory does not grow with the file. What is wrong is told as it is met, and the rest goes on; epochs and values that are lost are counted.
/// Events of the file act on what follows: new codes make a new <see cref="ObservationEpoch.Layout"/>; a new site, another antenna or the start of
/// motion make a new <see cref="Receiver"/>. Repaired cycle slips (flag 6) are passed over, since the observations have been repaired.
/// A value of 0.000 is a missing one. Codes of RINEX 2 are told in those of RINEX 3 (docs/decisions/0640-rinex-2-codes.md).
/// </remarks>
public sealed class RinexObservationReader : IObservationSource
{
    private readonly Stream _stream;
    private readonly ReadingRules _rules;
    private readonly DiagnosticBag _bag;
    private readonly ObservationInput _input;
    private readonly IEpochReader _epochs;
    private int _told;
    private bool _ended;
    private ObservationEpoch? _ahead;
    private ReceiverDescription? _aheadReceiver;

    private RinexObservationReader(Stream stream, string fileName, ReadingRules rules)
    {
        (_stream, _rules, _bag) = (stream, rules, new DiagnosticBag(fileName));
        LineReader lines = new(stream, _bag);
        ObservationHeaderLines header = new(_bag);
        if (!header.TryRead(lines))
        {
            throw new InputException(_bag.Remaining<string>(null).Diagnostics);
        }

        Header = header.ToHeader();
        Receiver = Header.Receiver;
        _input = new ObservationInput(lines, header, _bag);
        _epochs = header.CompactVersion > 0 ? new CompactEpochs(_input) : header.Old ? new OldEpochs(_input) : new PlainEpochs(_input);
        Tell();
    }

    /// <summary>Of the start of the file.</summary>
    public ObservationHeader Header { get; }

    public ReceiverDescription Receiver { get; private set; }

    /// <summary>Epochs given so far.</summary>
    public int Epochs => _input.Epochs - (_aheadReceiver is null ? 0 : 1);

    /// <summary>Epochs that were there but could not be read, or stood out of order.</summary>
    public int EpochsLost => _input.EpochsLost;

    /// <summary>Lines of a compact file that were passed over after a break: of how many epochs is not known.</summary>
    public int LinesPassed => _input.LinesPassed;

    /// <summary>Events met so far.</summary>
    public int Events => _input.Events;

    /// <summary>Single values that could not be read, of epochs that could.</summary>
    public int ValuesLost => _input.ValuesLost;

    /// <exception cref="InputException">The file cannot be opened, is not an observation file, its header cannot be used, or the rules are strict and something is wrong.</exception>
    public static RinexObservationReader Open(string path, ReadingRules rules) => Open(TextSource.Open(path), rules, path);

    /// <param name="stream">Plain or gzip; taken over.</param>
    /// <param name="fileName">For the diagnostics.</param>
    /// <param name="rules">What is done with them.</param>
    /// <exception cref="InputException">As for a file.</exception>
    public static RinexObservationReader Open(Stream stream, string fileName, ReadingRules rules) => Open(TextSource.Decompress(stream), rules, fileName);

    private static RinexObservationReader Open(Stream stream, ReadingRules rules, string fileName)
    {
        try
        {
            return new RinexObservationReader(stream, fileName, rules);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <exception cref="InputException">The rules are strict and something is wrong.</exception>
    public bool TryRead(ObservationEpoch epoch)
    {
        bool read = TakeAhead(epoch) || (!_ended && _epochs.TryRead(epoch));
        Receiver = _input.Header.Receiver;
        if (read && _input.Jumped)
        {
            LookAhead(epoch);
        }

        if (!read && !_ended)
        {
            _ended = true;
            string passed = _input.LinesPassed > 0 ? $", {_input.LinesPassed} lines after a break were passed over" : "";
            if (_input.EpochsLost + _input.ValuesLost + _input.LinesPassed > 0)
            {
                _bag.Warning("CN3421", 0, 0, $"{_input.Epochs} epochs were read; {_input.EpochsLost} epochs and {_input.ValuesLost} single values could not be{passed}", "the reasons are told above");
            }

            _ = _bag.Remaining<string>(null);
        }

        Tell();
        return read;
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>After a long step the next epoch tells whether it was a gap or a damaged time: without it all epochs up to that time would be out of order.</summary>
    private void LookAhead(ObservationEpoch epoch)
    {
        _ahead ??= new ObservationEpoch();
        if (!_epochs.TryRead(_ahead))
        {
            return;
        }

        if (_ahead.Time < epoch.Time)
        {
            _input.Withdraw("CN3426", epoch.Line, 3, $"the epoch lies {(epoch.Time - _ahead.Time).TotalSeconds:0.#######} s after the one that follows, which continues those before", "mend its time; the epoch is left out");
            epoch.CopyFrom(_ahead);
            Receiver = _input.Header.Receiver;
            return;
        }

        _aheadReceiver = _input.Header.Receiver;
    }

    private bool TakeAhead(ObservationEpoch epoch)
    {
        if (_aheadReceiver is null)
        {
            return false;
        }

        epoch.CopyFrom(_ahead!);
        _aheadReceiver = null;
        return true;
    }

    private void Tell()
    {
        while (_told < _bag.Diagnostics.Count)
        {
            _rules.Tell(_bag.Diagnostics[_told++]);
        }
    }
}
