namespace Constellation.Simulation;

/// <summary>How far a batch is.</summary>
/// <param name="Shards">Done, by whoever.</param>
/// <param name="AllShards">Of this runner and of others.</param>
/// <param name="Runs">Done by this runner now, parts of runs that go on beside each other included.</param>
/// <param name="RunsToDo">By this runner, those done included.</param>
/// <param name="Failures">Of those done.</param>
public readonly record struct BatchProgress(int Shards, int AllShards, double Runs, int RunsToDo, int Failures);
