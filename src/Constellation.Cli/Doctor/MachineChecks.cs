using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Constellation.Cli;

/// <summary>Runtime, processor and memory.</summary>
internal static class MachineChecks
{
    /// <summary>The main job's own bound.</summary>
    private const double MemoryNeededGib = 1;

    public static IEnumerable<DoctorFinding> All()
    {
        string vectors = Vector256.IsHardwareAccelerated ? "256-bit vectors" : "no 256-bit vectors: kernels run, slower";
        double gib = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return
        [
            new("runtime", DoctorState.Ok, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {RuntimeInformation.OSDescription}"),
            new("processor", DoctorState.Ok, $"{Environment.ProcessorCount} cores for work, {vectors}"),
            DoctorFinding.Of("memory", gib >= MemoryNeededGib, $"{gib:0.0} GiB available to the program", DoctorState.Broken, $"give it at least {MemoryNeededGib:0} GiB (container or process limit)"),
        ];
    }
}
