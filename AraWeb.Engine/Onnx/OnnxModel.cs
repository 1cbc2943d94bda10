namespace AraWeb.Engine.Onnx;

/// <summary>
/// Builds an ONNX file by hand (onnx.proto3 of ONNX 1.14: IR version 8, operators of ai.onnx version 13 and ai.onnx.ml version 3). Nodes come in the order in
/// which they run. Leaves out whether inputs and outputs fit each other: a runtime says so when it loads the file.
/// </summary>
/// <param name="name">Name of the graph.</param>
/// <param name="description">What the model forecasts, in words.</param>
internal sealed class OnnxModel(string name, string description)
{
    /// <summary>The domain of operators for classical models.</summary>
    public const string MachineLearning = "ai.onnx.ml";

    /// <summary>Version of the ai.onnx operators that are written.</summary>
    public const int OperatorVersion = 13;
    private const int IrVersion = 8;
    private const int MachineLearningVersion = 3;
    private const string Rows = "rows";

    private readonly ProtobufMessage _graph = new ProtobufMessage().Text(2, name);
    private readonly List<(string Key, string Value)> _notes = [];

    /// <summary>Names what the model is given: rows of the given lengths.</summary>
    public OnnxModel Input(string input, OnnxElement element, params IReadOnlyList<int> lengths)
    {
        _graph.Message(11, Rowwise(input, element, lengths));
        return this;
    }

    /// <summary>Names what the model gives: rows of the given lengths.</summary>
    public OnnxModel Output(string output, OnnxElement element, params IReadOnlyList<int> lengths)
    {
        _graph.Message(12, Rowwise(output, element, lengths));
        return this;
    }

    /// <summary>Adds a row of floats that nodes can name.</summary>
    public OnnxModel Constant(string constant, IReadOnlyList<double> values)
    {
        _graph.Message(5, OnnxTensor.Floats(constant, values));
        return this;
    }

    /// <summary>Adds a matrix of floats, row after row, that nodes can name.</summary>
    public OnnxModel Constant(string constant, IReadOnlyList<double> values, int rows)
    {
        _graph.Message(5, OnnxTensor.Floats(constant, values, rows));
        return this;
    }

    /// <summary>Adds a tensor that nodes can name.</summary>
    public OnnxModel Constant(ProtobufMessage tensor)
    {
        _graph.Message(5, tensor);
        return this;
    }

    /// <summary>Adds a node.</summary>
    /// <param name="domain">Empty for ai.onnx, or <see cref="MachineLearning"/>.</param>
    /// <param name="type">The operator.</param>
    /// <param name="inputs">What it reads.</param>
    /// <param name="output">What it writes.</param>
    /// <param name="attributes">Its attributes.</param>
    public OnnxModel Node(string domain, string type, string[] inputs, string output, params ProtobufMessage[] attributes)
    {
        var node = new ProtobufMessage();
        foreach (var input in inputs)
        {
            node.Text(1, input);
        }

        node.Text(2, output).Text(3, output).Text(4, type);
        foreach (var attribute in attributes)
        {
            node.Message(5, attribute);
        }

        _graph.Message(1, domain.Length == 0 ? node : node.Text(7, domain));
        return this;
    }

    /// <summary>Adds a note that readers of the file can look up.</summary>
    public OnnxModel Note(string key, string value)
    {
        _notes.Add((key, value));
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        var model = new ProtobufMessage().Number(1, IrVersion).Text(2, "ara").Text(6, description).Message(7, _graph)
            .Message(8, new ProtobufMessage().Text(1, string.Empty).Number(2, OperatorVersion))
            .Message(8, new ProtobufMessage().Text(1, MachineLearning).Number(2, MachineLearningVersion));
        foreach (var (key, value) in _notes)
        {
            model.Message(14, new ProtobufMessage().Text(1, key).Text(2, value));
        }

        return model.Bytes.ToArray();
    }

    private static ProtobufMessage Rowwise(string name, OnnxElement element, IReadOnlyList<int> lengths)
    {
        var shape = new ProtobufMessage().Message(1, new ProtobufMessage().Text(2, Rows));
        foreach (var length in lengths)
        {
            shape.Message(1, new ProtobufMessage().Number(1, length));
        }

        var tensor = new ProtobufMessage().Number(1, (long)element).Message(2, shape);
        return new ProtobufMessage().Text(1, name).Message(2, new ProtobufMessage().Message(1, tensor));
    }
}
