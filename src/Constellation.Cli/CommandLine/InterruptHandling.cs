using System.Runtime.InteropServices;

namespace Constellation.Cli;

/// <summary>Ctrl-C and SIGTERM cancel the token, so that a run stops at a clean place; a second signal ends at once.
/// After SIGTERM the program ends with its status also where nothing looks at the token for some seconds.</summary>
internal sealed class InterruptHandling : IDisposable
{
    /// <summary>Service managers and batch systems kill what still runs ten seconds and more after SIGTERM.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);

    private static int s_status = ExitCode.Interrupted;
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
        if (_source.IsCancellationRequested)
        {
            return;
        }

        s_status = status;
        context.Cancel = true;
        if (status == ExitCode.Terminated)
        {
            _grace = new Timer(_ => Environment.Exit(status), null, s_grace, Timeout.InfiniteTimeSpan);
        }

        _source.Cancel();
    }
}
