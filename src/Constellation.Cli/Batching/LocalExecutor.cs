using System.Diagnostics;
using Constellation.Core;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Runs shards in this process.</summary>
internal static class LocalExecutor
{
    private const int DiskFull = 28, WaitMilliseconds = 100;

    public static int Run(BatchRequest request, CancellationToken cancel)
    {
        try
        {
            return Work(request, cancel);
        }
        catch (IOException e) when ((e.HResult & 0xFFFF) == DiskFull)
        {
            throw new InputException(Diagnostic.Error(
                "CN6027", new SourceSpan(request.Folder), $"the disk is full ({Free(request.Folder)} left)", "shards that are done stay; make room ('batch plan' tells how much) and go on with --resume"));
        }
    }

    private static int Work(BatchRequest request, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        (int index, int count) = request.Share ?? (0, 1);
        bool part = request.Share is not null;

        // Shares may begin a folder together and go on with it: the shards themselves keep them apart. A scheduler that lost sight of a node gives its share to
        // another while the first may still be at work: the second waits, and does what is left.
        using BatchLock mine = part ? WaitFor(request.Folder, $"{index + 1}-of-{count}", cancel) : BatchLock.Take(request.Folder);
        BatchFolder folder = Begin(request, part, cancel);
        int failures;
        using (BatchDisplay display = new(request.Quiet))
        {
            failures = new BatchRunner(request.Sweep, folder, TimeProvider.System).Run(index, count, request.Jobs, display.Report, cancel);
        }

        if (!part)
        {
            BatchOutputs.Merge(folder, request.Quiet);
        }

        if (!request.Quiet)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"{(part ? folder.Path : folder.MergedPath)}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s, {Environment.WorkingSet / 1048576.0:0} MiB"));
            if (failures > 0)
            {
                Console.Error.WriteLine($"{failures} runs failed{(part ? "" : $": see {folder.FailuresPath}")}");
            }
        }

        return failures > 0 ? ExitCode.CriterionFailed : ExitCode.Done;
    }

    private static BatchFolder Begin(BatchRequest request, bool part, CancellationToken cancel)
    {
        if (!part)
        {
            return BatchFolder.Begin(request.Folder, request.Sweep, request.Resume);
        }

        using BatchLock begin = WaitFor(request.Folder, "begin", cancel);
        return BatchFolder.Begin(request.Folder, request.Sweep, resume: true);
    }

    private static BatchLock WaitFor(string folder, string share, CancellationToken cancel)
    {
        for (bool told = share == "begin"; ; told = true)
        {
            try
            {
                return BatchLock.Take(folder, share);
            }
            catch (InputException e) when (e.Diagnostics.All(d => d.Code == "CN6026"))
            {
                if (!told)
                {
                    Console.Error.WriteLine($"waiting for another runner of share {share}");
                }

                cancel.WaitHandle.WaitOne(WaitMilliseconds);
                cancel.ThrowIfCancellationRequested();
            }
        }
    }

    private static string Free(string folder)
    {
        try
        {
            return FormattableString.Invariant($"{new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace / 1048576.0:0} MiB");
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            return "nothing";
        }
    }
}
