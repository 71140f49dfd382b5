namespace Constellation.Simulation;

/// <summary>How far a batch is.</summary>
/// <param name="Shards">Done, by whoever.</param>
/// <param name="AllShards">Of this runner and of others.</param>
/// <param name="Runs">Done by this runner now.</param>
/// <param name="RunsToDo">By this runner, those done included.</param>
/// <param name="Failures">Of those done.</param>
public readonly record struct BatchProgress(int Shards, int AllShards, int Runs, int RunsToDo, int Failures);
