namespace Constellation.Core;

/// <summary>What a random stream is for. Values are part of the reproducibility promise: add at the end, never renumber.</summary>
public enum NoisePurpose : byte
{
    ClockInitial = 1,
    ClockWhitePhase = 2,
    ClockFlickerPhase = 3,
    ClockWhiteFrequency = 4,
    ClockFlickerFrequency = 5,
    ClockRandomWalkFrequency = 6,
    ClockLoopPhase = 7,
    ClockRandomRunFrequency = 8,
    ClockEvents = 9,
    UnmodelledAcceleration = 10,
    InitialOrbitError = 11,
    ClockTakeOver = 12,
    LinkNoise = 20,
    LinkDelayTransmit = 21,
    LinkDelayReceive = 22,
    LinkDelayWalk = 23,
    StationNoise = 30,
    StationTroposphere = 31,
    UserThermal = 40,
    UserMultipath = 41,
    UserTroposphere = 42,
    UserIonosphere = 43,
    UserClock = 44,
    FilterInitial = 50,
    SignalBias = 60,
    EarthOrientationPrediction = 70,
}
