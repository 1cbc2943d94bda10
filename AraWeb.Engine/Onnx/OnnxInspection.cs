using AraWeb.Engine.Core;

namespace AraWeb.Engine.Onnx;

/// <summary>
/// Looks into an ONNX file before anything is done with it: which operators it uses and what it is given and gives. Refuses a file that keeps data
/// elsewhere, or that
/// uses operators of other domains or names than those known here. Runs nothing, and does not judge whether inputs and outputs fit each other.
/// </summary>
public static class OnnxInspection
{
    // Fields of onnx.proto3: ModelProto, GraphProto, NodeProto, AttributeProto, TensorProto, OperatorSetIdProto, ValueInfoProto.
    private const int ModelGraph = 7;
    private const int ModelOperators = 8;
    private const int ModelFunctions = 25;
    private const int GraphNode = 1;
    private const int GraphConstant = 5;
    private const int GraphInput = 11;
    private const int GraphOutput = 12;
    private const int GraphSparse = 15;
    private const int NodeType = 4;
    private const int NodeAttribute = 5;
    private const int NodeDomain = 7;
    private const int AttributeTensor = 5;
    private const int AttributeGraph = 6;
    private const int AttributeTensors = 10;
    private const int AttributeGraphs = 11;
    private const int AttributeSparse = 22;
    private const int TensorName = 8;
    private const int TensorExternal = 13;
    private const int TensorPlace = 14;
    private const int DeepestGraph = 8;

    /// <summary>The operators of ai.onnx that exports use and small forecasting networks are made of.</summary>
    private static readonly HashSet<string> Known = new(
        [
            "Abs", "Add", "And", "ArgMax", "Cast", "Ceil", "Clip", "Concat", "Constant", "ConstantOfShape", "Conv", "Cos", "CumSum", "DequantizeLinear", "Div",
            "Dropout", "DynamicQuantizeLinear", "Einsum", "Equal", "Erf", "Exp", "Expand", "Flatten", "Floor", "GRU", "Gather", "GatherElements", "GatherND",
            "Gelu", "Gemm", "Greater", "GreaterOrEqual", "Identity", "If", "IsNaN", "LSTM", "LayerNormalization", "LeakyRelu", "Less", "LessOrEqual", "Log",
            "MatMul",
            "MatMulInteger", "Max", "Min", "Mod", "Mul", "Neg", "NonZero", "Not", "Or", "Pad", "Pow", "QuantizeLinear", "Range", "Reciprocal", "ReduceMax",
            "ReduceMean", "ReduceMin", "ReduceSum", "Relu", "Reshape", "Round", "ScatterND", "Shape", "Sigmoid", "Sign", "Sin", "Size", "Slice", "Softmax",
            "Softplus", "Split", "Sqrt", "Squeeze", "Sub", "Sum", "Tanh", "Tile", "TopK", "Transpose", "Trilu", "Unsqueeze", "Where", "Xor",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> KnownOfMachineLearning = new(
        ["Imputer", "LinearRegressor", "Scaler", "TreeEnsembleRegressor"], StringComparer.Ordinal);

    /// <summary>Looks.</summary>
    /// <param name="file">The file.</param>
    /// <returns>What it is.</returns>
    /// <exception cref="ModelException">No ONNX file, data kept elsewhere, or an operator that is not known; names it.</exception>
    public static OnnxSummary Read(ReadOnlySpan<byte> file)
    {
        var (operators, inputs, outputs) = (new SortedSet<string>(StringComparer.Ordinal), new List<string>(), new List<string>());
        var (version, graphs) = (0L, 0);
        var reader = new ProtobufReader(file);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case ModelOperators:
                    version = Math.Max(version, VersionOf(reader.Bytes));
                    break;
                case ModelFunctions:
                    throw new ModelException("The graph brings functions of its own.", "Export the model with its functions written out.");
                case ModelGraph:
                    graphs++;
                    Graph(reader.Bytes, operators, inputs, outputs, 0);
                    break;
            }
        }

        return graphs == 1 && operators.Count > 0
            ? new OnnxSummary(version, [.. operators], inputs, outputs)
            : throw new ModelException("The file is no ONNX model, or it is empty.", "Take the file from its source again.");
    }

    private static void Graph(ReadOnlySpan<byte> graph, SortedSet<string> operators, List<string> inputs, List<string> outputs, int depth)
    {
        if (depth > DeepestGraph)
        {
            throw new ModelException($"The graph nests more than {DeepestGraph} graphs.", "Export a simpler model.");
        }

        var reader = new ProtobufReader(graph);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case GraphNode:
                    Node(reader.Bytes, operators, depth);
                    break;
                case GraphConstant:
                    Tensor(reader.Bytes);
                    break;
                case GraphSparse:
                    Sparse(reader.Bytes);
                    break;
                case GraphInput:
                    inputs.Add(FirstText(reader.Bytes));
                    break;
                case GraphOutput:
                    outputs.Add(FirstText(reader.Bytes));
                    break;
            }
        }
    }

    private static void Node(ReadOnlySpan<byte> node, SortedSet<string> operators, int depth)
    {
        var (type, domain) = (string.Empty, string.Empty);
        var reader = new ProtobufReader(node);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case NodeType:
                    type = reader.Text;
                    break;
                case NodeDomain:
                    domain = reader.Text;
                    break;
                case NodeAttribute:
                    Attribute(reader.Bytes, operators, depth);
                    break;
            }
        }

        var known = domain switch
        {
            "" or "ai.onnx" => Known,
            OnnxModel.MachineLearning => KnownOfMachineLearning,
            _ => null,
        };
        if (known?.Contains(type) != true)
        {
            throw new ModelException(
                $"The graph uses the operator {(domain.Length > 0 ? domain + "." : string.Empty)}{type}, which is not known here.",
                "Export the model with standard ONNX operators only.");
        }

        operators.Add(type);
    }

    private static void Attribute(ReadOnlySpan<byte> attribute, SortedSet<string> operators, int depth)
    {
        var reader = new ProtobufReader(attribute);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case AttributeTensor or AttributeTensors when !reader.Bytes.IsEmpty:
                    Tensor(reader.Bytes);
                    break;
                case AttributeSparse when !reader.Bytes.IsEmpty:
                    Sparse(reader.Bytes);
                    break;
                case AttributeGraph or AttributeGraphs when !reader.Bytes.IsEmpty:
                    Graph(reader.Bytes, operators, [], [], depth + 1);
                    break;
            }
        }
    }

    /// <summary>Values and indices of a sparse tensor are tensors: fields 1 and 2.</summary>
    private static void Sparse(ReadOnlySpan<byte> sparse)
    {
        var reader = new ProtobufReader(sparse);
        while (reader.Next())
        {
            if (reader.Field is 1 or 2)
            {
                Tensor(reader.Bytes);
            }
        }
    }

    private static void Tensor(ReadOnlySpan<byte> tensor)
    {
        var (name, isElsewhere) = (string.Empty, false);
        var reader = new ProtobufReader(tensor);
        while (reader.Next())
        {
            name = reader.Field == TensorName ? reader.Text : name;
            isElsewhere |= reader.Field == TensorExternal || (reader.Field == TensorPlace && reader.Number != 0);
        }

        if (isElsewhere)
        {
            throw new ModelException($"The tensor {name} keeps its data in another file.", "Export the model as one file, without external data.");
        }
    }

    /// <summary>Version of the ai.onnx operators: domain 1, version 2; 0 for other domains.</summary>
    private static long VersionOf(ReadOnlySpan<byte> operators)
    {
        var (domain, version) = (string.Empty, 0L);
        var reader = new ProtobufReader(operators);
        while (reader.Next())
        {
            domain = reader.Field == 1 ? reader.Text : domain;
            version = reader.Field == 2 ? reader.Number : version;
        }

        return domain is "" or "ai.onnx" ? version : 0;
    }

    private static string FirstText(ReadOnlySpan<byte> value)
    {
        var reader = new ProtobufReader(value);
        while (reader.Next())
        {
            if (reader.Field == 1)
            {
                return reader.Text;
            }
        }

        return string.Empty;
    }
}
