namespace Constellation.Core;

/// <summary>An error stops the command with exit code 2; a warning is printed and the work goes on.</summary>
public enum Severity
{
    Warning,
    Error,
}
