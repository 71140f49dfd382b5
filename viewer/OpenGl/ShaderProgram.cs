using System.Numerics;
using Constellation.Geodesy;
using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>A linked pair of shaders, from the resources <c>Shaders/*.glsl</c>.</summary>
internal sealed class ShaderProgram : IDisposable
{
    private readonly GL _gl;
    private readonly uint _program;
    private readonly Dictionary<string, int> _places = [];

    /// <param name="gl">Of the context.</param>
    /// <param name="vertex">Name of the vertex shader.</param>
    /// <param name="fragment">Name of the fragment shader.</param>
    /// <param name="defines">Names that the shaders ask for with <c>#ifdef</c>.</param>
    public ShaderProgram(GL gl, string vertex, string fragment, params string[] defines)
    {
        _gl = gl;
        _program = gl.CreateProgram();
        uint[] shaders = [Compile(ShaderType.VertexShader, vertex + ".vert.glsl", defines), Compile(ShaderType.FragmentShader, fragment + ".frag.glsl", defines)];
        foreach (uint shader in shaders)
        {
            gl.AttachShader(_program, shader);
        }

        gl.LinkProgram(_program);
        if (gl.GetProgram(_program, ProgramPropertyARB.LinkStatus) == 0)
        {
            throw new OpenGlUnavailableException($"the driver does not link shader {fragment}: {gl.GetProgramInfoLog(_program)}");
        }

        foreach (uint shader in shaders)
        {
            gl.DeleteShader(shader);
        }
    }

    public void Use() => _gl.UseProgram(_program);

    public void Set(string name, float value) => _gl.Uniform1(Place(name), value);

    public void Set(string name, int value) => _gl.Uniform1(Place(name), value);

    public void Set(string name, Vector2 value) => _gl.Uniform2(Place(name), value);

    public void Set(string name, Vector3 value) => _gl.Uniform3(Place(name), value);

    public void Set(string name, Vector3d value) => Set(name, new Vector3((float)value.X, (float)value.Y, (float)value.Z));

    /// <summary>What every shader knows of the camera.</summary>
    public void SetView(CameraView view)
    {
        Set("u_right", view.Right);
        Set("u_up", view.Up);
        Set("u_forward", view.Forward);
        Set("u_focal", (float)view.FocalLength);
        // OpenGL's rows go from the top of the picture: what is written for y upward (place / (0.5 * u_size)) is turned over by the sign.
        Set("u_size", new Vector2(view.Width, -view.Height));
        Set("u_picture", new Vector2(view.Width, view.Height));
    }

    public void Dispose() => _gl.DeleteProgram(_program);

    private int Place(string name)
    {
        if (!_places.TryGetValue(name, out int place))
        {
            _places[name] = place = _gl.GetUniformLocation(_program, name);
        }

        return place;
    }

    private uint Compile(ShaderType kind, string name, string[] defines)
    {
        using StreamReader reader = new(typeof(ShaderProgram).Assembly.GetManifestResourceStream("Shaders/" + name)
            ?? throw new InvalidOperationException($"resource Shaders/{name} is not in the assembly"));
        uint shader = _gl.CreateShader(kind);
        // The language of OpenGL 3.3: every driver that is of use knows it.
        string source = reader.ReadToEnd(), version = source.StartsWith("#version", StringComparison.Ordinal) ? "" : "#version 330 core\n";
        _gl.ShaderSource(shader, version + string.Concat(defines.Select(d => $"#define {d}\n")) + source);
        _gl.CompileShader(shader);
        return _gl.GetShader(shader, ShaderParameterName.CompileStatus) != 0
            ? shader
            : throw new OpenGlUnavailableException($"the driver does not compile shader {name}: {_gl.GetShaderInfoLog(shader)}");
    }
}
