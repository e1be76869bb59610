// For pages that show charts of PerJam: gives each frame of class "perjam" the height that its chart asks for.
addEventListener("message", event => {
  const told = event.data;
  if (!told || told.type !== "perjam-embed-height" || typeof told.height !== "number" || !(told.height > 0))
    return;
  document.querySelectorAll("iframe.perjam").forEach(frame => {
    // Only the frame that speaks, and only while it shows the site that it was given.
    if (frame.contentWindow === event.source && new URL(frame.src, location).origin === event.origin)
      frame.style.height = Math.min(Math.max(Math.ceil(told.height), 100), 8000) + "px";
  });
});
