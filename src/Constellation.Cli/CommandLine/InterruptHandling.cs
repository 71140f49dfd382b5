using System.Runtime.InteropServices;
using Constellation.Formats;

namespace Constellation.Cli;

/// <summary>Ctrl-C and SIGTERM cancel the token, so that a run stops at a clean place; a second signal ends at once.</summary>
/// <remarks>
/// A signal within a second of the first counts as the same: programs that end others send it to the process and again to its group.
/// After SIGTERM the program ends with its status also where nothing looks at the token for some seconds.
/// </remarks>
internal sealed class InterruptHandling : IDisposable
{
    /// <summary>Service managers and batch systems kill what still runs ten seconds and more after SIGTERM.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);

    /// <summary>ms.</summary>
    private const long SameSignal = 1000, Never = long.MinValue;

    private static int s_status = ExitCode.Interrupted;

    private long _first = Never;
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private Timer? _grace;

    public InterruptHandling() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, c => Cancel(c, ExitCode.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, c => Cancel(c, ExitCode.Terminated)),
    ];

    public static int ExitStatus => s_status;

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _grace?.Dispose();
        _source.Dispose();
    }

    private void Cancel(PosixSignalContext context, int status)
    {
        long now = Environment.TickCount64, first = Interlocked.CompareExchange(ref _first, now, Never);
        if (first != Never)
        {
            context.Cancel = now - first < SameSignal;
            if (!context.Cancel)
            {
                AtomicFile.DeleteUnfinished();
            }

            return;
        }

        s_status = status;
        context.Cancel = true;
        if (status == ExitCode.Terminated)
        {
            _grace = new Timer(_ => End(status), null, s_grace, Timeout.InfiniteTimeSpan);
        }

        _source.Cancel();
    }

    private static void End(int status)
    {
        AtomicFile.DeleteUnfinished();
        Environment.Exit(status);
    }
}
