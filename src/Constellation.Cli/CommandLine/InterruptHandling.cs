using System.Runtime.InteropServices;

namespace Constellation.Cli;

/// <summary>Ctrl-C and SIGTERM cancel the token, so that a run stops at a clean place; a second signal ends at once.</summary>
internal sealed class InterruptHandling : IDisposable
{
    private static int s_status = ExitCode.Interrupted;
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
        if (_source.IsCancellationRequested)
        {
            return;
        }

        s_status = status;
        context.Cancel = true;
        _source.Cancel();
    }
}
