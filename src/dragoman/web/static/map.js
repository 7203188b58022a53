// Draws the map from the same data as the table beside it. Without this script the table stands alone.
(async () => {
  const figure = document.getElementById("map");
  if (!figure) return;
  const [land, points] = await Promise.all(
    [figure.dataset.land, figure.dataset.src].map((address) => fetch(address).then((answer) => answer.json())));
  const width = 960, height = 420, svg = make("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": "World map of places" });
  const features = topojson.feature(land, land.objects.countries).features.filter((country) => country.id !== "010"); // no Antarctica
  const ground = { type: "FeatureCollection", features };
  const projection = d3.geoNaturalEarth1().fitExtent([[4, 4], [width - 4, height - 4]], ground);
  const path = d3.geoPath(projection);
  const countries = make("g", { "aria-hidden": "true" });
  for (const country of features)
    countries.append(make("path", { class: "land", d: path(country) || "" }));
  svg.append(countries);
  const places = points.features.map((point) => ({ at: projection(point.geometry.coordinates), ...point.properties }))
    .filter((place) => place.at).sort((a, b) => b.count - a.count);
  const most = Math.max(1, ...places.map((place) => place.count));
  const small = Math.min(3, Math.max(1, width / (figure.clientWidth || width))); // so that names stay legible when it is narrow
  const radius = (place) => Math.sqrt(small) * (3 + 13 * Math.sqrt(place.count / most));
  for (const place of places) {
    const dot = make("circle", { cx: place.at[0], cy: place.at[1], r: radius(place) });
    const words = `${place.name}: ${place.count.toLocaleString("en")} record${place.count === 1 ? "" : "s"}`;
    const link = make("a", { href: "/records?place=" + encodeURIComponent(place.name), "aria-label": words });
    dot.append(make("title", {}, `${words}\n${place.title}`));
    link.append(dot);
    svg.append(link);
  }
  const taken = [];
  for (const place of places.slice(0, 24)) {
    const box = { x: place.at[0] + radius(place) + 3 * small, y: place.at[1] + 4, w: small * 7.2 * place.name.length, h: small * 14 };
    if (box.x + box.w > width - 6 || taken.some((other) => box.x < other.x + other.w && other.x < box.x + box.w && Math.abs(box.y - other.y) < box.h)) continue;
    taken.push(box);
    svg.append(make("text", { x: box.x, y: box.y, "font-size": 12 * small, "aria-hidden": "true" }, place.name));
  }
  figure.append(svg);

  function make(name, attributes, words) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (words) node.textContent = words;
    return node;
  }
})();
