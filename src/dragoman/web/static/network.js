// Draws who meets whom. Settled before it is shown, so that nothing moves; labels only where there is room.
(async () => {
  const figure = document.getElementById("network");
  const { nodes, links } = await fetch(figure.dataset.src).then((answer) => answer.json());
  if (!nodes.length) return;
  const size = Math.max(520, Math.min(1000, 140 + 60 * Math.sqrt(nodes.length))), most = Math.max(...nodes.map((n) => n.count));
  const radius = (node) => 4 + 14 * Math.sqrt(node.count / most);
  d3.forceSimulation(nodes)
    .force("link", d3.forceLink(links).id((n) => n.id).distance((l) => 60 + 50 / l.count).strength((l) => Math.min(1, 0.15 * l.count)))
    .force("charge", d3.forceManyBody().strength(-160))
    .force("collide", d3.forceCollide((n) => radius(n) + 9))
    .force("x", d3.forceX().strength(0.07)).force("y", d3.forceY().strength(0.09))
    .stop().tick(300);
  const box = [Math.min(...nodes.map((n) => n.x)) - 70, Math.min(...nodes.map((n) => n.y)) - 40];
  const span = [Math.max(...nodes.map((n) => n.x)) + 110 - box[0], Math.max(...nodes.map((n) => n.y)) + 40 - box[1]];
  const svg = make("svg", { viewBox: [...box, ...span].join(" "), width: size });
  for (const link of links)
    svg.append(make("line", { x1: link.source.x, y1: link.source.y, x2: link.target.x, y2: link.target.y, "stroke-width": Math.min(8, 0.8 + link.count / 2) }));
  const named = new Set([...nodes].sort((a, b) => b.count - a.count).slice(0, 60).map((n) => n.id));
  for (const node of nodes) {
    const link = make("a", { href: "/countries/" + encodeURIComponent(node.id) });
    const dot = make("circle", { cx: node.x, cy: node.y, r: radius(node) });
    dot.append(make("title", {}, `${node.name}: ${node.count}`));
    link.append(dot);
    if (named.has(node.id)) link.append(make("text", { x: node.x + radius(node) + 3, y: node.y + 4 }, node.name));
    svg.append(link);
  }
  figure.append(svg);

  function make(name, attributes, words) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (words) node.textContent = words;
    return node;
  }
})();
