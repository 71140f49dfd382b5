using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Runs shards as an array job of Slurm: writes and submits it, follows it, and merges. Slurm requeues tasks of lost nodes; what they committed stays.</summary>
/// <remarks>Codes: CN6040 Slurm is not there or refuses the job, CN6041 the job ended with shards missing.</remarks>
internal static class SlurmExecutor
{
    private const int MostTasks = 1000, PollMilliseconds = 2000, SilentMinutes = 10;

    public static int Run(BatchRequest request, ParseResult parsed, CancellationToken cancel)
    {
        if (request.Share is not null)
        {
            throw new InputException(Diagnostic.Error("CN6040", new SourceSpan("--shard"), "an array job has all shards", "leave --shard out with --executor slurm"));
        }

        using BatchLock mine = BatchLock.Take(request.Folder);
        BatchFolder folder = BatchFolder.Begin(request.Folder, request.Sweep, request.Resume);
        folder.RequireUnaltered(folder.States());
        int tasks = Math.Min(folder.Layout.Count, MostTasks);
        string logs = Path.Combine(folder.Path, "slurm"), script = Path.Combine(logs, "job.sh");
        Directory.CreateDirectory(logs);
        AtomicFile.WriteText(script, Script(request, parsed, tasks, Path.GetFullPath(logs)));
        string job = Call("sbatch", "--parsable", script).Split(';')[0].Trim();
        if (!request.Quiet)
        {
            Console.Error.WriteLine($"job {job}: {tasks} tasks; logs in {logs}");
        }

        Follow(request, folder, job, cancel);
        if (!BatchOutputs.Merge(folder, request.Quiet))
        {
            Console.Error.WriteLine($"job {job} ended before all shards were there: see {logs}, then go on with --resume");
            return ExitCode.Incomplete;
        }

        return Enumerable.Range(0, folder.Layout.Count).Any(s => folder.SealOf(s)!.Failures.Count > 0) ? ExitCode.CriterionFailed : ExitCode.Done;
    }

    /// <summary>One task runs one share of the shards. A task that ends with status 75 is to be tried again (RequeueExit=75).</summary>
    internal static string Script(BatchRequest request, ParseResult parsed, int tasks, string logs)
    {
        List<string> arguments = ["batch", SweepArgument(parsed), "--out", Path.GetFullPath(request.Folder), "--shard", FormattableString.Invariant($"auto/{tasks}"), "-q"];
        foreach (string name in (string[])["--set", "--seeds"])
        {
            Option? option = parsed.CommandResult.Command.Options.FirstOrDefault(o => o.Name == name);
            foreach (string value in option is null ? [] : parsed.GetResult(option)?.Tokens.Select(t => t.Value) ?? [])
            {
                arguments.AddRange([name, value]);
            }
        }

        // Tasks look where this process looks, whatever of the environment Slurm hands on.
        if (EphemerisFolder.Own is { } data)
        {
            arguments.AddRange(["--ephemeris", Path.GetFullPath(data)]);
        }

        StringBuilder text = new("#!/bin/sh\n");
        void Line(string line) => text.Append(line).Append('\n');
        Line($"#SBATCH --job-name=constellation-{new string([.. request.Sweep.Name.Where(char.IsLetterOrDigit)])}");
        Line(FormattableString.Invariant($"#SBATCH --array=1-{tasks}"));
        Line("#SBATCH --requeue");
        Line("#SBATCH --open-mode=append");
        Line($"#SBATCH --output={Quoted(Path.Combine(logs, "%A_%a.log"))}");
        Line("# What the task may use, not what the node has.");
        Line("export DOTNET_PROCESSOR_COUNT=${SLURM_CPUS_PER_TASK:-1}");
        Line($"exec {string.Join(' ', [.. ThisProgram().Select(Quoted), .. arguments.Select(Quoted)])} --jobs ${{SLURM_CPUS_PER_TASK:-1}}");
        return text.ToString();
    }

    /// <summary>What starts this program: the process, or dotnet with the program's file where that runs it, as for a tool of a folder.</summary>
    private static string[] ThisProgram()
    {
        string process = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(process) == "dotnet" ? [process, Path.GetFullPath(Environment.GetCommandLineArgs()[0])] : [process];
    }

    private static string SweepArgument(ParseResult parsed)
    {
        string given = parsed.CommandResult.Tokens[0].Value;
        return SweepReader.IsSweep(given) ? given : Path.GetFullPath(given);
    }

    private static void Follow(BatchRequest request, BatchFolder folder, string job, CancellationToken cancel)
    {
        using BatchDisplay display = new(request.Quiet);
        bool[] before = Present(folder);
        int toDo = Runs(folder, before.Select(there => !there));
        long heard = Stopwatch.GetTimestamp();
        try
        {
            while (IsAlive(job, ref heard))
            {
                bool[] now = Present(folder);
                display.Report(new(now.Count(there => there), now.Length, Runs(folder, now.Zip(before, (n, b) => n && !b)), toDo, 0));
                cancel.WaitHandle.WaitOne(PollMilliseconds);
                cancel.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException)
        {
            Call("scancel", job);
            throw;
        }
    }

    private static bool[] Present(BatchFolder folder) => [.. Enumerable.Range(0, folder.Layout.Count).Select(s => File.Exists(folder.ShardPath(s)))];

    private static int Runs(BatchFolder folder, IEnumerable<bool> shards) => shards.Select((counts, s) => counts ? folder.Layout.RunsOf(s) : 0).Sum();

    /// <summary>Whether any task waits or runs. A job that Slurm has forgotten has ended; a controller that does not answer is asked again, for as long as one takes to be started anew.</summary>
    private static bool IsAlive(string job, ref long heard)
    {
        try
        {
            bool alive = Call("squeue", "-h", "-j", job, "-o", "%T").Trim().Length > 0;
            heard = Stopwatch.GetTimestamp();
            return alive;
        }
        catch (InputException e) when (e.Diagnostics.Any(d => d.ToString().Contains("Invalid job id", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }
        catch (InputException) when (Stopwatch.GetElapsedTime(heard).TotalMinutes < SilentMinutes)
        {
            return true;
        }
    }

    private static string Call(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : throw new InputException(Diagnostic.Error("CN6040", new SourceSpan(program), $"ended with status {process.ExitCode}: {error.GetAwaiter().GetResult().Trim()}", "see that Slurm works here ('sinfo'), or run the shards with --shard K/N yourself"));
        }
        catch (Win32Exception)
        {
            throw new InputException(Diagnostic.Error("CN6040", new SourceSpan(program), "is not installed here", "use a machine of the cluster, or --executor local; any other scheduler can run 'constellation batch SWEEP --out DIR --shard auto/N' and 'constellation batch merge DIR'"));
        }
    }

    private static string Quoted(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '=' or '%') ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
