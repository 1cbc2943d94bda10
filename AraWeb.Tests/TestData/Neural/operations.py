"""Values and gradients of the tensor operations in PyTorch, double precision: python3 operations.py > operations.json (python3-torch of Debian 12).

Parameters are 0.7 sin(1.3 i + s + 0.5) rounded to floats, the loss is half the squared distance of the result from 0.4 cos(0.9 i). Printed are the first six
elements of the result and of every gradient, and their sums weighed with cos(0.37 i) and cos(0.61 i).
"""
import json
import math

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def parameter(s, shape):
    i = torch.arange(math.prod(shape)).double()
    return (0.7 * torch.sin(1.3 * i + s + 0.5)).float().double().reshape(shape).requires_grad_()


def attention(x, heads):
    b, t, w = x.shape
    q, k, v = (part.reshape(b, t, heads, -1).transpose(1, 2) for part in x.split(w // 3, 2))
    p = torch.softmax(q @ k.transpose(2, 3) / math.sqrt(q.shape[3]), 3)
    return (p @ v).transpose(1, 2).reshape(b, t, w // 3)


def convolution(x, kernel, bias):
    return F.conv1d(x.transpose(1, 2), kernel.permute(2, 1, 0), bias, padding=kernel.shape[0] // 2).transpose(1, 2)


def gru(x, wi, wh, bi, bh):
    h = torch.zeros(1, x.shape[0], wh.shape[0])
    return torch._VF.gru(x, h, (wi.t(), wh.t(), bi, bh), True, 1, 0.0, True, False, True)[0]


def lstm(x, wi, wh, b, backwards):
    x = x.flip(1) if backwards else x
    h = torch.zeros(1, x.shape[0], wh.shape[0])
    y = torch._VF.lstm(x, (h, h), (wi.t(), wh.t(), b, torch.zeros_like(b)), True, 1, 0.0, True, False, True)[0]
    return y.flip(1) if backwards else y


CASES = {
    "linear": ([(3, 4, 5), (5, 7), (7,)], lambda x, w, b: x @ w + b),
    "linear_wide": ([(2, 9, 40), (40, 70), (70,)], lambda x, w, b: x @ w + b),
    "linear_deep": ([(5, 200), (200, 33), (33,)], lambda x, w, b: x @ w + b),
    "add": ([(3, 5), (3, 5)], lambda a, b: a + b),
    "subtract": ([(3, 5), (3, 5)], lambda a, b: a - b),
    "multiply": ([(3, 5), (3, 5)], lambda a, b: a * b),
    "scale": ([(3, 5)], lambda a: -1.5 * a),
    "add_steps": ([(2, 3, 5), (3, 5)], lambda a, b: a + b),
    "gelu": ([(3, 17)], lambda a: F.gelu(4 * a)),
    "relu": ([(3, 17)], F.relu),
    "sigmoid": ([(3, 17)], lambda a: torch.sigmoid(4 * a)),
    "tanh": ([(3, 17)], lambda a: torch.tanh(3 * a)),
    "softplus": ([(3, 17)], lambda a: F.softplus(5 * a)),
    "softmax": ([(4, 19)], lambda a: torch.softmax(3 * a, 1)),
    "layer_norm": ([(2, 3, 21), (21,), (21,)], lambda x, g, s: F.layer_norm(x, (21,), g, s)),
    "attention": ([(2, 7, 96)], lambda x: attention(x, 4)),
    "attention_long": ([(1, 37, 48)], lambda x: attention(x, 1)),
    "convolution": ([(2, 6, 3), (3, 3, 5), (5,)], convolution),
    "convolution_wide": ([(1, 4, 2), (7, 2, 3), (3,)], convolution),
    "lstm": ([(2, 5, 3), (3, 64), (16, 64), (64,)], lambda x, wi, wh, b: lstm(x, wi, wh, b, False)),
    "lstm_backwards": ([(2, 5, 3), (3, 64), (16, 64), (64,)], lambda x, wi, wh, b: lstm(x, wi, wh, b, True)),
    "gru": ([(2, 5, 3), (3, 48), (16, 48), (48,), (48,)], gru),
    "gru_one": ([(1, 6, 4), (4, 96), (32, 96), (96,), (96,)], gru),
    "concat": ([(2, 3, 4), (2, 3, 5)], lambda a, b: torch.cat((a, b), 2)),
    "columns": ([(4, 9)], lambda a: a[:, 2:7]),
    "step": ([(2, 4, 5)], lambda a: a[:, 2]),
    "mean_steps": ([(2, 4, 18)], lambda a: a.mean(1)),
    "weighted_steps": ([(2, 4, 18), (2, 4)], lambda a, w: (a * w.unsqueeze(2)).sum(1)),
    "cumulative_sum": ([(3, 6)], lambda a: a.cumsum(1)),
    "reshape": ([(3, 8)], lambda a: F.gelu(a.reshape(3, 2, 4))),
}


def summary(values):
    flat = values.detach().flatten()
    i = torch.arange(len(flat)).double()
    sums = [(flat * torch.cos(rate * i)).sum().item() for rate in (0.37, 0.61)]
    return [round(value, 9) for value in flat[:6].tolist() + sums]


golden = {}
for name, (shapes, operation) in CASES.items():
    params = [parameter(s, shape) for s, shape in enumerate(shapes)]
    result = operation(*params)
    target = (0.4 * torch.cos(0.9 * torch.arange(result.numel()).double())).float().double()
    (0.5 * (result.flatten() - target) ** 2).sum().backward()
    golden[name] = {"result": summary(result), **{f"p{s}": summary(p.grad) for s, p in enumerate(params)}}
print("{\n" + ",\n".join(f"{json.dumps(name)}: {json.dumps(case)}" for name, case in golden.items()) + "\n}")
