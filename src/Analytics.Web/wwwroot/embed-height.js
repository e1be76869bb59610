// Tells the page around a chart how high the chart is, in the forms that newsrooms already listen to. It reads nothing and asks nothing.
"use strict";

(() => {
  if (parent === window)
    return;
  const chart = location.pathname.split("/").pop();
  const child = new URLSearchParams(location.search).get("childId");
  const heightOf = () => Math.ceil(document.body.getBoundingClientRect().height);
  let told = 0;

  const tell = () => {
    const height = told = heightOf();
    const say = message => parent.postMessage(message, "*");
    say({ type: "perjam-embed-height", height });
    say({ "datawrapper-height": { [chart]: height } });
    say({ sentinel: "amp", type: "embed-size", height });
    say(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
    // pym.js puts the name into a pattern: only what is plain there.
    if (child && /^[\w-]{1,100}$/.test(child))
      say("pymxPYMx" + child + "xPYMxheightxPYMx" + height);
  };
  const tellChange = () => {
    if (heightOf() !== told)
      tell();
  };

  if (document.readyState === "complete")
    tell();
  else
    addEventListener("load", tell);
  if (document.fonts)
    document.fonts.ready.then(tell);
  addEventListener("resize", tellChange);
  if (window.ResizeObserver)
    new ResizeObserver(tellChange).observe(document.body);
  // The page around may begin to listen only after the chart is there: the chart says it again while the frame is not as high.
  let again = 30;
  setInterval(() => {
    if (heightOf() !== told)
      tell();
    else if (again-- > 0 && innerHeight !== told)
      tell();
  }, 1000);
})();
