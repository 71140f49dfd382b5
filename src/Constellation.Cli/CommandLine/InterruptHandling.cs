using System.Runtime.InteropServices;
using Constellation.Formats;

namespace Constellation.Cli;

/// <summary>Ctrl-C and SIGTERM cancel the token, so that a run stops at a clean place; a second signal ends at once.</summary>
/// <remarks>A signal within a second of the first counts as the same: programs that end others send it to the process and again to its group.</remarks>
internal sealed class InterruptHandling : IDisposable
{
    private static int s_status = ExitCode.Interrupted;
    private const long SameSignal = 1000, Never = long.MinValue;

    private long _first = Never;
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

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
        _source.Cancel();
    }
}
