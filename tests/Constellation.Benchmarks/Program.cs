using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

// Each run builds the whole program once more: on a busy machine that takes longer than the two minutes of the default.
IConfig config = ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(15));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
