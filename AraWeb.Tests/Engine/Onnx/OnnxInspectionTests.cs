using AraWeb.Engine.Core;
using AraWeb.Engine.Models.Neural;
using AraWeb.Engine.Models.Neural.Recording;
using AraWeb.Engine.Models.Neural.Training;
using AraWeb.Engine.Onnx;
using AraWeb.Tests.Engine.Models.Neural.Training;

namespace AraWeb.Tests.Engine.Onnx;

public sealed class OnnxInspectionTests
{
    [Theory]
    [InlineData(WeightStorage.Single)]
    [InlineData(WeightStorage.Byte)]
    public void Read_ExportedNetwork_NamesOperatorsAndVersion(WeightStorage storage)
    {
        var model = new GatedRecurrentForecaster(new NeuralSettings { Epochs = 1, Seeds = 1 }, new NeuralRun());
        var fitted = (FittedNeural)model.Fit(PlantedReturns.Draw(200, 1, lag: 0), 1, CancellationToken.None);
        var summary = OnnxInspection.Read(NeuralOnnxExport.Write(fitted, storage));
        Assert.Equal(13, summary.OperatorVersion);
        Assert.Contains("GRU", summary.Operators);
        Assert.Equal(storage == WeightStorage.Byte, summary.Operators.Contains("DequantizeLinear"));
        Assert.Equal(["features"], summary.Inputs);
        Assert.Equal(["mean", "quantiles"], summary.Outputs);
    }

    [Theory]
    [InlineData("", "Teleport", "Teleport")]
    [InlineData("com.example", "Add", "com.example.Add")]
    public void Read_UnknownOperator_IsRefusedByName(string domain, string type, string named)
    {
        var file = new OnnxModel("test", "test").Input("x", OnnxElement.Float, 2).Node(domain, type, ["x"], "y").Output("y", OnnxElement.Float, 2).ToBytes();
        Assert.Contains(named, Assert.Throws<ModelException>(() => OnnxInspection.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnknownOperatorInsideAGraphInside_IsRefused()
    {
        var inner = new ProtobufMessage().Message(1, new ProtobufMessage().Text(4, "Teleport"));
        var branch = new ProtobufMessage().Text(1, "then_branch").Message(6, inner).Number(20, 5);
        var file = new OnnxModel("test", "test").Node(string.Empty, "If", ["x"], "y", branch).ToBytes();
        Assert.Contains("Teleport", Assert.Throws<ModelException>(() => OnnxInspection.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DataInAnotherFile_IsRefusedByName()
    {
        // TensorProto: data_location 14 is EXTERNAL, external_data 13 says where.
        var tensor = new ProtobufMessage().Number(1, 2).Number(2, 1).Text(8, "secret")
            .Message(13, new ProtobufMessage().Text(1, "location").Text(2, "../../etc/passwd")).Number(14, 1);
        var file = new OnnxModel("test", "test").Constant(tensor).Node(string.Empty, "Relu", ["secret"], "y").ToBytes();
        Assert.Contains("secret", Assert.Throws<ModelException>(() => OnnxInspection.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyPrefixOfAFile_IsReadOrRefused()
    {
        var model = new OnnxModel("test", "test").Input("x", OnnxElement.Float, 2).Node(string.Empty, "Relu", ["x"], "y");
        var file = model.Output("y", OnnxElement.Float, 2).ToBytes();
        for (var length = 0; length < file.Length; length++)
        {
            try
            {
                OnnxInspection.Read(file.AsSpan(0, length));
            }
            catch (ModelException)
            {
                continue;
            }
        }

        Assert.Equal(["Relu"], OnnxInspection.Read(file).Operators);
    }
}
