// Runs an ONNX file on rows. Arguments: the folder with node_modules, the model file, the rows as JSON ({ type, rows, lengths, states }:
// null for NaN, lengths of a row, states null where the model takes none). Prints the outputs.
const path = require('node:path');
const fs = require('node:fs');

const [, , folder, model, rowsFile] = process.argv;
const runtime = require(path.join(folder, 'node_modules', 'onnxruntime-node'));

async function main() {
  const { type, rows, lengths, states } = JSON.parse(fs.readFileSync(rowsFile, 'utf8'));
  const flat = rows.flat().map((value) => (value === null ? NaN : value));
  const data = type === 'float64' ? Float64Array.from(flat) : Float32Array.from(flat);
  const session = await runtime.InferenceSession.create(model);
  const inputs = { features: new runtime.Tensor(type, data, [rows.length, ...lengths]) };
  if (states) {
    inputs.state = new runtime.Tensor('float32', Float32Array.from(states.flat()), [states.length, states[0].length]);
  }
  const results = await session.run(inputs);
  const outputs = {};
  for (const name of session.outputNames) {
    outputs[name] = Array.from(results[name].data);
  }
  process.stdout.write(JSON.stringify(outputs));
}

main().catch((error) => {
  process.stderr.write(String(error));
  process.exitCode = 1;
});
