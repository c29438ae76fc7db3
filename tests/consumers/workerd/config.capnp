using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (services = [(name = "main", worker = .worker)]);

const worker :Workerd.Worker = (
  compatibilityDate = "2026-01-01",
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    (name = "question.js", esModule = embed "question.js"),
    (name = "xeploai/slim", esModule = embed "../node_modules/xeploai/dist/slim.js"),
    (name = "xeploai/engine.wasm", wasm = embed "../node_modules/xeploai/dist/engine.wasm"),
    (name = "xeploai/rulebooks/hd43-2025", esModule = embed "../node_modules/xeploai/dist/rulebooks/hd43-2025.js"),
  ],
);
