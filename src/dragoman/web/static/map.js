// Draws the map from the same data as the table below it. Without this script the table stands alone.
(async () => {
  const figure = document.getElementById("map");
  const [land, points] = await Promise.all(
    [figure.dataset.land, figure.dataset.src].map((address) => fetch(address).then((answer) => answer.json())));
  const width = 960, height = 480, svg = make("svg", { viewBox: `0 0 ${width} ${height}` });
  const projection = d3.geoNaturalEarth1().fitExtent([[4, 4], [width - 4, height - 4]], { type: "Sphere" });
  const path = d3.geoPath(projection);
  for (const country of topojson.feature(land, land.objects.countries).features)
    svg.append(make("path", { class: "land", d: path(country) || "" }));
  const places = new Map();
  for (const point of points.features) {
    const key = point.geometry.coordinates.join(",");
    if (!places.has(key)) places.set(key, { at: point.geometry.coordinates, name: point.properties.place, titles: [] });
    places.get(key).titles.push(point.properties.title);
  }
  for (const place of [...places.values()].sort((a, b) => b.titles.length - a.titles.length)) {
    const at = projection(place.at);
    if (!at) continue;
    const dot = make("circle", { cx: at[0], cy: at[1], r: 3 + 2.2 * Math.sqrt(place.titles.length), "fill-opacity": 0.7 });
    const link = make("a", { href: "/records?q=" + encodeURIComponent(place.name) });
    dot.append(make("title", {}, `${place.name}: ${place.titles.length}\n${place.titles.slice(0, 6).join("\n")}`));
    link.append(dot);
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
