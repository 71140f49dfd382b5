// The globe of a run as a picture: give the folder that 'constellation run beidou-3' wrote.
using Constellation.Simulation;
using Constellation.Viewer;

if (args.Length == 0)
{
    Console.Error.WriteLine("give the folder of a run, such as runs/beidou-3");
    return 2;
}

RunFolder run = RunFolder.Open(args[0]);
GlobePicture.Write(run, "globe.png", new GlobeOptions { Width = 1280, Height = 720 });
Console.WriteLine("globe.png");
return 0;
