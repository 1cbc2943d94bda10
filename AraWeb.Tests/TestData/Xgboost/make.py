"""Makes the models and expected values of this folder with Debian's python3-xgboost 1.7.4: /usr/bin/python3 make.py

Rows are float32 numbers of numpy's default generator, seed 7; a tenth is missing. Each expected.json holds the rows, the margins (sums before the
link), the predictions after it and, but for dart, the contributions of pred_contribs with the bias last.
"""
import json
import numpy as np
import xgboost as xgb

assert xgb.__version__ == "1.7.4", xgb.__version__
random = np.random.default_rng(7)
FEATURES = ["momentum", "volatility", "volume", "gap", "rank"]
rows = random.normal(size=(400, 5)).astype(np.float32)
signal = 0.8 * rows[:, 0] - 0.5 * np.maximum(rows[:, 1], 0) + 0.3 * rows[:, 2] * rows[:, 3]
target = signal + random.normal(scale=0.5, size=400)
rows[random.random(rows.shape) < 0.1] = np.nan

CASES = {
    "squared": ({"objective": "reg:squarederror", "base_score": 0.25}, target),
    "logistic": ({"objective": "binary:logistic", "base_score": 0.3}, (target > 0).astype(float)),
    "poisson": ({"objective": "count:poisson", "base_score": 1.5}, np.floor(np.exp(np.clip(target, -2, 2)))),
    "gamma": ({"objective": "reg:gamma", "base_score": 0.7}, np.exp(np.clip(target, -2, 2))),
    "tweedie": ({"objective": "reg:tweedie", "base_score": 0.7}, np.exp(np.clip(target, -2, 2))),
    "ranks": ({"objective": "rank:pairwise", "base_score": 0.4}, np.floor(np.clip(target, 0, 3))),
    "absolute": ({"objective": "reg:absoluteerror", "base_score": 0.4}, target),
    "huber": ({"objective": "reg:pseudohubererror", "base_score": 0.1}, target),
    "forest": ({"objective": "reg:squarederror", "base_score": 0.5, "num_parallel_tree": 4, "subsample": 0.7, "eta": 1.0}, target),
    "dart": ({"objective": "reg:squarederror", "booster": "dart", "rate_drop": 0.3, "base_score": 0.5}, target),
}

expected = {}
for name, (settings, y) in CASES.items():
    data = xgb.DMatrix(rows, label=y, feature_names=FEATURES)
    booster = xgb.train(
        {"max_depth": 3, "eta": 0.3, "tree_method": "exact", "seed": 3, "nthread": 1, **settings}, data, 2 if name == "forest" else 6)
    booster.save_model(f"{name}.json")
    few = xgb.DMatrix(rows[:12], feature_names=FEATURES)
    expected[name] = {
        "margin": [float(x) for x in booster.predict(few, output_margin=True)],
        "prediction": [float(x) for x in booster.predict(few)],
    }
    if name != "dart":
        expected[name]["contributions"] = [[float(x) for x in row] for row in booster.predict(few, pred_contribs=True)]

values = [[None if np.isnan(x) else float(x) for x in row] for row in rows[:12]]
json.dump({"rows": values, "models": expected}, open("expected.json", "w"))
