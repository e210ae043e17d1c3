"""One page of each kind of the demonstration."""

KINDS = (
    "index.html",
    "timeline.html",
    "reflections.html",
    "reflections/round-technical.html",
    "rejections.html",
    "forecast.html",
    "funnel.html",
    "commitments.html",
    "questions.html",
    "reviews.html",
    "stories.html",
    "resilience.html",
    "practice.html",
    "applications/bancada-nove-principal-engineer.html",
    "reviews/2026-q4.html",
    "themes/pace.html",
    "2026/2026-11-12-almonry-final.html",
    "about-this-journal.html",
)
