namespace Constellation.Cli;

/// <summary>Exit statuses of the command-line contract.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int CriterionFailed = 1;
    public const int WrongInput = 2;
    public const int Incomplete = 3;
    public const int Internal = 70;
    public const int Interrupted = 130;
    public const int Terminated = 143;
}
