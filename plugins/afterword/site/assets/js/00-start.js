// Everything here is a nicety: each page reads without any script. Listeners sit on the document, so that they outlive
// a page that is exchanged under them.
"use strict";

document.documentElement.classList.add("aw-script");
