using System.CommandLine;

namespace Constellation.Cli;

/// <summary><c>completion SHELL</c>: prints the script that makes a shell complete our command line.</summary>
internal static class CompletionVerb
{
    private static readonly string[] s_shells = ["bash", "zsh", "fish", "pwsh"];

    public static Command Create()
    {
        Argument<string> shell = new("shell") { Description = "The shell", HelpName = string.Join('|', s_shells) };
        shell.AcceptOnlyFromAmong(s_shells);
        Command command = new("completion", "Print a script for completion of verbs, options and their values in a shell") { shell };
        command.SetAction(parsed => Console.Out.Write(Script(parsed.GetRequiredValue(shell))));
        return command.WithNotes(
            """
            bash: add  source <(constellation completion bash)  to ~/.bashrc
            zsh:  add  source <(constellation completion zsh)  to ~/.zshrc, after compinit
            fish: constellation completion fish > ~/.config/fish/completions/constellation.fish
            pwsh: add  constellation completion pwsh | Out-String | Invoke-Expression  to $PROFILE
            """).WithExamples("constellation completion bash > /etc/bash_completion.d/constellation");
    }

    internal static string Script(string shell)
    {
        using Stream stream = typeof(CompletionVerb).Assembly.GetManifestResourceStream($"completion.{shell}")
            ?? throw new InvalidOperationException($"resource completion.{shell} is not in the assembly");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
