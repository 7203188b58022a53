// Draws who meets whom. Settled before it is shown, so that nothing moves. A node's few strongest lines
// are drawn, so that 200 nodes stay readable, and names only where there is room for them.
(async () => {
  const figure = document.getElementById("network");
  const given = await fetch(figure.dataset.src).then((answer) => answer.json());
  if (!given.nodes.length) return;
  // On a narrow screen the busiest are drawn, so that what is drawn can be read.
  const narrow = figure.clientWidth < 600, nodes = given.nodes.slice(0, narrow ? 36 : 200);
  const shown = new Set(nodes.map((node) => node.id));
  const links = given.links.filter((link) => shown.has(link.source) && shown.has(link.target));
  const most = Math.max(...nodes.map((node) => node.count)), strongest = Math.max(...links.map((link) => link.count), 1);
  const radius = (node) => 4 + 16 * Math.sqrt(node.count / most);
  const kept = new Set(), each = nodes.length > 60 ? 3 : nodes.length > 25 ? 6 : 99;
  const ranked = [...links].sort((a, b) => b.count - a.count), held = new Map();
  for (const link of ranked)
    for (const end of [link.source, link.target])
      if ((held.get(end) || 0) < each) { held.set(end, (held.get(end) || 0) + 1); kept.add(link); }
  const drawn = ranked.filter((link) => kept.has(link));
  d3.forceSimulation(nodes)
    .force("link", d3.forceLink(drawn).id((node) => node.id).distance(70).strength((link) => 0.06 + 0.5 * link.count / strongest))
    .force("charge", d3.forceManyBody().strength(-190).distanceMax(500))
    .force("collide", d3.forceCollide((node) => radius(node) + 13))
    .force("x", d3.forceX().strength(narrow ? 0.14 : 0.06)).force("y", d3.forceY().strength(narrow ? 0.06 : 0.1))
    .stop().tick(260);
  const xs = nodes.map((node) => node.x), ys = nodes.map((node) => node.y);
  const box = [Math.min(...xs) - 90, Math.min(...ys) - 30];
  const span = [Math.max(...xs) + 110 - box[0], Math.max(...ys) + 30 - box[1]];
  const small = Math.max(1, span[0] / (figure.clientWidth || span[0])) * (narrow ? 0.8 : 0.9); // names in the reader's pixels
  const svg = make("svg", { viewBox: [...box, ...span].join(" "), role: "group", "aria-label": "Network of countries and organisations" });
  const lines = make("g", { "aria-hidden": "true" });
  for (const link of drawn)
    lines.append(make("line", { x1: link.source.x, y1: link.source.y, x2: link.target.x, y2: link.target.y,
      "stroke-width": (0.7 + 6 * link.count / strongest).toFixed(2) }));
  svg.append(lines);
  const busiest = [...nodes].sort((a, b) => b.count - a.count), taken = [];
  for (const node of busiest) {
    const words = `${node.name}: ${node.count}`;
    const link = make("a", { href: "/countries/" + encodeURIComponent(node.id), "aria-label": words });
    const dot = make("circle", { cx: node.x, cy: node.y, r: radius(node) });
    dot.append(make("title", {}, words));
    link.append(dot);
    const name = node.name.length > 22 ? node.id : node.name;
    const width = 6.6 * small * name.length, gap = radius(node) + 3;
    const rooms = [
      { x: node.x + gap, y: node.y + 4 * small, w: width }, { x: node.x - gap - width, y: node.y + 4 * small, w: width, anchor: "end" },
      { x: node.x - width / 2, y: node.y - gap - 2, w: width, anchor: "middle" },
      { x: node.x - width / 2, y: node.y + gap + 10 * small, w: width, anchor: "middle" },
    ];
    const room = rooms.find((place) => !crowded(place, node));
    if (room) {
      taken.push(room);
      link.append(make("text", { x: { end: room.x + width, middle: node.x }[room.anchor] ?? room.x, y: room.y, "text-anchor": room.anchor || "start", "font-size": (12 * small).toFixed(1) }, name));
    }
    svg.append(link);
  }
  figure.append(svg);

  function crowded(room, own) {
    return taken.some((other) => room.x < other.x + other.w && other.x < room.x + room.w && Math.abs(room.y - other.y) < 13 * small)
      || nodes.some((other) => other !== own && other.x > room.x - radius(other) && other.x < room.x + room.w + radius(other)
        && Math.abs(other.y - room.y + 4 * small) < radius(other) + 5 * small);
  }

  function make(name, attributes, words) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (words) node.textContent = words;
    return node;
  }
})();
