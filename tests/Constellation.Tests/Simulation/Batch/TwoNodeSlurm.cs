using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Constellation.Tests.Simulation.Batch;

/// <summary>A Slurm of two nodes with one processor each on this machine, in a folder and on ports of its own; ended by its process numbers.</summary>
internal sealed class TwoNodeSlurm : IDisposable
{
    private static readonly string[] s_places = ["/usr/sbin", "/usr/bin", "/sbin", "/usr/local/sbin", "/usr/local/bin"];

    private readonly string _folder = Directory.CreateTempSubdirectory("slurm").FullName;

    private TwoNodeSlurm()
    {
    }

    public string ConfigurationFile => Path.Combine(_folder, "slurm.conf");

    /// <summary>Starts it, or skips the test and says why.</summary>
    public static TwoNodeSlurm StartOrSkip()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Slurm runs on Linux");
        string[] missing = [.. new[] { "munged", "slurmctld", "slurmd", "sbatch", "squeue", "scontrol" }.Where(p => Find(p) is null)];
        Assert.SkipUnless(missing.Length == 0, $"needs Slurm and munge: no {string.Join(", ", missing)}");
        Assert.SkipUnless(Environment.UserName == "root", "needs root: the daemons of a node start tasks as others");
        TwoNodeSlurm slurm = new();
        try
        {
            if (slurm.Start() is { } why)
            {
                Assert.Skip("Slurm does not start here: " + why);
            }

            return slurm;
        }
        catch
        {
            slurm.Dispose();
            throw;
        }
    }

    /// <summary>A program with this Slurm's settings: its status and output.</summary>
    public (int Status, string Output) Call(string program, params string[] arguments)
    {
        using Process process = Begin(Find(program) ?? program, arguments);
        Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }

    public Process Begin(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SLURM_CONF"] = ConfigurationFile;
        return Process.Start(start)!;
    }

    /// <summary>Ends the daemon of a node and every task on it, as a loss of power does, once it has a task.</summary>
    /// <returns>Whether there was a task.</returns>
    public bool KillWithTask(string node)
    {
        int[] tasks = [.. TasksOn(node)];
        if (tasks.Length == 0)
        {
            return false;
        }

        // The daemon first: it must not tell that its tasks ended.
        Kill(PidOf($"slurmd-{node}.pid"));
        foreach (int pid in tasks.Select(ParentStep).Concat(tasks))
        {
            Kill(pid);
        }

        return true;
    }

    public void Dispose()
    {
        foreach (string name in (string[])["slurmd-n1.pid", "slurmd-n2.pid", "slurmctld.pid", "munged.pid"])
        {
            Kill(PidOf(name));
        }

        foreach (int pid in (int[])[.. TasksOn("n1"), .. TasksOn("n2")])
        {
            Kill(pid);
        }

        for (int i = 0; ; i++)
        {
            try
            {
                Directory.Delete(_folder, recursive: true);
                return;
            }
            catch (IOException) when (i < 20)
            {
                Thread.Sleep(100);
            }
        }
    }

    private string? Start()
    {
        string host = Dns.GetHostName();
        int[] ports = FreePorts(3);
        File.WriteAllText(ConfigurationFile, string.Create(CultureInfo.InvariantCulture, $"""
            ClusterName=drill
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={ports[0]}
            AuthType=auth/munge
            AuthInfo=socket={_folder}/munge.socket
            SlurmUser=root
            SlurmdUser=root
            StateSaveLocation={_folder}/state
            SlurmctldPidFile={_folder}/slurmctld.pid
            SlurmctldLogFile={_folder}/slurmctld.log
            SlurmdSpoolDir={_folder}/spool-%n
            SlurmdPidFile={_folder}/slurmd-%n.pid
            SlurmdLogFile={_folder}/slurmd-%n.log
            MpiDefault=none
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            JobAcctGatherType=jobacct_gather/none
            AccountingStorageType=accounting_storage/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_Core
            SchedulerType=sched/builtin
            SlurmdTimeout=10
            KillWait=3
            JobRequeue=1
            RequeueExit=75
            ReturnToService=2
            NodeName=n1 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[1]} CPUs=1 RealMemory=500
            NodeName=n2 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[2]} CPUs=1 RealMemory=500
            PartitionName=batch Nodes=ALL Default=YES

            """));
        foreach (string name in (string[])["state", "spool-n1", "spool-n2"])
        {
            Directory.CreateDirectory(Path.Combine(_folder, name));
        }

        byte[] key = new byte[1024];
        System.Security.Cryptography.RandomNumberGenerator.Fill(key);
        string keyFile = Path.Combine(_folder, "munge.key");
        File.WriteAllBytes(keyFile, key);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(keyFile, UnixFileMode.UserRead);
        }

        string[] munge = ["--force", $"--key-file={keyFile}", $"--socket={_folder}/munge.socket", $"--pid-file={_folder}/munged.pid", $"--log-file={_folder}/munged.log", $"--seed-file={_folder}/munge.seed"];
        foreach ((string program, string[] arguments) in (ReadOnlySpan<(string, string[])>)[("munged", munge), ("slurmctld", ["-i"]), ("slurmd", ["-N", "n1"]), ("slurmd", ["-N", "n2"])])
        {
            if (Daemon(program, arguments) is int status and not 0)
            {
                return $"{program} ended with status {status}";
            }
        }

        for (int i = 0; i < 100; i++)
        {
            if (Call("sinfo", "-h", "-N", "-o", "%T").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries) is ["idle", "idle"])
            {
                return null;
            }

            Thread.Sleep(200);
        }

        return "its nodes are not idle after 20 s";
    }

    /// <summary>Daemons go into the background and keep what they inherit open: nothing of ours is given to them.</summary>
    private int Daemon(string program, string[] arguments) =>
        Call("/bin/sh", ["-c", "\"$@\" >/dev/null 2>&1 </dev/null", "sh", Find(program)!, .. arguments]).Status;

    /// <summary>Processes of tasks of this Slurm on a node, by their environment.</summary>
    private IEnumerable<int> TasksOn(string node)
    {
        foreach (string folder in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int pid))
            {
                continue;
            }

            string[] variables = Read(Path.Combine(folder, "environ")).Split('\0');
            if (variables.Contains("SLURMD_NODENAME=" + node) && variables.Contains("SLURM_CONF=" + ConfigurationFile))
            {
                yield return pid;
            }
        }
    }

    /// <summary>The step daemon above a task; the task itself where that has gone.</summary>
    private static int ParentStep(int task)
    {
        string[] fields = Read($"/proc/{task}/stat").Split(") ")[^1].Split(' ');
        return fields.Length > 1 && int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out int parent) && Read($"/proc/{parent}/cmdline").StartsWith("slurmstepd", StringComparison.Ordinal) ? parent : task;
    }

    private int PidOf(string file) => int.TryParse(Read(Path.Combine(_folder, file)).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int pid) ? pid : 0;

    private static void Kill(int pid)
    {
        if (pid > 1)
        {
            try
            {
                using Process process = Process.GetProcessById(pid);
                process.Kill();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                // Gone already.
            }
        }
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string? Find(string program) =>
        Path.IsPathRooted(program) ? program : s_places.Select(p => Path.Combine(p, program)).FirstOrDefault(File.Exists);

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (TcpListener listener in listeners)
        {
            listener.Start();
        }

        int[] ports = [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        foreach (TcpListener listener in listeners)
        {
            listener.Dispose();
        }

        return ports;
    }
}
